/// Why something could not be sealed or opened. No error says a byte of what is inside.
public enum SealingError: Error, Hashable, Sendable {
    /// A wrong key, a wrong passphrase, or bytes that were changed: which of them cannot be told apart.
    case cannotOpen
    /// No key is in this text, or none that can be read.
    case notAKey
    /// A key of a kind that nothing can be sealed for, such as RSA; the name is its object identifier.
    case unsupportedKey(String)
    /// A secret key under a passphrase, which was not given.
    case needsPassphrase
    /// More than can be sealed in one part, in bytes.
    case tooLarge(Int)
}
