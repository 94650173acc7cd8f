/// That somebody stood behind something: a signature on paper, a confirmation from an account, or a digital
/// signature.
public struct Attestation: Codable, Hashable, Sendable {
    /// How.
    public var means: AttestationMeans
    /// When.
    public var at: Moment
    /// Who, where the field does not say it: the receiver attests a receipt, so no signatory is named there.
    public var signatory: Reference<Person>?
    /// The account that confirmed, as AGENCY:account. Present exactly if the means is account.
    public var account: Recorder?
    /// The signature. Present exactly if the means is key.
    public var signature: DigitalSignature?
    /// The paper that bears the signature or thumb impression.
    public var document: Reference<CaseDocument>?

    public init(
        means: AttestationMeans,
        at: Moment,
        signatory: Reference<Person>? = nil,
        account: Recorder? = nil,
        signature: DigitalSignature? = nil,
        document: Reference<CaseDocument>? = nil
    ) {
        self.means = means
        self.at = at
        self.signatory = signatory
        self.account = account
        self.signature = signature
        self.document = document
    }
}

extension Attestation: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(
            (means == .account) == (account != nil),
            "attestation.account",
            "account",
            "give the account if the means is account, and only then"
        )
        rules.require(
            (means == .key) == (signature != nil),
            "attestation.signature",
            "signature",
            "give the digital signature if the means is key, and only then"
        )
    }
}

/// How somebody stood behind what a record says.
public enum AttestationMeans: String, CaseIterable, Codable, Hashable, Sendable {
    /// Signed by hand on paper.
    case paperSignature = "paper-signature"
    /// A thumb impression on paper.
    case thumbImpression = "thumb-impression"
    /// Confirmed from the person's own account of a system.
    case account
    /// Signed with the person's cryptographic key.
    case key
}

/// A digital signature that was made outside the record's own container.
public struct DigitalSignature: Codable, Hashable, Sendable {
    /// The key, as its owner publishes it: a C2SP verifier key, or the SHA-256 fingerprint of a certificate.
    public var key: Code
    /// The signature's bytes.
    public var value: Base64Text

    public init(key: Code, value: Base64Text) {
        self.key = key
        self.value = value
    }
}
