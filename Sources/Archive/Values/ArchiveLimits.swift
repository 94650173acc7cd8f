/// What an archive may ask of its reader before it is refused.
public struct ArchiveLimits: Hashable, Sendable {
    /// Entries in the central directory.
    public var entries: Int
    /// Bytes of the central directory.
    public var directoryBytes: UInt64
    /// Bytes of a name, folders included.
    public var nameBytes: Int
    /// Bytes of one step of a name: a folder or a file. Linux's file systems hold 255.
    public var stepBytes: Int
    /// Steps of a name.
    public var nameDepth: Int
    /// Bytes of one entry once it is inflated.
    public var entryBytes: UInt64
    /// Bytes of all entries once they are inflated.
    public var totalBytes: UInt64
    /// Bytes inflated for each byte kept; entries of less than 1 MiB are exempt. DEFLATE itself reaches 1032.
    public var inflationRatio: UInt64
    /// Findings that are kept one by one; the others are counted.
    public var findings: Int

    public init(
        entries: Int,
        directoryBytes: UInt64,
        nameBytes: Int,
        stepBytes: Int,
        nameDepth: Int,
        entryBytes: UInt64,
        totalBytes: UInt64,
        inflationRatio: UInt64,
        findings: Int
    ) {
        self.entries = entries
        self.directoryBytes = directoryBytes
        self.nameBytes = nameBytes
        self.stepBytes = stepBytes
        self.nameDepth = nameDepth
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
        self.inflationRatio = inflationRatio
        self.findings = findings
    }

    /// A bundle: a million entries, 1 TiB each, 16 TiB together, inflated up to 200 times.
    public static let bundle = ArchiveLimits(
        entries: 1_000_000,
        directoryBytes: 256 << 20,
        nameBytes: 1024,
        stepBytes: 255,
        nameDepth: 32,
        entryBytes: 1 << 40,
        totalBytes: 16 << 40,
        inflationRatio: 200,
        findings: 10_000
    )

    /// How often an entry holds what it takes in the archive, when that is more than is allowed.
    func excessiveRatio(size: UInt64, compressedSize: UInt64) -> UInt64? {
        let ratio = size / max(compressedSize, 1)
        return size > 1 << 20 && ratio > inflationRatio ? ratio : nil
    }
}
