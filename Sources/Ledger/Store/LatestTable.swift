public import CaseFile
internal import GRDB

/// The read model: each record's current version, and the words it is looked up by.
struct LatestTable {
    private let upsert: RawStatement

    init(of log: StoredLog, _ db: Database) throws {
        upsert = try RawStatement(
            db,
            """
            INSERT INTO latest (log, first, seq, kind, label, subject) VALUES (\(log.number), ?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (log, first)
            DO UPDATE SET seq = excluded.seq, kind = excluded.kind,
                label = excluded.label, subject = excluded.subject
            """
        )
    }

    /// - Parameters:
    ///   - first: where the record's first version is.
    ///   - seq: where its current version is.
    func set(first: Int, seq: Int, kind: String, label: String?, subject: RecordID?) throws {
        upsert.bind(first, at: 1)
        upsert.bind(seq, at: 2)
        upsert.bind(copy: kind, at: 3)
        upsert.bind(copy: label, at: 4)
        upsert.bind(copy: subject?.description, at: 5)
        try upsert.run()
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
            let latest = try LatestTable(of: stored, db)
            try EntryQuery.from(0).forEach(in: stored, db) { entry in
                let (label, subject) = try describe(entry)
                try latest.set(
                    first: try LogEntry.first(of: entry.record, in: stored, db) ?? entry.seq,
                    seq: entry.seq,
                    kind: entry.kind,
                    label: label,
                    subject: subject
                )
            }
        }
    }
}
