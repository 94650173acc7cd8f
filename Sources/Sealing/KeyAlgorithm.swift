internal import Crypto

/// The kind of a key, which decides the suite of RFC 9180 that is used with it.
public enum KeyAlgorithm: String, CaseIterable, Hashable, Sendable {
    case x25519 = "X25519"
    case p256 = "P-256"
    case p384 = "P-384"
    case p521 = "P-521"

    /// The suite's name, from the IANA registry of HPKE: how it encapsulates, derives and encrypts.
    public var suiteName: String {
        switch self {
        case .x25519: "DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305"
        case .p256: "DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM"
        case .p384: "DHKEM(P-384, HKDF-SHA384), HKDF-SHA384, AES-256-GCM"
        case .p521: "DHKEM(P-521, HKDF-SHA512), HKDF-SHA512, AES-256-GCM"
        }
    }

    var suite: HPKE.Ciphersuite {
        switch self {
        case .x25519: .Curve25519_SHA256_ChachaPoly
        case .p256: .P256_SHA256_AES_GCM_256
        case .p384: .P384_SHA384_AES_GCM_256
        case .p521: .P521_SHA512_AES_GCM_256
        }
    }

    /// Bytes of an encapsulated key (Nenc of RFC 9180, section 7.1).
    var encapsulatedCount: Int {
        switch self {
        case .x25519: 32
        case .p256: 65
        case .p384: 97
        case .p521: 133
        }
    }

    /// Bytes of a secret key (Nsk).
    var secretCount: Int {
        switch self {
        case .x25519: 32
        case .p256: 32
        case .p384: 48
        case .p521: 66
        }
    }

    /// Bytes by which a message grows: each of the suites has a tag of 128 bits.
    static let tagCount = 16
}
