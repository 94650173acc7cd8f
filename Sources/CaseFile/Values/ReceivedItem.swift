/// How an exhibit reached its examiner.
public struct ReceivedItem: Codable, Hashable, Sendable {
    /// Which.
    public var exhibit: Reference<Exhibit>
    /// How much of it.
    public var quantity: Quantity?
    /// The number on the seal as it arrived.
    public var seal: Code?
    /// Whether the seal was whole.
    public var sealIntact: Bool?
    /// Whether a specimen of the seal came with it.
    public var specimenSeal: Bool?
    /// Whether the seal was the same as the specimen.
    public var sealMatches: Bool?
    /// Its condition.
    public var condition: FreeText?

    public init(
        exhibit: Reference<Exhibit>,
        quantity: Quantity? = nil,
        seal: Code? = nil,
        sealIntact: Bool? = nil,
        specimenSeal: Bool? = nil,
        sealMatches: Bool? = nil,
        condition: FreeText? = nil
    ) {
        self.exhibit = exhibit
        self.quantity = quantity
        self.seal = seal
        self.sealIntact = sealIntact
        self.specimenSeal = specimenSeal
        self.sealMatches = sealMatches
        self.condition = condition
    }
}
