/// Degrees of latitude or longitude as written, from -180 to 180 with up to 8 decimals: `22.5726`.
public struct Degrees: PlainText, ExpressibleByStringLiteral {
    public static let form = "degrees, such as 22.5726"

    public let text: String
    /// In hundred-millionths of a degree.
    public let hundredMillionths: Int

    public init?(_ text: String) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        guard let size = FixedPoint.read(text.utf8.dropFirst(isNegative ? 1 : 0), whole: 3, decimals: 8),
            size <= 180 * 100_000_000
        else { return nil }
        self.text = text
        self.hundredMillionths = isNegative ? -size : size
    }
}
