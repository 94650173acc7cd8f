/// Why a signed note, a key or a checkpoint could not be used. It tells the place, not what stands there.
public enum NoteError: Error, Hashable, Sendable {
    /// The note is longer than is read, in bytes.
    case tooLarge(limit: Int)
    /// Not UTF-8, or a control character other than the line feed.
    case notText
    /// No blank line and signatures after a text that ends its line.
    case noSignatures
    /// A signature line is not `— name base64`; the first signature line is 1.
    case signatureLine(Int)
    /// More signatures than are read.
    case tooManySignatures(limit: Int)
    /// None of the signatures is by a key that was given.
    case noKnownSignature
    /// A signature by a key that was given does not fit the text.
    case wrongSignature(keyID: UInt32)
    /// A key's name is empty, or has a space, a plus or a control character in it.
    case keyName
    /// A key is not in its form.
    case key(reason: KeyFault)
    /// A line of a checkpoint's text is not in its form; the first line is 1.
    case checkpointLine(Int)

    public enum KeyFault: String, Hashable, Sendable {
        case parts = "not name+id+base64"
        case base64 = "the last part is not base64"
        case algorithm = "not an Ed25519 key"
        case length = "not 32 bytes"
        case identifier = "the id does not fit the name and the key"
    }
}

extension NoteError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let limit): "the signed note is longer than \(limit) bytes"
        case .notText: "the signed note is not text"
        case .noSignatures: "the signed note has no signatures"
        case .signatureLine(let number): "signature line \(number) is not in its form"
        case .tooManySignatures(let limit): "the signed note has more than \(limit) signatures"
        case .noKnownSignature: "no signature is by a known key"
        case .wrongSignature(let id): "the signature by key \(NoteKey.hex(id)) does not fit the text"
        case .keyName: "a key's name may not be empty, nor hold a space or a plus"
        case .key(let reason): "the key is malformed: \(reason.rawValue)"
        case .checkpointLine(let number): "line \(number) of the checkpoint is not in its form"
        }
    }
}
