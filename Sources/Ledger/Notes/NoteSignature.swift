internal import Crypto
internal import Foundation

/// One signature of a note: the line `— name base64(key id ‖ signature)`.
public struct NoteSignature: Hashable, Sendable {
    /// The name of the key.
    public let name: String
    public let keyID: UInt32
    /// What follows the key's id; how it is made up depends on the key's algorithm.
    public let bytes: [UInt8]

    public init(name: String, keyID: UInt32, bytes: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// Reads the line, without its line feed.
    init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isExactly("\u{2014}"), NoteKey.isName(String(parts[1])),
            let bytes = Base64.bytes(parts[2]), bytes.count > 4
        else { return nil }
        self.name = String(parts[1])
        self.keyID = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = Array(bytes.dropFirst(4))
    }

    /// The line, without its line feed.
    var line: String {
        "\u{2014} \(name) \(Base64.text(withUnsafeBytes(of: keyID.bigEndian) { Array($0) } + bytes))"
    }

    /// Whether the signature is by this key, going by name and id. Whether it fits the text is another question.
    func isBy(_ key: NoteKey) -> Bool {
        keyID == key.id && name.isExactly(key.name)
    }

    /// The time in a cosignature, in seconds since 1970: its first eight bytes. Only a verified one tells it.
    var time: Int64? {
        guard bytes.count == 8 + 64 else { return nil }
        return Int64(exactly: bytes.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
    }

    /// Whether the signature is over `text` by `key`, which `isBy` has found to be its key.
    func fits(_ text: String, by key: NoteKey) -> Bool {
        guard let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey) else {
            return false
        }
        switch key.algorithm {
        case .ed25519:
            return publicKey.isValidSignature(bytes, for: Data(text.utf8))
        case .cosignature:
            guard let time else { return false }
            return publicKey.isValidSignature(bytes.dropFirst(8), for: Self.cosigned(text, at: time))
        }
    }

    /// What a cosignature of `text` is over (C2SP tlog-cosignature, "Ed25519 signed message").
    static func cosigned(_ text: String, at time: Int64) -> Data {
        Data("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }
}
