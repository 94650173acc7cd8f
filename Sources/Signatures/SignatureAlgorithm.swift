internal import Crypto
internal import CryptoExtras
internal import Foundation
internal import X509

/// The signature algorithms that are accepted. HMAC, DSA and everything over SHA-1 or MD5 are not among them.
///
/// The raw value is the `Algorithm` URI (XML-DSig 1.1 §6.4, RFC 6931 §2.3).
public enum SignatureAlgorithm: String, CaseIterable, Hashable, Sendable {
    case ecdsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
    case ecdsaSHA384 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"
    case ecdsaSHA512 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"
    case rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    case rsaSHA384 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"
    case rsaSHA512 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
    case rsaPSSSHA256 = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"
    case rsaPSSSHA384 = "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1"
    case rsaPSSSHA512 = "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1"

    /// RSA keys shorter than this (bits) are not believed.
    static let smallestRSAKey = 2048

    /// What came of checking a signature value against a key.
    enum Outcome: Equatable {
        case valid
        /// The right form, but not made by this key over these bytes.
        case invalid
        /// Not the number of bytes that this key's signatures have.
        case wrongLength(expected: Int)
        /// The algorithm is not one for this kind or size of key.
        case wrongKey
    }

    /// Checks `signature` (the decoded `ds:SignatureValue`) over `bytes` (the canonical `ds:SignedInfo`).
    func check(_ signature: [UInt8], over bytes: [UInt8], by key: Certificate.PublicKey) -> Outcome {
        switch self {
        case .ecdsaSHA256: Self.checkECDSA(signature, SHA256.hash(data: bytes), key)
        case .ecdsaSHA384: Self.checkECDSA(signature, SHA384.hash(data: bytes), key)
        case .ecdsaSHA512: Self.checkECDSA(signature, SHA512.hash(data: bytes), key)
        case .rsaSHA256: Self.checkRSA(signature, SHA256.hash(data: bytes), key, .insecurePKCS1v1_5)
        case .rsaSHA384: Self.checkRSA(signature, SHA384.hash(data: bytes), key, .insecurePKCS1v1_5)
        case .rsaSHA512: Self.checkRSA(signature, SHA512.hash(data: bytes), key, .insecurePKCS1v1_5)
        case .rsaPSSSHA256: Self.checkRSA(signature, SHA256.hash(data: bytes), key, .PSS)
        case .rsaPSSSHA384: Self.checkRSA(signature, SHA384.hash(data: bytes), key, .PSS)
        case .rsaPSSSHA512: Self.checkRSA(signature, SHA512.hash(data: bytes), key, .PSS)
        }
    }

    /// ECDSA values are r‖s, each as long as the curve's order: never the DER that other protocols use.
    private static func checkECDSA(
        _ signature: [UInt8],
        _ digest: some Digest,
        _ key: Certificate.PublicKey
    ) -> Outcome {
        if let key = P256.Signing.PublicKey(key) {
            guard signature.count == 64 else { return .wrongLength(expected: 64) }
            guard let value = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else {
                return .invalid
            }
            return key.isValidSignature(value, for: digest) ? .valid : .invalid
        }
        if let key = P384.Signing.PublicKey(key) {
            guard signature.count == 96 else { return .wrongLength(expected: 96) }
            guard let value = try? P384.Signing.ECDSASignature(rawRepresentation: signature) else {
                return .invalid
            }
            return key.isValidSignature(value, for: digest) ? .valid : .invalid
        }
        if let key = P521.Signing.PublicKey(key) {
            guard signature.count == 132 else { return .wrongLength(expected: 132) }
            guard let value = try? P521.Signing.ECDSASignature(rawRepresentation: signature) else {
                return .invalid
            }
            return key.isValidSignature(value, for: digest) ? .valid : .invalid
        }
        return .wrongKey
    }

    private static func checkRSA(
        _ signature: [UInt8],
        _ digest: some Digest,
        _ key: Certificate.PublicKey,
        _ padding: _RSA.Signing.Padding
    ) -> Outcome {
        guard let key = _RSA.Signing.PublicKey(key), key.keySizeInBits >= smallestRSAKey else {
            return .wrongKey
        }
        let length = (key.keySizeInBits + 7) / 8
        guard signature.count == length else { return .wrongLength(expected: length) }
        let value = _RSA.Signing.RSASignature(rawRepresentation: signature)
        return key.isValidSignature(value, for: digest, padding: padding) ? .valid : .invalid
    }
}
