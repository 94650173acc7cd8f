/// A quantity as written, never negative: up to 12 digits and up to 6 decimals. `2` and `2.0` are written differently
/// and are the same number.
public struct Amount: PlainText, ExpressibleByStringLiteral {
    public static let form = "an amount, such as 12.5"

    public let text: String
    /// The number itself, in millionths, so that the parts of a split add up exactly.
    public let millionths: Int

    public init?(_ text: String) {
        guard let millionths = FixedPoint.read(text.utf8, whole: 12, decimals: 6) else { return nil }
        self.text = text
        self.millionths = millionths
    }
}
