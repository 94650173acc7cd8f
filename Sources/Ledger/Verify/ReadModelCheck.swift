internal import CaseFile
internal import GRDB

/// Holds the read model against what the scan of the records found.
struct ReadModelCheck {
    let log: StoredLog
    let db: Database
    /// From `RecordCheck`.
    let firsts: [UInt16]
    let kinds: [String]
    /// From `VersionCheck`.
    let latest: [Int: Int]
    var findings: FindingList

    /// - Parameter describe: gives a record's label and subject; without it those two are taken on trust.
    mutating func check(describing describe: Ledger.Describe?) throws {
        var next = 0
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT first, seq, kind, label, subject FROM latest WHERE log = ? ORDER BY first",
            arguments: [log.number]
        )
        while let row = try rows.next() {
            let first: Int = row[0]
            skip(&next, to: first)
            next = max(next, first + 1)
            guard firsts.indices.contains(first), firsts[first] > 0 else {
                findings.add(.readModel, .latest(first: first), expected: "no row", found: "a row")
                continue
            }
            try check(row, first: first, describing: describe)
        }
        skip(&next, to: firsts.count)
    }

    private mutating func skip(_ next: inout Int, to first: Int) {
        while next < min(first, firsts.count) {
            if firsts[next] > 0 {
                findings.add(.readModel, .latest(first: next), expected: "a row", found: "none")
            }
            next += 1
        }
    }

    private mutating func check(_ row: Row, first: Int, describing describe: Ledger.Describe?) throws {
        let place = LogFinding.Place.latest(first: first)
        let seq = latest[first] ?? first
        if row[1] as Int != seq {
            findings.add(
                .readModel,
                place,
                expected: "the current version is record \(seq)",
                found: "record \(row[1] as Int)"
            )
        }
        let kind = kinds[Int(firsts[first]) - 1]
        if !(row[2] as String).isExactly(kind) {
            findings.add(.readModel, place, expected: "kind \(kind)", found: "another kind")
        }
        guard let describe,
            let entry = try LogEntry.readable("WHERE log = ? AND seq = ?", [log.number, seq], in: log, db)
        else { return }
        let (label, subject) = try describe(entry)
        if !Self.same(row[3], label) {
            findings.add(.readModel, place, expected: "the record's label", found: "another")
        }
        if !Self.same(row[4], subject?.description) {
            findings.add(.readModel, place, expected: "the record's subject", found: "another")
        }
    }

    private static func same(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.isExactly(b)
    }
}
