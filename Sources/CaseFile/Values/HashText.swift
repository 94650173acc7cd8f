/// A SHA-256 in lower-case hexadecimal: a leaf's hash, a tree's root.
public struct HashText: PlainText, ExpressibleByStringLiteral {
    public static let form = "a SHA-256 in lower-case hexadecimal"

    public let text: String

    public init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ Hex.value(of: $0) != nil }) else { return nil }
        self.text = text
    }
}
