internal import X509

/// A signature as it stands in its file. Everything in it is a claim.
///
/// Only ``SignatureVerifier`` makes a ``VerifiedSignature`` of it. What could not be read is nil, and has a finding.
public struct UnverifiedSignature: Sendable {
    /// One `ds:Reference` to an entry of the container.
    struct Reference: Sendable {
        let path: String
        let id: String?
        let algorithm: DigestAlgorithm
        let digest: [UInt8]
        let line: Int
        /// From the `xades:DataObjectFormat` that names this reference.
        var mediaType: String?
    }

    /// The reference to the signed properties, with the digest that they really have under its algorithm.
    struct PropertiesReference: Sendable {
        let algorithm: DigestAlgorithm
        let stated: [UInt8]
        let computed: [UInt8]
        let line: Int
    }

    /// One `xades:Cert` of `xades:SigningCertificateV2`.
    struct CertificateIdentifier: Sendable {
        let algorithm: DigestAlgorithm
        let digest: [UInt8]
        /// DER of RFC 5035's `IssuerSerial`.
        let issuerSerial: [UInt8]?
        let line: Int
    }

    /// The canonical bytes of `ds:SignedInfo`.
    var signedInfo: [UInt8] = []
    var method: SignatureAlgorithm?
    var value: [UInt8]?
    var valueLine = 0
    var references: [Reference] = []
    var propertiesReference: PropertiesReference?
    /// The certificates of `ds:KeyInfo`, in the order there; a certificate that cannot be read ends the list.
    var chain: [Certificate] = []
    var time: SigningTime?
    var identifiers: [CertificateIdentifier] = []

    /// The digests that the container pass must compute for every entry.
    ///
    /// Signatures made here want SHA-256 alone; others may want more.
    public var digestAlgorithms: Set<DigestAlgorithm> { Set(references.map(\.algorithm)) }

    /// The time of signing that is claimed.
    public var signingTime: SigningTime? { time }

    /// The certificates that came with the signature, the signer's first.
    public var certificates: [CertificateSummary] { chain.map(CertificateSummary.init) }

    /// The entries that the signature says it covers.
    public var paths: [String] { references.map(\.path) }
}

/// What reading a signature file gave: the signature, as far as it could be made out, and what was wrong with it.
public struct SignatureReading: Sendable {
    /// Nil when there is nothing that could be verified: no XML, or not the structure of a signature.
    public let signature: UnverifiedSignature?
    public let findings: [SignatureFinding]
}
