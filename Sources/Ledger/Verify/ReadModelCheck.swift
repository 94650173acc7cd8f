internal import CaseFile
internal import GRDB

/// Holds the rows of the read model against the records that were read.
struct ReadModelCheck {
    /// How many records the last checkpoint speaks for.
    private let end: Int
    private(set) var findings: FindingList
    private var next = 0
    /// The rows whose current version is not the first one.
    private var moved: [Int: Int] = [:]

    init(end: Int, limit: Int) {
        self.end = end
        findings = FindingList(limit: limit)
    }

    /// Takes the next row; the records up to `first` have been read.
    mutating func take(first: Int, seq: Int, kind: UnsafeRawBufferPointer, of firsts: FirstVersions) {
        skip(to: first, of: firsts)
        guard (0..<end).contains(first), let expected = firsts.kind(at: first) else {
            report(first, expected: "no row", found: "a row")
            return
        }
        next = first + 1
        if seq != first { moved[first] = seq }
        if !expected.withUnsafeBytes({ $0.isSame(as: kind) }) {
            let expected = "kind \(String(decoding: expected, as: UTF8.self))"
            report(first, expected: expected, found: "another kind")
        }
    }

    /// Every record's first version has a row.
    private mutating func skip(to first: Int, of firsts: FirstVersions) {
        while next < min(first, end) {
            if firsts.kind(at: next) != nil { report(next, expected: "a row", found: "none") }
            next += 1
        }
    }

    /// After the last row.
    /// - Parameter latest: where the current version of each amended record is, by where its first one is.
    mutating func finish(of firsts: FirstVersions, latest: [Int: Int]) {
        skip(to: end, of: firsts)
        for first in Set(moved.keys).union(latest.keys).sorted() {
            let (found, expected) = (moved[first] ?? first, latest[first] ?? first)
            if found != expected {
                report(first, expected: "record \(expected) as the current version", found: "record \(found)")
            }
        }
    }

    private mutating func report(_ first: Int, expected: String, found: String) {
        findings.add(.readModel, .latest(first: first), expected: expected, found: found)
    }

    /// Holds labels and subjects against what `describe` makes of the records.
    mutating func check(_ describe: Ledger.Describe, in log: StoredLog, _ db: Database) throws {
        let rows = try RawStatement(
            db,
            "SELECT first, seq, label, subject FROM latest WHERE log = \(log.number) ORDER BY first"
        )
        while try rows.step() {
            let entry = try LogEntry.readable { try .at(rows.int(1), in: log, db) }
            guard let entry else { continue }
            let (label, subject) = try describe(entry)
            let columns: [(Int32, name: String, String?)] = [
                (2, "label", label), (3, "subject", subject?.description),
            ]
            for (column, name, text) in columns
            where rows.isNull(column) != (text == nil) || !rows.bytes(column).elementsEqual((text ?? "").utf8)
            {
                report(rows.int(0), expected: "the record's \(name)", found: "another")
            }
        }
    }
}
