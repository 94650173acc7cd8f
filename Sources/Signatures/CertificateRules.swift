internal import X509

/// What the profile asks of single certificates; the rules of whole chains are swift-certificates' own.
enum CertificateRules {
    /// More than these are never carried beside a signature: a chain has two or three, and searching a chain
    /// among many certificates that name each other costs more than any honest signer needs.
    static let mostCertificates = 8

    /// Whether the certificate may sign documents (RFC 5280 §4.2.1.3).
    ///
    /// Stated uses must include digitalSignature or contentCommitment (nonRepudiation). A certificate that states
    /// none may sign anything, unless it is an authority: those sign certificates, and must say so if they do more.
    static func maySign(_ certificate: Certificate) -> Bool {
        guard certificate.extensions[oid: .X509ExtensionID.keyUsage] != nil else {
            return !isAuthority(certificate)
        }
        guard let usage = try? certificate.extensions.keyUsage else { return false }
        return usage.digitalSignature || usage.nonRepudiation
    }

    /// Whether the certificate may issue others (RFC 5280 §4.2.1.3, §4.2.1.9).
    static func mayIssue(_ certificate: Certificate) -> Bool {
        guard isAuthority(certificate) else { return false }
        guard certificate.extensions[oid: .X509ExtensionID.keyUsage] != nil else { return true }
        return (try? certificate.extensions.keyUsage)?.keyCertSign ?? false
    }

    /// Whether the certificate's own signature is made with a hash that still binds (SHA-256 or more).
    static func isSoundlySigned(_ certificate: Certificate) -> Bool {
        let sound: [Certificate.SignatureAlgorithm] = [
            .ecdsaWithSHA256, .ecdsaWithSHA384, .ecdsaWithSHA512,
            .sha256WithRSAEncryption, .sha384WithRSAEncryption, .sha512WithRSAEncryption, .ed25519,
        ]
        return sound.contains(certificate.signatureAlgorithm)
    }

    private static func isAuthority(_ certificate: Certificate) -> Bool {
        guard certificate.extensions[oid: .X509ExtensionID.basicConstraints] != nil else { return false }
        // Constraints that cannot be read must not make an authority, nor let one pass as a signer: say "authority",
        // and `maySign` then wants the key usage stated; `mayIssue` is only asked along a chain, where RFC5280Policy
        // refuses constraints that it cannot read.
        guard let constraints = try? certificate.extensions.basicConstraints else { return true }
        return constraints != .notCertificateAuthority
    }
}
