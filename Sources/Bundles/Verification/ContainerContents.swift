internal import Archive
internal import CaseFile
internal import Signatures

/// A container's entries with the digests that one pass over it gave.
struct ContainerContents {
    private let archive: ArchiveReader
    /// SHA-256 in lower-case hexadecimal, by path; without entries that could not be read.
    let sha256: [String: String]
    /// In bytes, by path.
    let sizes: [String: Int]
    let entryDigests: [EntryDigests]

    /// - Parameters:
    ///   - digests: by entry; nil where the entry is damaged.
    ///   - algorithms: those that some signature asks for.
    init(archive: ArchiveReader, digests: [[DigestAlgorithm: [UInt8]]?], algorithms: Set<DigestAlgorithm>) {
        self.archive = archive
        // What could not be read has no digest: zeros, which no signature can have meant.
        let damaged = Dictionary(
            uniqueKeysWithValues: algorithms.union([.sha256]).map {
                ($0, [UInt8](repeating: 0, count: $0.byteCount))
            }
        )
        var sha256: [String: String] = [:]
        var sizes: [String: Int] = [:]
        var entryDigests: [EntryDigests] = []
        for (entry, digests) in zip(archive.directory.entries, digests) {
            sizes[entry.name] = Int(entry.size)
            entryDigests.append(EntryDigests(path: entry.name, digests: digests ?? damaged))
            if let digest = digests?[.sha256] { sha256[entry.name] = Hex.text(digest) }
        }
        self.sha256 = sha256
        self.sizes = sizes
        self.entryDigests = entryDigests
    }

    /// The bytes of a small entry; nil where there is none, or it is not small, or it cannot be read.
    func bytes(of path: String) throws -> [UInt8]? {
        guard let entry = archive.directory[path], entry.size <= UInt64(VerificationLimits.tagFile),
            sha256[path] != nil
        else { return nil }
        return try archive.bytes(of: entry)
    }
}
