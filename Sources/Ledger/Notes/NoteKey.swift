internal import Crypto
internal import CaseFile

/// The public key that a signature of a note is checked with (C2SP signed-note, "verifier keys").
public struct NoteKey: Hashable, Sendable {
    /// What a signature by the key is over. The number goes into the key's id.
    public enum Algorithm: UInt8, Hashable, Sendable {
        /// The note's text.
        case ed25519 = 0x01
        /// The text and the time of signing (C2SP tlog-cosignature, `cosignature/v1`).
        case cosignature = 0x04
    }

    public let name: String
    public let algorithm: Algorithm
    /// The 32 bytes of the Ed25519 key (RFC 8032).
    public let publicKey: [UInt8]
    /// What signature lines tell the key by: the first four bytes of SHA-256(name ‖ 0x0A ‖ algorithm ‖ key).
    public let id: UInt32

    public init(name: String, algorithm: Algorithm, publicKey: [UInt8]) throws(NoteError) {
        guard Self.isName(name) else { throw .keyName }
        guard publicKey.count == 32 else { throw .key(reason: .length) }
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        self.id = Self.id(name: name, algorithm: algorithm, publicKey: publicKey)
    }

    /// Reads `name+id+base64(algorithm ‖ key)`, with the id in eight hexadecimal digits.
    public init(_ text: String) throws(NoteError) {
        let (name, id, material) = try Self.parts(text)
        guard let first = material.first, let algorithm = Algorithm(rawValue: first) else {
            throw .key(reason: .algorithm)
        }
        try self.init(name: name, algorithm: algorithm, publicKey: Array(material.dropFirst()))
        guard self.id == id else { throw .key(reason: .identifier) }
    }

    /// Whether a text can name a key.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x20 && scalar != "+" && !scalar.properties.isWhitespace
            }
    }

    /// Takes `name+id+base64` apart. The name has no plus; the base64 may have some.
    static func parts(
        _ text: some StringProtocol
    ) throws(NoteError) -> (name: String, id: UInt32, material: [UInt8]) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 8,
            let id = Hex.bytes(parts[1])?.reduce(0 as UInt32, { $0 << 8 | UInt32($1) })
        else { throw .key(reason: .parts) }
        guard let material = Base64.bytes(parts[2]) else { throw .key(reason: .base64) }
        return (String(parts[0]), id, material)
    }

    private static func id(name: String, algorithm: Algorithm, publicKey: [UInt8]) -> UInt32 {
        var hasher = SHA256()
        hasher.update(data: Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
        return hasher.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func hex(_ id: UInt32) -> String {
        Hex.text(withUnsafeBytes(of: id.bigEndian) { Array($0) })
    }
}

extension NoteKey: CustomStringConvertible {
    /// The key's text form, a "vkey".
    public var description: String {
        "\(name)+\(Self.hex(id))+\(Base64.text([algorithm.rawValue] + publicKey))"
    }
}
