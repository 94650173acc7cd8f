internal import Crypto
public import Foundation

/// The private Ed25519 key that an office signs its logs with.
///
/// One key, two kinds of signature, which cannot be taken for each other: of each log's checkpoints under the
/// log's own name, and of a checkpoint and a time (`cosignature/v1`) under the office's name.
public struct LogKey: Sendable {
    /// Who signs, and the public key.
    public let office: OfficeKey
    private let privateKey: Curve25519.Signing.PrivateKey

    /// - Parameters:
    ///   - office: the office's name, such as `AHTU-KOL.dossier`.
    ///   - seed: 32 bytes of chance that nobody else has (RFC 8032, the private key).
    public init(office: String, seed: [UInt8]) throws(NoteError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .key(reason: .length)
        }
        privateKey = key
        self.office = try OfficeKey(name: office, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// The same note, signed under `name`.
    public func sign(_ note: SignedNote, as name: String) throws(NoteError) -> SignedNote {
        let key = try NoteKey(name: name, algorithm: .ed25519, publicKey: office.publicKey)
        return note.adding(
            NoteSignature(name: key.name, keyID: key.id, bytes: signature(over: Data(note.text.utf8)))
        )
    }

    /// The same note, cosigned under the office's name.
    ///
    /// It says that at this time this was the newest state of that log which the office had seen, and that it
    /// continued all the earlier ones it had seen: the caller has checked that.
    /// - Parameter time: taken to the second below.
    public func cosign(_ note: SignedNote, at time: Date) -> SignedNote {
        let seconds = time.wholeSeconds
        let key = office.cosigner
        let stamp = withUnsafeBytes(of: UInt64(seconds).bigEndian) { Array($0) }
        let signature = signature(over: NoteSignature.cosigned(note.text, at: seconds))
        return note.adding(NoteSignature(name: key.name, keyID: key.id, bytes: stamp + signature))
    }

    private func signature(over message: Data) -> [UInt8] {
        do { return Array(try privateKey.signature(for: message)) } catch {
            // BoringSSL's ED25519_sign fails only where it has no memory.
            fatalError("Ed25519 could not sign: \(error)")
        }
    }
}

// MARK: As a file

extension LogKey {
    private static let prefix = "PRIVATE+KEY+"

    /// Reads a key in the text form of Go's `sumdb/note`: `PRIVATE+KEY+name+id+base64(0x01 ‖ seed)`.
    /// The id is of the public key, so a damaged key is noticed.
    public init(privateText: String) throws(NoteError) {
        guard privateText.hasPrefix(Self.prefix) else { throw .key(reason: .parts) }
        let (name, id, material) = try NoteKey.parts(privateText.dropFirst(Self.prefix.count))
        guard material.first == NoteKey.Algorithm.ed25519.rawValue else { throw .key(reason: .algorithm) }
        try self.init(office: name, seed: Array(material.dropFirst()))
        guard try office.noteKey(named: name).id == id else { throw .key(reason: .identifier) }
    }

    /// The key as text. Whoever reads it can sign in the office's name: it belongs into a private file and nowhere else.
    public var privateText: String {
        let key = try! office.noteKey(named: office.name)
        let material = [NoteKey.Algorithm.ed25519.rawValue] + privateKey.rawRepresentation
        return "\(Self.prefix)\(key.name)+\(NoteKey.hex(key.id))+\(Base64.text(material))"
    }
}

extension Date {
    /// Seconds since 1970, rounded down; never below 0, which no signature can carry.
    var wholeSeconds: Int64 { max(0, Int64(timeIntervalSince1970.rounded(.down))) }
}
