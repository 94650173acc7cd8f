public import CaseFile
internal import GRDB

/// The read model: each record's current version, and the words it is looked up by.
enum LatestTable {
    static func set(
        first: Int,
        seq: Int,
        kind: String,
        label: String?,
        subject: RecordID?,
        in log: StoredLog,
        _ db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO latest (log, first, seq, kind, label, subject) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (log, first)
                DO UPDATE SET seq = excluded.seq, kind = excluded.kind,
                    label = excluded.label, subject = excluded.subject
                """
        ).execute(arguments: [log.number, first, seq, kind, label, subject?.description])
    }
}

extension Ledger {
    /// What a record is looked up by. The ledger does not read records, so it asks.
    public typealias Describe = (LogEntry) throws -> (label: String?, subject: RecordID?)

    /// Makes the read model of a log again from its records.
    public func rebuild(_ log: RecordID, describing describe: Describe) throws {
        try rewriting { db in
            let stored = try StoredLog.get(log, db)
            try db.execute(sql: "DELETE FROM latest WHERE log = ?", arguments: [stored.number])
            let entries = try LogEntry.cursor("WHERE log = ? ORDER BY seq", [stored.number], in: stored, db)
            while let entry = try entries.next() {
                let (label, subject) = try describe(entry)
                try LatestTable.set(
                    first: try LogEntry.first(entry.record, in: stored, db) ?? entry.seq,
                    seq: entry.seq,
                    kind: entry.kind,
                    label: label,
                    subject: subject,
                    in: stored,
                    db
                )
            }
        }
    }
}
