internal import Foundation
@_spi(FixedExpiryValidationTime) internal import X509

// The certificates of a signature: may they sign, were they valid, do they hang together, and where do they lead.
extension SignatureVerifier {
    func checkCertificates(of signature: UnverifiedSignature, into findings: inout Findings) {
        guard let signer = signature.chain.first else { return }
        if !CertificateRules.maySign(signer) {
            findings.add(
                .keyUsage,
                expected: "digitalSignature or contentCommitment",
                found: (try? signer.extensions.keyUsage)?.description ?? "an authority that states no use"
            )
        }
        for (position, certificate) in signature.chain.enumerated() {
            checkValidity(of: certificate, at: position, signedAt: signature.time, into: &findings)
            guard position > 0 else { continue }
            if !certificate.issued(signature.chain[position - 1]) {
                findings.add(
                    .chain,
                    expected: "certificate \(position + 1) to be the issuer of the one before",
                    found: certificate.fingerprint
                )
            } else if !CertificateRules.mayIssue(certificate) {
                findings.add(.chain, expected: "an authority", found: certificate.fingerprint)
            }
            if !CertificateRules.isSoundlySigned(signature.chain[position - 1]) {
                findings.add(
                    .chain,
                    expected: "a certificate signed with SHA-256 or more",
                    found: signature.chain[position - 1].signatureAlgorithm.description
                )
            }
        }
        // A root that comes along vouches for itself, which proves only that none of its bytes was changed.
        if let last = signature.chain.last, last.issuer == last.subject, !last.issued(last) {
            findings.add(
                .chain,
                expected: "a self-signed certificate to be signed by itself",
                found: last.fingerprint
            )
        }
    }

    private func checkValidity(
        of certificate: Certificate,
        at position: Int,
        signedAt time: SigningTime?,
        into findings: inout Findings
    ) {
        let (from, until) = (certificate.notValidBefore, certificate.notValidAfter)
        let validity = "certificate \(position + 1): \(SigningTime(from).text) to \(SigningTime(until).text)"
        if let time, time.date < from || time.date >= until.addingTimeInterval(1) {
            findings.add(.certificateValidity, expected: validity, found: "signed \(time.text)")
        }
        if now < from || now >= until.addingTimeInterval(1) {
            findings.add(
                .certificateValidityNow,
                .warning,
                expected: validity,
                found: "today \(SigningTime(now).text)"
            )
        }
        if position == 0, let time, time.date > now.addingTimeInterval(Self.clockAllowance) {
            findings.add(.futureTime, expected: "at most \(SigningTime(now).text)", found: time.text)
        }
    }

    /// Follows the chain to a trusted certificate (RFC 5280 §6), as of the signing time.
    ///
    /// - Returns: the trusted certificate that the signer's leads to.
    func checkTrust(
        of signature: UnverifiedSignature,
        into findings: inout Findings
    ) async -> CertificateSummary? {
        guard let trust else {
            findings.add(
                .trustNotGiven,
                .notice,
                expected: "the certificates that the receiver trusts",
                found: "none given"
            )
            return nil
        }
        guard let signer = signature.chain.first, let time = signature.time else { return nil }
        // The very certificate: its owner needs no authority, and may be none itself. `checkCertificates` has looked at
        // the rest.
        if trust.anchors.contains(signer) { return CertificateSummary(signer) }
        var verifier = Verifier(rootCertificates: CertificateStore(trust.anchors)) {
            RFC5280Policy(fixedExpiryValidationTime: time.date)
        }
        let issuers = CertificateStore(signature.chain.dropFirst())
        switch await verifier.validate(leaf: signer, intermediates: issuers) {
        case .validCertificate(let path):
            let certificates = Array(path)
            // RFC5280Policy leaves key usage and hash functions to others.
            for (issuer, issued) in zip(certificates.dropFirst(), certificates) {
                guard CertificateRules.mayIssue(issuer), CertificateRules.isSoundlySigned(issued) else {
                    findings.add(
                        .untrusted,
                        expected: "a chain of authorities, signed with SHA-256 or more",
                        found: issued.fingerprint
                    )
                    return nil
                }
            }
            return CertificateSummary(certificates[certificates.count - 1])
        case .couldNotValidate(let failures):
            findings.add(
                .untrusted,
                expected: "a chain to one of \(trust.anchors.count) trusted certificates",
                found: failures.isEmpty
                    ? "no chain from \(signer.fingerprint)"
                    : "a chain from \(signer.fingerprint) that RFC 5280 does not allow"
            )
            return nil
        }
    }
}
