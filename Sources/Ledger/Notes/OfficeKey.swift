/// What an office's signatures are checked with: its name and its public key.
public struct OfficeKey: Hashable, Sendable {
    /// Such as `AHTU-KOL.dossier`.
    public let name: String
    /// The 32 bytes of the Ed25519 key.
    public let publicKey: [UInt8]
    /// The key that the office's cosignatures are checked with.
    public let cosigner: NoteKey

    public init(name: String, publicKey: [UInt8]) throws(NoteError) {
        self.name = name
        self.publicKey = publicKey
        cosigner = try NoteKey(name: name, algorithm: .cosignature, publicKey: publicKey)
    }

    /// The key that the checkpoints of one of the office's logs are checked with.
    func noteKey(named origin: String) throws(NoteError) -> NoteKey {
        try NoteKey(name: origin, algorithm: .ed25519, publicKey: publicKey)
    }
}
