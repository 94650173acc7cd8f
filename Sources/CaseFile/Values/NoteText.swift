/// A signed note as it is published (C2SP signed-note): lines of text, a blank line, lines of signatures.
///
/// The form asks only for 1 to 16384 characters (UTF-16 units); whether it is a note, and who signed it, the ledger says.
public struct NoteText: PlainText {
    public static let form = "a signed note"

    public let text: String

    public init?(_ text: String) {
        guard (1...16384).contains(text.utf16.count) else { return nil }
        self.text = text
    }
}
