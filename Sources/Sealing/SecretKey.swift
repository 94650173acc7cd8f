internal import Crypto
internal import Foundation
internal import SwiftASN1

/// The secret half of a key pair. It lives in memory only as long as it is used, and at rest under a passphrase.
public struct SecretKey: Sendable {
    public let algorithm: KeyAlgorithm
    public let recipient: RecipientKey
    /// The number itself, of `algorithm.secretCount` bytes.
    let raw: [UInt8]

    /// Makes a new key pair.
    public init(_ algorithm: KeyAlgorithm = .x25519, using random: inout some RandomNumberGenerator) {
        // One in 2³² of P-256 and less of the others is no number of the curve.
        while true {
            var raw = (0..<algorithm.secretCount).map { _ in UInt8.random(in: 0...255, using: &random) }
            if algorithm == .p521 { raw[0] &= 1 }
            if let key = try? SecretKey(algorithm, raw: raw) {
                self = key
                return
            }
        }
    }

    init(_ algorithm: KeyAlgorithm, raw: [UInt8]) throws {
        self.algorithm = algorithm
        self.raw = raw
        recipient =
            switch algorithm {
            case .x25519:
                RecipientKey(
                    algorithm: .x25519,
                    der: RecipientKey.x25519Prefix
                        + Array(
                            try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw).publicKey
                                .rawRepresentation
                        )
                )
            case .p256:
                RecipientKey(
                    algorithm: .p256,
                    der: Array(
                        try P256.KeyAgreement.PrivateKey(rawRepresentation: raw).publicKey.derRepresentation
                    )
                )
            case .p384:
                RecipientKey(
                    algorithm: .p384,
                    der: Array(
                        try P384.KeyAgreement.PrivateKey(rawRepresentation: raw).publicKey.derRepresentation
                    )
                )
            case .p521:
                RecipientKey(
                    algorithm: .p521,
                    der: Array(
                        try P521.KeyAgreement.PrivateKey(rawRepresentation: raw).publicKey.derRepresentation
                    )
                )
            }
    }
}

// MARK: PKCS#8

extension SecretKey {
    /// Reads a key in clear, as PKCS#8 in PEM (RFC 5958; RFC 8410 for X25519) or as the older form of an elliptic
    /// curve's (RFC 5915). An encrypted PKCS#8 is refused: `openssl pkey` takes its passphrase off.
    public init(pem: String) throws(SealingError) {
        guard let documents = try? PEMDocument.parseMultiple(pemString: pem) else { throw .notAKey }
        // openssl writes the curve's parameters before an older key.
        guard let document = documents.first(where: { $0.discriminator.hasSuffix("PRIVATE KEY") }) else {
            throw .notAKey
        }
        guard document.discriminator != "ENCRYPTED PRIVATE KEY" else { throw .needsPassphrase }
        let der = document.derBytes
        let one = document.pemString
        if der.count == Self.x25519Prefix.count + 32, der.starts(with: Self.x25519Prefix),
            let key = try? SecretKey(.x25519, raw: Array(der.suffix(32)))
        {
            self = key
        } else if let key = try? P256.KeyAgreement.PrivateKey(pemRepresentation: one),
            let key = try? SecretKey(.p256, raw: Array(key.rawRepresentation))
        {
            self = key
        } else if let key = try? P384.KeyAgreement.PrivateKey(pemRepresentation: one),
            let key = try? SecretKey(.p384, raw: Array(key.rawRepresentation))
        {
            self = key
        } else if let key = try? P521.KeyAgreement.PrivateKey(pemRepresentation: one),
            let key = try? SecretKey(.p521, raw: Array(key.rawRepresentation))
        {
            self = key
        } else {
            throw .notAKey
        }
    }

    /// The key in clear, as PKCS#8 in PEM. Only for a file that is kept apart from the store, such as the recovery
    /// key's.
    public var pem: String {
        switch algorithm {
        case .x25519:
            PEMDocument(type: "PRIVATE KEY", derBytes: Self.x25519Prefix + raw).pemString + "\n"
        case .p256: try! P256.KeyAgreement.PrivateKey(rawRepresentation: raw).pemRepresentation + "\n"
        case .p384: try! P384.KeyAgreement.PrivateKey(rawRepresentation: raw).pemRepresentation + "\n"
        case .p521: try! P521.KeyAgreement.PrivateKey(rawRepresentation: raw).pemRepresentation + "\n"
        }
    }

    /// What stands before the 32 bytes of an X25519 key (RFC 8410, section 7).
    private static let x25519Prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x04, 0x22, 0x04, 0x20,
    ]
}

// MARK: Opening

extension SecretKey {
    /// Decrypts one message in the base mode of RFC 9180.
    /// - Parameter sealed: the encapsulated key, and after it the ciphertext.
    func decrypt(
        _ sealed: some Collection<UInt8>,
        info: some DataProtocol,
        authenticating data: some DataProtocol
    ) throws(SealingError) -> [UInt8] {
        let sealed = Array(sealed)
        guard sealed.count >= algorithm.encapsulatedCount + KeyAlgorithm.tagCount else { throw .cannotOpen }
        let encapsulated = Data(sealed.prefix(algorithm.encapsulatedCount))
        do {
            var receiver =
                switch algorithm {
                case .x25519:
                    try receiver(
                        Curve25519.KeyAgreement.PrivateKey(rawRepresentation: raw),
                        info,
                        encapsulated
                    )
                case .p256:
                    try receiver(P256.KeyAgreement.PrivateKey(rawRepresentation: raw), info, encapsulated)
                case .p384:
                    try receiver(P384.KeyAgreement.PrivateKey(rawRepresentation: raw), info, encapsulated)
                case .p521:
                    try receiver(P521.KeyAgreement.PrivateKey(rawRepresentation: raw), info, encapsulated)
                }
            return Array(
                try receiver.open(sealed.dropFirst(algorithm.encapsulatedCount), authenticating: data)
            )
        } catch {
            throw .cannotOpen
        }
    }

    private func receiver(
        _ key: some HPKEDiffieHellmanPrivateKey,
        _ info: some DataProtocol,
        _ encapsulated: Data
    ) throws -> HPKE.Recipient {
        try HPKE.Recipient(
            privateKey: key,
            ciphersuite: algorithm.suite,
            info: Data(info),
            encapsulatedKey: encapsulated
        )
    }
}
