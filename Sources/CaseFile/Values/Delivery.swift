/// That a paper, a recording or a bundle reached somebody.
public struct Delivery: Codable, Hashable, Sendable {
    /// Who received it.
    public var recipient: AnyReference
    /// When.
    public var at: Moment
    /// How, by the pack's word: by-hand, electronic, post and so on.
    public var means: Token?
    /// True where the recipient would not take it.
    public var refused: Bool?
    /// The recipient's signature for it.
    public var attestation: Attestation?
    /// Anything else about it.
    public var note: FreeText?

    public init(
        recipient: AnyReference,
        at: Moment,
        means: Token? = nil,
        refused: Bool? = nil,
        attestation: Attestation? = nil,
        note: FreeText? = nil
    ) {
        self.recipient = recipient
        self.at = at
        self.means = means
        self.refused = refused
        self.attestation = attestation
        self.note = note
    }
}

extension Delivery: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestation, in: "attestation")
    }
}
