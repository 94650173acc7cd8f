/// A signature that holds: over exactly the data files of its container, by the key of its certificate.
///
/// Who the signer is, is another question: see ``trust``.
public struct VerifiedSignature: Hashable, Sendable {
    /// One data file that it covers.
    public struct File: Hashable, Sendable {
        public let path: String
        /// The media type that the signer stated.
        public let mediaType: String?
    }

    /// What is known of the signer.
    public enum Trust: Hashable, Sendable {
        /// The signer's certificate led to this one, which the receiver trusts.
        case anchored(CertificateSummary)
        /// No trusted certificates were given: the certificate says who the signer is, and nobody else does.
        case notAsked
    }

    public let signer: CertificateSummary
    /// The certificates that came with the signature, the signer's first.
    public let certificates: [CertificateSummary]
    public let trust: Trust
    /// When the signer says that it was made. No time-stamp authority confirms it (that would be XAdES-B-T).
    public let signingTime: SigningTime
    public let algorithm: SignatureAlgorithm
    /// In the order of the references.
    public let files: [File]
}

/// Everything that came out of verifying one signature.
public struct SignatureVerification: Sendable {
    /// The signature, if nothing is wrong with it (``SignatureFinding/Severity/fault``).
    public let verified: VerifiedSignature?
    /// All findings, those of reading first.
    public let findings: [SignatureFinding]
}
