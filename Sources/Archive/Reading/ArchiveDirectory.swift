/// What is in an archive, and what was found on the way to know it.
public struct ArchiveDirectory: Sendable {
    /// The files that can be read, in the order of the central directory. None when the archive itself is refused.
    public let entries: [ArchiveEntry]
    /// In the order in which they were found; the first ``ArchiveLimits/findings`` of them.
    public let findings: [ArchiveFinding]
    /// Findings beyond those.
    public let findingsLeftOut: Int
    /// The gravest of all findings, those left out included; nil when there is none.
    public let worst: ArchiveFinding.Severity?
    /// Whether nothing of the archive can be read.
    public let isRefused: Bool

    private let indices: [String: Int]

    init(entries: [ArchiveEntry], findings: FindingList) {
        self.entries = entries
        self.findings = findings.kept
        findingsLeftOut = findings.leftOut
        worst = findings.worst
        isRefused = findings.refusesArchive
        // No two of these names are equal, not even by Unicode form: such entries are refused.
        indices = Dictionary(
            entries.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The entry of exactly this name, byte for byte.
    public subscript(name: String) -> ArchiveEntry? {
        guard let index = indices[name], entries[index].name.utf8.elementsEqual(name.utf8) else { return nil }
        return entries[index]
    }
}
