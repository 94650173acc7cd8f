public import Foundation
internal import X509

/// Verifies signatures against the bytes of their container.
///
/// What is checked here is what XML signature software leaves to its caller: that every reference is to an entry of
/// this container, that every entry is referenced, that the properties are this signature's own, that the
/// certificate is the one that was signed for and may sign, and where its chain leads.
public struct SignatureVerifier: Sendable {
    /// Whom the receiver trusts; nil if that was not said.
    let trust: TrustAnchors?
    /// The receiver's clock.
    let now: Date

    /// A signing time may be later than the receiver's clock by this much, in seconds: clocks of laptops are wrong.
    public static let clockAllowance: TimeInterval = 24 * 3600

    public init(trust: TrustAnchors?, now: Date) {
        self.trust = trust
        self.now = now
    }

    /// Verifies.
    ///
    /// The cost is linear in the number of entries and references.
    ///
    /// - Parameters:
    ///   - reading: what ``SignatureReader`` made of the signature file; its findings are passed on.
    ///   - entries: every entry of the container, each once.
    /// - Throws: when a digest that a reference needs was not given. Everything else is a finding.
    public func verify(
        _ reading: SignatureReading,
        entries: some Sequence<EntryDigests>
    ) async throws(SignatureVerificationError) -> SignatureVerification {
        var findings = Findings()
        for finding in reading.findings { findings.add(finding) }
        guard let signature = reading.signature else {
            return SignatureVerification(verified: nil, findings: findings.complete)
        }
        try Coverage(entries: entries).check(signature.references, into: &findings)
        checkProperties(of: signature, into: &findings)
        checkValue(of: signature, into: &findings)
        checkCertificates(of: signature, into: &findings)
        let anchor = await checkTrust(of: signature, into: &findings)

        guard !findings.all.contains(where: { $0.severity == .fault }),
            let time = signature.time, let method = signature.method,
            let signer = signature.certificates.first
        else { return SignatureVerification(verified: nil, findings: findings.complete) }
        let verified = VerifiedSignature(
            signer: signer,
            certificates: signature.certificates,
            trust: anchor.map { .anchored($0) } ?? .notAsked,
            signingTime: time,
            algorithm: method,
            files: signature.references.map { .init(path: $0.path, mediaType: $0.mediaType) }
        )
        return SignatureVerification(verified: verified, findings: findings.complete)
    }

    /// The signed properties are those that were signed, and the certificate is the one that they name.
    private func checkProperties(of signature: UnverifiedSignature, into findings: inout Findings) {
        if let reference = signature.propertiesReference, reference.stated != reference.computed {
            findings.add(
                .signedPropertiesDigest,
                line: reference.line,
                expected: reference.stated.hex,
                found: reference.computed.hex
            )
        }
        for (position, identifier) in signature.identifiers.enumerated() {
            guard position < signature.chain.count else {
                findings.add(
                    .signingCertificate,
                    line: identifier.line,
                    expected: "certificate \(position + 1) in ds:KeyInfo",
                    found: "\(signature.chain.count) certificates"
                )
                return
            }
            let certificate = signature.chain[position]
            let digest = identifier.algorithm.digest(certificate.der)
            if digest != identifier.digest {
                findings.add(
                    .signingCertificate,
                    line: identifier.line,
                    expected: identifier.digest.hex,
                    found: digest.hex
                )
            } else if let stated = identifier.issuerSerial, stated != certificate.issuerSerial {
                // The digest has already said which certificate it is; this is a contradiction, not a substitution.
                findings.add(
                    .signingCertificate,
                    .warning,
                    line: identifier.line,
                    expected: "issuer and serial number of the certificate",
                    found: "another IssuerSerialV2"
                )
            }
        }
    }

    private func checkValue(of signature: UnverifiedSignature, into findings: inout Findings) {
        guard let method = signature.method, let value = signature.value, let signer = signature.chain.first
        else { return }
        switch method.check(value, over: signature.signedInfo, by: signer.publicKey) {
        case .valid: return
        case .invalid:
            findings.add(
                .value,
                line: signature.valueLine,
                expected: "a signature of ds:SignedInfo by the signer's key",
                found: "another value"
            )
        case .wrongLength(let expected):
            findings.add(
                .value,
                line: signature.valueLine,
                expected: "\(expected) bytes",
                found: "\(value.count) bytes"
            )
        case .wrongKey:
            findings.add(
                .value,
                line: signature.valueLine,
                expected: "a key for \(method.rawValue)",
                found: "a key of another kind, or too short"
            )
        }
    }
}

/// Why a signature could not be looked at.
public enum SignatureVerificationError: Error, Equatable {
    /// No digest of this kind was given for the entry at `position`.
    case digestNotGiven(position: Int, algorithm: DigestAlgorithm)
}

extension SignatureVerificationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .digestNotGiven(let position, let algorithm):
            "entry \(position + 1) was not hashed with \(algorithm)"
        }
    }
}
