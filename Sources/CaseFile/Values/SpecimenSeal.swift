/// A specimen of a seal's impression, against which seals are compared later.
public struct SpecimenSeal: Codable, Hashable, Sendable {
    /// The number or legend of the seal.
    public var seal: Code
    /// What the impression shows.
    public var impression: FreeText?
    /// Who keeps the seal itself.
    public var holder: Reference<Person>?
    /// The exhibit that bears the specimen.
    public var exhibit: Reference<Exhibit>?
    /// The paper that bears it.
    public var document: Reference<CaseDocument>?

    public init(
        seal: Code,
        impression: FreeText? = nil,
        holder: Reference<Person>? = nil,
        exhibit: Reference<Exhibit>? = nil,
        document: Reference<CaseDocument>? = nil
    ) {
        self.seal = seal
        self.impression = impression
        self.holder = holder
        self.exhibit = exhibit
        self.document = document
    }
}
