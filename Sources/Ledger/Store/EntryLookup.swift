internal import CaseFile
internal import GRDB

/// Single entries, by statements that are compiled once.
extension LogEntry {
    /// The entry at one place.
    static func at(_ seq: Int, in log: StoredLog, _ db: Database) throws -> LogEntry? {
        try find("seq = ?", [log.number, seq], in: log, db)
    }

    static func version(
        _ version: Int,
        of record: RecordID,
        in log: StoredLog,
        _ db: Database
    ) throws -> LogEntry? {
        try find("record = ? AND version = ?", [log.number, record.description, version], in: log, db)
    }

    static func current(_ record: RecordID, in log: StoredLog, _ db: Database) throws -> LogEntry? {
        try find("record = ? ORDER BY version DESC LIMIT 1", [log.number, record.description], in: log, db)
    }

    /// Where a record's first version is.
    static func first(of record: RecordID, in log: StoredLog, _ db: Database) throws -> Int? {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT seq FROM entry WHERE log = ? AND record = ? AND version = 1"),
            arguments: [log.number, record.description]
        )
    }

    private static func find(
        _ condition: String,
        _ arguments: StatementArguments,
        in log: StoredLog,
        _ db: Database
    ) throws -> LogEntry? {
        let statement = try db.cachedStatement(
            sql: "SELECT seq, kind, record, version, bytes FROM entry WHERE log = ? AND \(condition)"
        )
        guard let row = try Row.fetchOne(statement, arguments: arguments) else { return nil }
        let seq: Int = row[0]
        guard let record = RecordID(row[2] as String) else {
            throw LedgerError.damagedRow(log: log.log, seq: seq)
        }
        return LogEntry(seq: seq, kind: row[1], record: record, version: row[3], bytes: try row.bytes(4))
    }

    /// Nil for an entry whose row has no id: verifying knows it by its bytes.
    static func readable(_ find: () throws -> LogEntry?) throws -> LogEntry? {
        do { return try find() } catch LedgerError.damagedRow { return nil }
    }
}
