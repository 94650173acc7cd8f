/// A word of the jurisdiction's pack, such as the kind of a statement: `s183-confession`, `mg11`, `bns-143-4`.
///
/// Letters and digits of ASCII with single dashes or dots between them, at most 64. Whether the pack has the word is
/// not a matter of form.
public struct Token: PlainText, ExpressibleByStringLiteral {
    public static let form = "a word of the pack, such as s183-statement"

    public let text: String

    public init?(_ text: String) {
        let parts = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        guard text.utf8.count <= 64, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isLetterOrDigit) })
        else { return nil }
        self.text = text
    }
}
