/// How much of something there is.
public struct Quantity: Codable, Hashable, Sendable {
    /// The number.
    public var amount: Amount
    /// The unit, such as piece, g, ml or sheet; quantities are only compared in the same unit.
    public var unit: Code

    public init(amount: Amount, unit: Code) {
        self.amount = amount
        self.unit = unit
    }
}
