/// Findings as they come, so many of them and no more: an archive of a million bad names is not worth a gigabyte.
struct FindingList {
    private let limit: Int
    private(set) var kept: [ArchiveFinding] = []
    private(set) var leftOut = 0
    private(set) var worst: ArchiveFinding.Severity?
    /// Whether something was found for which nothing of the archive is to be read.
    private(set) var refusesArchive = false

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ finding: ArchiveFinding) {
        let isFatal = finding.severity == .refusal && finding.position == nil
        refusesArchive = refusesArchive || isFatal
        worst = max(worst ?? .note, finding.severity)
        if kept.count < limit || isFatal {
            kept.append(finding)
        } else {
            leftOut += 1
        }
    }

    /// A finding about the archive as a whole.
    mutating func add(_ code: ArchiveFinding.Code, expected: String, found: String) {
        add(ArchiveFinding(code, expected: expected, found: found))
    }
}
