public import Foundation
internal import SwiftASN1
internal import X509

/// An office's signing key and the certificates that speak for it.
///
/// Make one with ``generate(agency:code:at:using:)``, or ``load(chainPEM:keyPEM:at:)`` one that an authority has
/// issued. The private key leaves only through ``privateKeyPEM``, for the caller to store in a file of mode 0600.
public struct SigningIdentity: Sendable {
    let key: SigningKey
    /// The signer's certificate, then each one's issuer.
    let chain: [Certificate]

    /// The certificate that signatures are made under.
    public var certificate: CertificateSummary { CertificateSummary(chain[0]) }

    /// The signer's certificate and its issuers, in that order, as they are carried in each signature.
    public var certificates: [CertificateSummary] { chain.map(CertificateSummary.init) }

    /// The certificates in PEM, signer first.
    public var chainPEM: String { certificates.map(\.pem).joined() }

    /// The private key, PKCS#8 PEM without a passphrase. Secret: for storing with mode 0600, never for showing.
    public var privateKeyPEM: String { key.pem }

    /// The algorithm of this identity's signatures; the key decides it.
    public var algorithm: SignatureAlgorithm { key.algorithm }

    /// A new office: an authority of its own, and a signing key with a certificate issued by it.
    ///
    /// Two levels, so that a receiver is given one certificate to trust for ten years, while the signing key that is
    /// in daily use can be replaced every three.
    ///
    /// - Parameters:
    ///   - agency: the office's name, as it shall stand in the certificates (`O`); beyond the 64 characters that
    ///     X.520 allows, it is cut at a word and ends in `…`.
    ///   - code: the agency's code in Dossier, at most 40 characters.
    ///   - now: the start of both validities; parts of a second are dropped.
    ///   - random: the source of both keys and both serial numbers: `SystemRandomNumberGenerator` but in tests.
    public static func generate(
        agency: String,
        code: String,
        at now: Date,
        using random: inout some RandomNumberGenerator
    ) throws(SigningIdentityError) -> (identity: SigningIdentity, authority: CertificateAuthority) {
        let authority = try CertificateAuthority.generate(agency: agency, code: code, at: now, using: &random)
        return (try authority.issueSigningIdentity(at: now, using: &random), authority)
    }

    /// An identity from files.
    ///
    /// - Parameters:
    ///   - chainPEM: the signer's certificate, then each one's issuer, as far up as there are any.
    ///   - keyPEM: one private key without a passphrase: P-256, P-384, or RSA of 3072 bits or more.
    ///   - now: when the certificates must be valid.
    public static func load(
        chainPEM: String,
        keyPEM: String,
        at now: Date
    ) throws(SigningIdentityError) -> SigningIdentity {
        let chain = try certificates(inPEM: chainPEM)
        guard chain.count <= CertificateRules.mostCertificates else {
            throw .chainTooLong(count: chain.count, most: CertificateRules.mostCertificates)
        }
        let key = try SigningKey(pem: keyPEM)
        let identity = SigningIdentity(key: key, chain: chain)
        try identity.check(at: now)
        return identity
    }

    func check(at now: Date) throws(SigningIdentityError) {
        guard key.publicKey == chain[0].publicKey else { throw .keyDoesNotMatchCertificate }
        guard CertificateRules.maySign(chain[0]) else { throw .keyUsage }
        for (position, certificate) in chain.enumerated() {
            guard now >= certificate.notValidBefore else {
                throw .notYetValid(position: position, from: certificate.notValidBefore)
            }
            guard now <= certificate.notValidAfter else {
                throw .expired(position: position, until: certificate.notValidAfter)
            }
            guard position > 0 else { continue }
            guard CertificateRules.mayIssue(certificate) else { throw .notAnAuthority(position: position) }
            guard certificate.issued(chain[position - 1]) else { throw .chainBroken(position: position) }
        }
    }

    private static func certificates(inPEM pem: String) throws(SigningIdentityError) -> [Certificate] {
        guard let documents = try? PEMDocument.parseMultiple(pemString: pem) else {
            throw .malformedCertificate(position: 0)
        }
        var certificates: [Certificate] = []
        for document in documents where document.discriminator == "CERTIFICATE" {
            guard let certificate = Certificate(exactly: document.derBytes) else {
                throw .malformedCertificate(position: certificates.count)
            }
            certificates.append(certificate)
        }
        guard !certificates.isEmpty else { throw .noCertificate }
        return certificates
    }
}
