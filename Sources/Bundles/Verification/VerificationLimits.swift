/// What a verifier accepts before it stops looking: generous for any real case, small for an attack.
enum VerificationLimits {
    /// Findings of one check that are kept.
    static let findings = 10_000
    /// Bytes of a tag file or manifest that are read into memory.
    static let tagFile = 256 << 20
    /// Bytes of a case file.
    static let caseFile: UInt64 = 8 << 30
}
