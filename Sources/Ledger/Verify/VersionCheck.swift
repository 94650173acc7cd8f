internal import CaseFile
internal import GRDB

/// Checks that each version after the first continues the one before.
struct VersionCheck {
    let log: StoredLog
    let db: Database
    var findings: FindingList
    /// For each record with later versions, where its first and its last version are.
    private(set) var latest: [Int: Int] = [:]

    init(log: StoredLog, db: Database, limit: Int) {
        self.log = log
        self.db = db
        findings = FindingList(limit: limit)
    }

    mutating func check(_ amendments: [RecordBlock.Amendment]) throws {
        for amendment in amendments {
            let place = LogFinding.Place.entry(seq: amendment.seq, record: amendment.record.description)
            let before = try LogEntry.readable {
                try .version(amendment.version - 1, of: amendment.record, in: log, db)
            }
            guard let before else {
                findings.add(
                    .versionChain,
                    place,
                    expected: "version \(amendment.version - 1) before it",
                    found: "none"
                )
                continue
            }
            if before.seq > amendment.seq {
                findings.add(
                    .versionChain,
                    place,
                    expected: "version \(before.version) before it",
                    found: "it comes later, as record \(before.seq)"
                )
            }
            if !amendment.replaces.contains(before.leaf) {
                findings.add(
                    .versionChain,
                    place,
                    expected: "that it replaces \(before.leaf)",
                    found: "that it replaces \(amendment.replaces.map(\.description).joined(separator: " "))"
                )
            }
            if let first = try LogEntry.first(of: amendment.record, in: log, db) {
                latest[first] = max(latest[first] ?? first, amendment.seq)
            }
        }
    }
}
