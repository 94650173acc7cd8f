internal import Crypto
public import Foundation
internal import SwiftASN1
internal import X509

/// An office's own authority: the certificate that receivers are asked to trust, and the key that issues under it.
///
/// Its key is needed once every three years, to issue the next signing certificate. An office does well to keep it
/// apart from the machine that signs.
public struct CertificateAuthority: Sendable {
    let key: SigningKey
    let authority: Certificate

    /// The certificate to give to receivers (`--trust`).
    public var certificate: CertificateSummary { CertificateSummary(authority) }

    /// The authority's private key, PKCS#8 PEM without a passphrase. Secret: for storing with mode 0600.
    public var privateKeyPEM: String { key.pem }

    /// Validity of the authority's certificate, in days: ten years.
    static let authorityDays = 3653
    /// Validity of a signing certificate, in days: three years.
    static let signerDays = 1096

    /// A new authority; see ``SigningIdentity/generate(agency:code:at:using:)`` for the parameters.
    public static func generate(
        agency: String,
        code: String,
        at now: Date,
        using random: inout some RandomNumberGenerator
    ) throws(SigningIdentityError) -> CertificateAuthority {
        let key = SigningKey.generateP256(using: &random)
        let name = try name(agency: agency, code: code, role: "authority")
        let identifier = keyIdentifier(key.publicKey)
        let certificate = try issue(
            publicKey: key.publicKey,
            subject: name,
            days: authorityDays,
            at: now,
            issuer: name,
            by: key,
            using: &random
        ) {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
            Critical(KeyUsage(keyCertSign: true, cRLSign: true))
            SubjectKeyIdentifier(keyIdentifier: identifier)
        }
        return CertificateAuthority(key: key, authority: certificate)
    }

    /// The authority from its files.
    public static func load(
        certificatePEM: String,
        keyPEM: String
    ) throws(SigningIdentityError) -> CertificateAuthority {
        guard let document = try? PEMDocument(pemString: certificatePEM),
            let certificate = Certificate(exactly: document.derBytes)
        else { throw .malformedCertificate(position: 0) }
        guard CertificateRules.mayIssue(certificate) else { throw .notAnAuthority(position: 0) }
        let key = try SigningKey(pem: keyPEM)
        guard key.publicKey == certificate.publicKey else { throw .keyDoesNotMatchCertificate }
        return CertificateAuthority(key: key, authority: certificate)
    }

    /// A new P-256 signing key with a certificate for it, valid for three years or as long as the authority is.
    public func issueSigningIdentity(
        at now: Date,
        using random: inout some RandomNumberGenerator
    ) throws(SigningIdentityError) -> SigningIdentity {
        guard now >= authority.notValidBefore else {
            throw .notYetValid(position: 1, from: authority.notValidBefore)
        }
        guard now < authority.notValidAfter else {
            throw .expired(position: 1, until: authority.notValidAfter)
        }
        let signer = SigningKey.generateP256(using: &random)
        let identifier = Self.keyIdentifier(signer.publicKey)
        let authorityIdentifier = Self.keyIdentifier(key.publicKey)
        let certificate = try Self.issue(
            publicKey: signer.publicKey,
            subject: Self.signerName(under: authority.subject),
            days: Self.signerDays,
            at: now,
            until: authority.notValidAfter,
            issuer: authority.subject,
            by: key,
            using: &random
        ) {
            Critical(BasicConstraints.notCertificateAuthority)
            // contentCommitment, as RFC 5280 calls nonRepudiation: the office stands by what it signs.
            Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
            SubjectKeyIdentifier(keyIdentifier: identifier)
            AuthorityKeyIdentifier(keyIdentifier: authorityIdentifier)
        }
        return SigningIdentity(key: signer, chain: [certificate, authority])
    }
}

extension CertificateAuthority {
    private static func issue(
        publicKey: Certificate.PublicKey,
        subject: DistinguishedName,
        days: Int,
        at now: Date,
        until latest: Date = .distantFuture,
        issuer: DistinguishedName,
        by key: SigningKey,
        using random: inout some RandomNumberGenerator,
        @ExtensionsBuilder extensions: () -> Result<Certificate.Extensions, any Error>
    ) throws(SigningIdentityError) -> Certificate {
        let start = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down))
        // 127 random bits under a fixed first bit: positive and of one length (RFC 5280 §4.1.2.2).
        var serial = random.bytes(16)
        serial[0] = serial[0] & 0x3F | 0x40
        do {
            return try Certificate(
                version: .v3,
                serialNumber: Certificate.SerialNumber(bytes: serial),
                publicKey: publicKey,
                notValidBefore: start,
                notValidAfter: min(start.addingTimeInterval(Double(days) * 86_400 - 1), latest),
                issuer: issuer,
                subject: subject,
                extensions: try extensions().get(),
                issuerPrivateKey: key.issuerKey
            )
        } catch {
            throw .signingFailed
        }
    }

    /// RFC 7093 §2 method 1: the first 160 bits of the SHA-256 of the key.
    private static func keyIdentifier(_ key: Certificate.PublicKey) -> ArraySlice<UInt8> {
        Array(SHA256.hash(data: Array(key.subjectPublicKeyInfoBytes)))[..<20]
    }
}

// Names. O is the agency's name, organizationIdentifier its code, and CN says which of the two keys it is.
extension CertificateAuthority {
    private static let organizationIdentifier: ASN1ObjectIdentifier = [2, 5, 4, 97]

    private static func name(
        agency: String,
        code: String,
        role: String
    ) throws(SigningIdentityError) -> DistinguishedName {
        guard !agency.isEmpty, !code.isEmpty, code.unicodeScalars.count <= 40,
            (agency + code).unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { throw .unusableName }
        return DistinguishedName([
            attribute(.RDNAttributeType.organizationName, shortened(agency)),
            attribute(organizationIdentifier, code),
            attribute(.RDNAttributeType.commonName, "\(code) \(role)"),
        ])
    }

    /// The authority's name with another CN.
    private static func signerName(under authority: DistinguishedName) -> DistinguishedName {
        DistinguishedName(
            authority.map { part in
                guard let first = part.first, first.type == .RDNAttributeType.commonName,
                    let text = String(first.value)
                else { return part }
                let stem = text.hasSuffix(" authority") ? String(text.dropLast(" authority".count)) : text
                return attribute(.RDNAttributeType.commonName, "\(stem) signing")
            }
        )
    }

    private static func attribute(_ type: ASN1ObjectIdentifier, _ text: String) -> RelativeDistinguishedName {
        RelativeDistinguishedName(RelativeDistinguishedName.Attribute(type: type, utf8String: text))
    }

    /// At most 64 characters (X.520 ub-organization-name; a character is a code point there).
    private static func shortened(_ name: String) -> String {
        guard name.unicodeScalars.count > 64 else { return name }
        let head = String(String.UnicodeScalarView(name.unicodeScalars.prefix(63)))
        let words = head.lastIndex(of: " ").map { String(head[..<$0]) } ?? head
        return words + "…"
    }
}
