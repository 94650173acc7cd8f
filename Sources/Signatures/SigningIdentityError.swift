public import Foundation

/// Why a signing identity could not be made, read or used. Carries facts, never key bytes or names.
public enum SigningIdentityError: Error, Equatable {
    /// The agency's code or name is empty, longer than a certificate can hold, or has control characters.
    case unusableName
    /// The file holds no certificate.
    case noCertificate
    /// The certificate at `position` (0 is the signer's) cannot be read.
    case malformedCertificate(position: Int)
    /// The certificate at `position` did not issue the one before it.
    case chainBroken(position: Int)
    /// More certificates than a signature may carry.
    case chainTooLong(count: Int, most: Int)
    /// The file holds no private key.
    case noKey
    /// The file holds more than one private key.
    case severalKeys
    /// The key is not readable PEM.
    case malformedKey
    /// The key is protected by a passphrase; give it without one, in a file that only its owner can read.
    case encryptedKey
    /// Neither P-256, P-384 nor RSA.
    case unsupportedKey
    /// An RSA key of fewer bits than are accepted for signing.
    case rsaKeyTooSmall(bits: Int, smallest: Int)
    /// The private key is not the one that the signer's certificate speaks of.
    case keyDoesNotMatchCertificate
    /// The certificate at `position` is not valid before `from`.
    case notYetValid(position: Int, from: Date)
    /// The certificate at `position` was valid until `until`.
    case expired(position: Int, until: Date)
    /// The signer's certificate may not sign documents: it states other uses, or is a CA that states none.
    case keyUsage
    /// An issuer in the chain may not issue certificates.
    case notAnAuthority(position: Int)
    /// The cryptographic library refused to sign.
    case signingFailed
}

extension SigningIdentityError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unusableName:
            "the agency's name or code cannot be written in a certificate"
        case .noCertificate:
            "there is no certificate in PEM"
        case .malformedCertificate(let position):
            "certificate \(position + 1) of the chain cannot be read"
        case .chainBroken(let position):
            "certificate \(position + 1) of the chain did not issue the one before it"
        case .chainTooLong(let count, let most):
            "the chain has \(count) certificates; at most \(most) are carried"
        case .noKey:
            "there is no private key in PEM"
        case .severalKeys:
            "there is more than one private key"
        case .malformedKey:
            "the private key is not readable PEM"
        case .encryptedKey:
            "the private key is protected by a passphrase: give it without one, readable by its owner alone"
        case .unsupportedKey:
            "the private key is neither P-256, P-384 nor RSA"
        case .rsaKeyTooSmall(let bits, let smallest):
            "the RSA key has \(bits) bits; \(smallest) or more are needed"
        case .keyDoesNotMatchCertificate:
            "the private key does not belong to the certificate"
        case .notYetValid(let position, let from):
            "certificate \(position + 1) of the chain is not valid before \(SigningTime(from).text)"
        case .expired(let position, let until):
            "certificate \(position + 1) of the chain was valid until \(SigningTime(until).text)"
        case .keyUsage:
            "the certificate may not sign documents (key usage)"
        case .notAnAuthority(let position):
            "certificate \(position + 1) of the chain may not issue certificates"
        case .signingFailed:
            "the signature could not be computed"
        }
    }
}
