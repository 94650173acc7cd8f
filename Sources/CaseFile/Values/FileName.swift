/// What a file is called in the case: one step of a path, safe to make a file with on any system that it reaches.
///
/// 1 to 200 characters (UTF-16 units), no slash, backslash, tab or line break, neither `.` nor `..` alone.
public struct FileName: PlainText, ExpressibleByStringLiteral {
    public static let form = "the name of a file, without a folder"

    public let text: String

    public init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard (1...200).contains(text.utf16.count), text != ".", text != "..",
            scalars.allSatisfy({ !Self.refused.contains($0) })
        else { return nil }
        self.text = text
    }

    private static let refused: [Unicode.Scalar] = ["/", "\\", "\t", "\n", "\r"]
}
