/// A provision of a law, such as section 143(4) of the BNS.
public struct Provision: Codable, Hashable, Sendable {
    /// The act by the short name that the jurisdiction's pack gives it, such as BNS, ITPA or POCSO.
    public var act: Code
    /// The section with its sub-section and clause, such as 143(4) or 5(1)(d).
    public var section: Code

    public init(act: Code, section: Code) {
        self.act = act
        self.section = section
    }
}
