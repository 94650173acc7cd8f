internal import Crypto
internal import CryptoExtras
internal import Foundation
internal import SwiftASN1
internal import X509

/// A private key that can make the signatures of this profile: P-256, P-384 or RSA.
///
/// The key's kind decides the algorithm; there is nothing to choose and so nothing to choose wrongly.
enum SigningKey: Sendable {
    case p256(P256.Signing.PrivateKey)
    case p384(P384.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey)

    /// RSA keys shorter than this (bits) are not used to sign: below it lies less strength than SHA-256 gives.
    static let smallestRSAKey = 3072

    /// The signature algorithm written in `ds:SignatureMethod`.
    var algorithm: SignatureAlgorithm {
        switch self {
        case .p256: .ecdsaSHA256
        case .p384: .ecdsaSHA384
        case .rsa: .rsaSHA256
        }
    }

    /// The public half, as a certificate carries it.
    var publicKey: Certificate.PublicKey {
        switch self {
        case .p256(let key): Certificate.PublicKey(key.publicKey)
        case .p384(let key): Certificate.PublicKey(key.publicKey)
        case .rsa(let key): Certificate.PublicKey(key.publicKey)
        }
    }

    /// The key as swift-certificates wants it, to issue a certificate.
    var issuerKey: Certificate.PrivateKey {
        switch self {
        case .p256(let key): Certificate.PrivateKey(key)
        case .p384(let key): Certificate.PrivateKey(key)
        case .rsa(let key): Certificate.PrivateKey(key)
        }
    }

    /// PKCS#8 PEM, unencrypted, with a final newline.
    var pem: String {
        switch self {
        case .p256(let key): key.pemRepresentation + "\n"
        case .p384(let key): key.pemRepresentation + "\n"
        case .rsa(let key):
            key.pkcs8PEMRepresentation.hasSuffix("\n")
                ? key.pkcs8PEMRepresentation : key.pkcs8PEMRepresentation + "\n"
        }
    }

    /// A new P-256 key whose secret is taken from `random`.
    static func generateP256(using random: inout some RandomNumberGenerator) -> SigningKey {
        while true {
            // A scalar of zero or beyond the group's order is refused by the library: once in 2^32 draws.
            if let key = try? P256.Signing.PrivateKey(rawRepresentation: random.bytes(32)) {
                return .p256(key)
            }
        }
    }

    /// Signs `bytes` (the canonical `ds:SignedInfo`).
    ///
    /// - Returns: what `ds:SignatureValue` carries: r‖s for ECDSA (RFC 4050, XML-DSig 1.1 §6.4.3), PKCS#1 v1.5
    ///   for RSA.
    func signature(over bytes: [UInt8]) throws(SigningIdentityError) -> [UInt8] {
        do {
            switch self {
            case .p256(let key):
                return Array(try key.signature(for: SHA256.hash(data: bytes)).rawRepresentation)
            case .p384(let key):
                return Array(try key.signature(for: SHA384.hash(data: bytes)).rawRepresentation)
            case .rsa(let key):
                let digest = SHA256.hash(data: bytes)
                return Array(try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation)
            }
        } catch {
            throw .signingFailed
        }
    }
}

extension SigningKey {
    /// Reads one unencrypted private key.
    ///
    /// - Parameter pem: PKCS#8 (`PRIVATE KEY`), SEC1 (`EC PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`); other PEM
    ///   blocks, such as openssl's `EC PARAMETERS`, are passed over.
    init(pem: String) throws(SigningIdentityError) {
        // Both forms of encryption say so in clear: the PKCS#8 label, and the header of RFC 1421.
        if pem.contains("BEGIN ENCRYPTED PRIVATE KEY") || pem.contains("Proc-Type: 4,ENCRYPTED") {
            throw .encryptedKey
        }
        guard let documents = try? PEMDocument.parseMultiple(pemString: pem) else { throw .malformedKey }
        let keys = documents.filter { $0.discriminator.hasSuffix("PRIVATE KEY") }
        guard let document = keys.first else { throw .noKey }
        guard keys.count == 1 else { throw .severalKeys }
        try self.init(der: document.derBytes)
    }

    private init(der: [UInt8]) throws(SigningIdentityError) {
        if let key = try? P256.Signing.PrivateKey(derRepresentation: der) {
            self = .p256(key)
        } else if let key = try? P384.Signing.PrivateKey(derRepresentation: der) {
            self = .p384(key)
        } else if let key = try? _RSA.Signing.PrivateKey(unsafeDERRepresentation: der) {
            guard key.keySizeInBits >= Self.smallestRSAKey else {
                throw .rsaKeyTooSmall(bits: key.keySizeInBits, smallest: Self.smallestRSAKey)
            }
            self = .rsa(key)
        } else {
            throw .unsupportedKey
        }
    }
}

extension RandomNumberGenerator {
    /// `count` random bytes.
    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }
}
