/// A media type without parameters, in lower case: `image/jpeg` (RFC 6838).
public struct MediaType: PlainText, ExpressibleByStringLiteral {
    public static let form = "a media type, such as image/jpeg"

    public let text: String

    public init?(_ text: String) {
        let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard names.count == 2,
            names.allSatisfy({ name in
                (1...127).contains(name.count) && Self.isFirst(name.first!)
                    && name.allSatisfy { Self.isFirst($0) || "!#$&^_.+-".utf8.contains($0) }
            })
        else { return nil }
        self.text = text
    }

    private static func isFirst(_ byte: UInt8) -> Bool { byte.isDigit || byte.isLetter && !byte.isCapital }
}
