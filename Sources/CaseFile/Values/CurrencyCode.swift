/// A currency by its three letters (ISO 4217): `INR`. Whether there is such a currency is not asked.
public struct CurrencyCode: PlainText, ExpressibleByStringLiteral {
    public static let form = "a currency's three letters, such as INR"

    public let text: String

    public init?(_ text: String) {
        guard text.utf8.count == 3, text.utf8.allSatisfy(\.isCapital) else { return nil }
        self.text = text
    }
}
