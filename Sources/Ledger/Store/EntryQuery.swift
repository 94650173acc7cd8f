internal import CaseFile
internal import GRDB

/// Which entries of a log, and in which order.
enum EntryQuery {
    /// Those from one place on, in their order.
    case from(Int)
    /// The versions of a record, the first one first.
    case versions(of: RecordID)
    /// The current version of each record, in the order in which the records first came in.
    case current
    /// Of those, the ones with this value in a column of the read model.
    case currentWhere(column: Column, is: String)

    enum Column: String {
        case kind
        case label
        case subject
    }

    private var sql: String {
        let columns = "SELECT entry.seq, entry.kind, entry.record, entry.version, entry.bytes FROM"
        // SQLite knows nothing of how many rows there are. Left to itself it goes through all rows of a log to
        // have them in order, and does not use a column's index.
        let join =
            "CROSS JOIN entry ON entry.log = latest.log AND entry.seq = latest.seq WHERE latest.log = ?1"
        return switch self {
        case .from: "\(columns) entry WHERE log = ?1 AND seq >= ?2 ORDER BY seq"
        case .versions: "\(columns) entry WHERE log = ?1 AND record = ?2 ORDER BY version"
        case .current: "\(columns) latest \(join) ORDER BY latest.first"
        case .currentWhere(let column, _):
            """
            \(columns) latest INDEXED BY latest_\(column.rawValue) \(join)
            AND latest.\(column.rawValue) = ?2 ORDER BY latest.first
            """
        }
    }

    /// Hands over the entries one by one. The statement is its own, so that calls may be nested.
    func forEach(in log: StoredLog, _ db: Database, _ body: (LogEntry) throws -> Void) throws {
        let rows = try RawStatement(db, sql)
        rows.bind(Int(log.number), at: 1)
        switch self {
        case .from(let seq): rows.bind(seq, at: 2)
        case .versions(let record): rows.bind(copy: record.description, at: 2)
        case .current: break
        case .currentWhere(_, let value): rows.bind(copy: value, at: 2)
        }
        while try rows.step() { try body(try LogEntry(rows, in: log)) }
    }
}

extension LogEntry {
    /// From the columns seq, kind, record, version, bytes.
    fileprivate init(_ row: RawStatement, in log: StoredLog) throws {
        guard let record = RecordID(utf8: row.bytes(2).assumingMemoryBound(to: UInt8.self)) else {
            throw LedgerError.damagedRow(log: log.log, seq: row.int(0))
        }
        self.init(
            seq: row.int(0),
            kind: String(decoding: row.bytes(1), as: UTF8.self),
            record: record,
            version: row.int(3),
            bytes: Array(row.bytes(4))
        )
    }
}
