internal import Crypto
internal import Foundation
internal import SwiftASN1
internal import X509

/// The public half of a key pair: what is sealed for it only the secret half can open.
///
/// Its text form is the one that all tools read, a SubjectPublicKeyInfo in PEM (RFC 7468).
public struct RecipientKey: Hashable, Sendable {
    public let algorithm: KeyAlgorithm
    /// The SubjectPublicKeyInfo in DER (RFC 5280; RFC 8410 for X25519).
    public let der: [UInt8]
    /// SHA-256 of `der`, in lower-case hexadecimal: `openssl pkey -pubin -outform DER | sha256sum`.
    public let fingerprint: String
    /// For whom, where a certificate says so: its subject, as RFC 4514 writes it.
    public let subject: String?

    /// Reads a public key or a certificate in PEM. Of several certificates the first counts.
    public init(pem: String) throws(SealingError) {
        guard let first = (try? PEMDocument.parseMultiple(pemString: pem))?.first else { throw .notAKey }
        switch first.discriminator {
        case "PUBLIC KEY": try self.init(der: first.derBytes, subject: nil)
        case "CERTIFICATE":
            guard let der = Self.publicKey(ofCertificate: first.derBytes) else { throw .notAKey }
            let certificate = try? Certificate(derEncoded: first.derBytes)
            try self.init(der: der, subject: certificate?.subject.description)
        default: throw .notAKey
        }
    }

    /// Reads a SubjectPublicKeyInfo in DER.
    public init(der: [UInt8]) throws(SealingError) { try self.init(der: der, subject: nil) }

    private init(der: [UInt8], subject: String?) throws(SealingError) {
        guard let key = Self.read(der) else {
            guard let other = Self.identifier(of: der) else { throw .notAKey }
            throw .unsupportedKey(other)
        }
        self.init(algorithm: key.algorithm, der: key.der, subject: subject)
    }

    init(algorithm: KeyAlgorithm, der: [UInt8], subject: String? = nil) {
        self.algorithm = algorithm
        self.der = der
        self.subject = subject
        fingerprint = SHA256.hash(data: der).map { String(format: "%02x", $0) }.joined()
    }

    public var pem: String { PEMDocument(type: "PUBLIC KEY", derBytes: der).pemString + "\n" }

    // Two keys are the same whatever certificate they came in.
    public static func == (one: RecipientKey, other: RecipientKey) -> Bool { one.der == other.der }
    public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

extension RecipientKey {
    /// What stands before the 32 bytes of an X25519 key (RFC 8410, section 4).
    static let x25519Prefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x03, 0x21, 0x00,
    ]

    /// The key, in the one spelling by which its fingerprint is taken. The library refuses a point off its curve.
    private static func read(_ der: [UInt8]) -> (algorithm: KeyAlgorithm, der: [UInt8])? {
        if der.count == x25519Prefix.count + 32, der.starts(with: x25519Prefix) {
            return isContributory(der.suffix(32)) ? (.x25519, der) : nil
        }
        if let key = try? P256.KeyAgreement.PublicKey(derRepresentation: der) {
            return (.p256, Array(key.derRepresentation))
        }
        if let key = try? P384.KeyAgreement.PublicKey(derRepresentation: der) {
            return (.p384, Array(key.derRepresentation))
        }
        if let key = try? P521.KeyAgreement.PublicKey(derRepresentation: der) {
            return (.p521, Array(key.derRepresentation))
        }
        return nil
    }

    /// With a point of small order every agreement gives zero, and what is sealed for it anybody could open
    /// (RFC 7748, section 6.1; RFC 9180, section 7.1.4). The library lets it pass.
    private static func isContributory(_ point: ArraySlice<UInt8>) -> Bool {
        guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: point),
            let any = try? Curve25519.KeyAgreement.PrivateKey(
                rawRepresentation: Array(repeating: 1, count: 32)
            ),
            let agreed = try? any.sharedSecretFromKeyAgreement(with: key)
        else { return false }
        return agreed.withUnsafeBytes { $0.contains { $0 != 0 } }
    }

    /// The object identifier of a key of another kind: that of the first element of its first element.
    private static func identifier(of der: [UInt8]) -> String? {
        guard let root = try? DER.parse(der), let algorithm = root.elements?.first?.elements?.first else {
            return nil
        }
        return (try? ASN1ObjectIdentifier(derEncoded: algorithm))?.description
    }

    /// The SubjectPublicKeyInfo of a certificate (RFC 5280, section 4.1), of whatever algorithm.
    private static func publicKey(ofCertificate der: [UInt8]) -> [UInt8]? {
        guard let root = try? DER.parse(der), let signed = root.elements?.first?.elements else { return nil }
        // The version is left out where it is 1.
        let isVersioned = signed.first?.identifier.tagClass == .contextSpecific
        let fields = signed.dropFirst(isVersioned ? 6 : 5)
        return fields.first.map { Array($0.encodedBytes) }
    }
}

extension ASN1Node {
    /// What a constructed value is made of; nil where it is none.
    fileprivate var elements: [ASN1Node]? {
        if case .constructed(let nodes) = content { Array(nodes) } else { nil }
    }
}

extension RecipientKey {
    /// Encrypts one message in the base mode of RFC 9180.
    /// - Returns: the encapsulated key, and after it the ciphertext.
    func encrypt(
        _ message: some DataProtocol,
        info: some DataProtocol,
        authenticating data: some DataProtocol
    ) throws(SealingError) -> [UInt8] {
        do {
            var sender =
                switch algorithm {
                case .x25519:
                    try sender(Curve25519.KeyAgreement.PublicKey(rawRepresentation: der.suffix(32)), info)
                case .p256: try sender(P256.KeyAgreement.PublicKey(derRepresentation: der), info)
                case .p384: try sender(P384.KeyAgreement.PublicKey(derRepresentation: der), info)
                case .p521: try sender(P521.KeyAgreement.PublicKey(derRepresentation: der), info)
                }
            let ciphertext = try sender.seal(message, authenticating: data)
            return Array(sender.encapsulatedKey) + Array(ciphertext)
        } catch {
            throw .notAKey
        }
    }

    private func sender(
        _ key: some HPKEDiffieHellmanPublicKey,
        _ info: some DataProtocol
    ) throws -> HPKE.Sender {
        try HPKE.Sender(recipientKey: key, ciphersuite: algorithm.suite, info: Data(info))
    }
}
