/// Bytes in base64 on one line, padded (RFC 4648 section 4); at least one byte.
public struct Base64Text: PlainText {
    public static let form = "bytes in base64"

    public let text: String

    public init?(_ text: String) {
        guard Self.isCanonical(Array(text.utf8)) else { return nil }
        self.text = text
    }

    /// One value has one spelling: the bits that padding leaves over are zero (RFC 4648 section 3.5).
    private static func isCanonical(_ text: [UInt8]) -> Bool {
        let padding = text.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
        let digits = text.dropLast(padding)
        guard !text.isEmpty, text.count.isMultiple(of: 4), let last = digits.last,
            digits.allSatisfy({ $0.isLetterOrDigit || "+/".utf8.contains($0) })
        else { return false }
        return switch padding {
        case 1: "AEIMQUYcgkosw048".utf8.contains(last)
        case 2: "AQgw".utf8.contains(last)
        default: true
        }
    }
}
