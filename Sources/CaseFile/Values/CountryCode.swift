/// A country by its two letters (ISO 3166-1 alpha-2): `IN`. Whether there is such a country is not asked.
public struct CountryCode: PlainText, ExpressibleByStringLiteral {
    public static let form = "a country's two letters, such as IN"

    public let text: String

    public init?(_ text: String) {
        guard text.utf8.count == 2, text.utf8.allSatisfy(\.isCapital) else { return nil }
        self.text = text
    }
}
