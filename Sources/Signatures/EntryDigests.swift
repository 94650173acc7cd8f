/// An entry of the container, with the digests that one pass over it gave.
public struct EntryDigests: Hashable, Sendable {
    /// The entry's path, as the container has it.
    public let path: String
    /// At least the digests of ``UnverifiedSignature/digestAlgorithms``; none are needed for `mimetype` and for what
    /// is under `META-INF/`.
    public let digests: [DigestAlgorithm: [UInt8]]

    public init(path: String, digests: [DigestAlgorithm: [UInt8]]) {
        self.path = path
        self.digests = digests
    }

    /// An entry of which only SHA-256 is known.
    public init(path: String, sha256: [UInt8]) {
        self.init(path: path, digests: [.sha256: sha256])
    }
}
