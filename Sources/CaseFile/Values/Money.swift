/// A sum of money.
public struct Money: Codable, Hashable, Sendable {
    /// The sum.
    public var amount: Amount
    /// The currency.
    public var currency: CurrencyCode

    public init(amount: Amount, currency: CurrencyCode) {
        self.amount = amount
        self.currency = currency
    }
}
