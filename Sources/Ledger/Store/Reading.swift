public import CaseFile
internal import GRDB

// MARK: By place

extension Ledger {
    /// The entry at one place, or nil.
    public func entry(_ seq: Int, of log: RecordID) throws(LedgerError) -> LogEntry? {
        try reading { db in
            let stored = try StoredLog.get(log, db)
            return try LogEntry.first("WHERE log = ? AND seq = ?", [stored.number, seq], in: stored, db)
        }
    }

    /// Hands over the entries from one place on, in order, one at a time. What `body` reads from the ledger
    /// meanwhile is of the same moment.
    public func forEachEntry(
        of log: RecordID,
        from start: Int = 0,
        _ body: (LogEntry) throws -> Void
    ) throws {
        try stream(log, "WHERE log = ? AND seq >= ? ORDER BY seq", [start], body)
    }
}

// MARK: By record

extension Ledger {
    /// The current version of a record, or nil.
    public func current(_ record: RecordID, in log: RecordID) throws(LedgerError) -> LogEntry? {
        try reading { db in try LogEntry.current(record, in: StoredLog.get(log, db), db) }
    }

    /// All versions of a record, the first one first.
    public func versions(of record: RecordID, in log: RecordID) throws(LedgerError) -> [LogEntry] {
        try list(log, "WHERE log = ? AND record = ? ORDER BY version", [record.description])
    }
}

// MARK: By what they are about: the read model

extension Ledger {
    /// Hands over the current version of every record of a kind, or of all kinds, in the order in which the
    /// records first came into the log.
    public func forEachCurrent(
        _ kind: String? = nil,
        in log: RecordID,
        _ body: (LogEntry) throws -> Void
    ) throws {
        guard let kind else { return try stream(log, "\(Self.latest) ORDER BY latest.first", [], body) }
        try stream(log, "\(Self.latest) AND latest.kind = ? ORDER BY latest.first", [kind], body)
    }

    /// The current records with this subject, such as the custody events of an exhibit, in the order in which
    /// they first came into the log.
    public func current(
        about subject: RecordID,
        kind: String? = nil,
        in log: RecordID
    ) throws(LedgerError) -> [LogEntry] {
        let entries = try list(
            log,
            "\(Self.latest(by: "latest_subject")) AND latest.subject = ? ORDER BY latest.first",
            [subject.description]
        )
        return kind.map { kind in entries.filter { $0.kind == kind } } ?? entries
    }

    /// The current records with this label, of one kind or of all.
    public func current(
        labelled label: String,
        kind: String? = nil,
        in log: RecordID
    ) throws(LedgerError) -> [LogEntry] {
        let entries = try list(
            log,
            "\(Self.latest(by: "latest_label")) AND latest.label = ? ORDER BY latest.first",
            [label]
        )
        return kind.map { kind in entries.filter { $0.kind == kind } } ?? entries
    }

    /// The one current record with this label, or nil; where there are more, an error that lists them.
    public func unique(
        labelled label: String,
        kind: String? = nil,
        in log: RecordID
    ) throws(LedgerError) -> LogEntry? {
        let entries = try current(labelled: label, kind: kind, in: log)
        guard entries.count < 2 else { throw .ambiguousLabel(records: entries.map(\.record)) }
        return entries.first
    }

    /// How many records there are of each kind, by the name of the kind.
    public func counts(in log: RecordID) throws(LedgerError) -> [(kind: String, count: Int)] {
        try reading { db in
            let stored = try StoredLog.get(log, db)
            return try Row.fetchAll(
                db,
                sql: "SELECT kind, count(*) FROM latest WHERE log = ? GROUP BY kind ORDER BY kind",
                arguments: [stored.number]
            ).map { ($0[0], $0[1]) }
        }
    }

    private static let latest =
        "JOIN latest ON latest.log = entry.log AND latest.seq = entry.seq WHERE latest.log = ?"

    /// The same by an index that is named: left to itself, SQLite walks all of a log in the order of its key, to spare
    /// itself the sorting of the handful of rows that the index finds.
    private static func latest(by index: String) -> String {
        latest.replacing("JOIN latest ", with: "JOIN latest INDEXED BY \(index) ")
    }
}

// MARK: Checkpoints

extension Ledger {
    /// The last checkpoint, as it was signed.
    public func checkpoint(of log: RecordID) throws(LedgerError) -> SignedNote {
        try checkpoints(of: log, "ORDER BY number DESC LIMIT 1", []).first.orThrow(
            .unsound(log: log, .noCheckpoint)
        )
    }

    /// The checkpoint at one size.
    public func checkpoint(of log: RecordID, size: Int) throws(LedgerError) -> SignedNote {
        try checkpoints(of: log, "AND size = ?", [size]).first.orThrow(.noCheckpoint(log: log, size: size))
    }

    /// All checkpoints, the first one first.
    public func checkpoints(of log: RecordID) throws(LedgerError) -> [SignedNote] {
        try checkpoints(of: log, "ORDER BY number", [])
    }

    private func checkpoints(
        of log: RecordID,
        _ clause: String,
        _ arguments: [any DatabaseValueConvertible]
    ) throws(LedgerError) -> [SignedNote] {
        try reading { db in
            let stored = try StoredLog.get(log, db)
            return try String.fetchAll(
                db,
                sql: "SELECT note FROM checkpoint WHERE log = ? \(clause)",
                arguments: StatementArguments([stored.number] + arguments)
            ).map { note in
                do { return try SignedNote(note) } catch { throw LedgerError.unsound(log: log, .note) }
            }
        }
    }
}

extension Optional {
    fileprivate func orThrow(_ error: LedgerError) throws(LedgerError) -> Wrapped {
        guard let self else { throw error }
        return self
    }
}

// MARK: Rows

extension Ledger {
    private func list(
        _ log: RecordID,
        _ clause: String,
        _ arguments: [any DatabaseValueConvertible]
    ) throws(LedgerError) -> [LogEntry] {
        try reading { db in
            let stored = try StoredLog.get(log, db)
            let entries = try LogEntry.cursor(clause, [stored.number] + arguments, in: stored, db)
            return try Array(entries)
        }
    }

    private func stream(
        _ log: RecordID,
        _ clause: String,
        _ arguments: [any DatabaseValueConvertible],
        _ body: (LogEntry) throws -> Void
    ) throws {
        try callingBack { db in
            let stored = try StoredLog.get(log, db)
            let entries = try LogEntry.cursor(clause, [stored.number] + arguments, in: stored, db)
            while let entry = try entries.next() { try body(entry) }
        }
    }
}

extension LogEntry {
    private static func sql(_ clause: String) -> String {
        "SELECT entry.seq, entry.kind, entry.record, entry.version, entry.bytes FROM entry \(clause)"
    }

    init(_ row: Row, in log: StoredLog) throws {
        let seq: Int = row[0]
        guard let record = RecordID(row[2] as String) else {
            throw LedgerError.damagedRow(log: log.log, seq: seq)
        }
        self.init(seq: seq, kind: row[1], record: record, version: row[3], bytes: try row.bytes(4))
    }

    /// A statement of its own for each cursor, since calls may be nested.
    static func cursor(
        _ clause: String,
        _ arguments: [any DatabaseValueConvertible],
        in log: StoredLog,
        _ db: Database
    ) throws -> some Cursor<LogEntry> {
        try Row.fetchCursor(db, sql: sql(clause), arguments: StatementArguments(arguments))
            .map { try LogEntry($0, in: log) }
    }

    static func first(
        _ clause: String,
        _ arguments: [any DatabaseValueConvertible],
        in log: StoredLog,
        _ db: Database
    ) throws -> LogEntry? {
        try Row.fetchOne(
            db.cachedStatement(sql: sql(clause)),
            arguments: StatementArguments(arguments)
        ).map { try LogEntry($0, in: log) }
    }

    /// As `first`, and nil for a row whose `record` is no id: verifying finds that row by its bytes.
    static func readable(
        _ clause: String,
        _ arguments: [any DatabaseValueConvertible],
        in log: StoredLog,
        _ db: Database
    ) throws -> LogEntry? {
        do { return try first(clause, arguments, in: log, db) } catch LedgerError.damagedRow { return nil }
    }

    static func current(_ record: RecordID, in log: StoredLog, _ db: Database) throws -> LogEntry? {
        try first(
            "WHERE log = ? AND record = ? ORDER BY version DESC LIMIT 1",
            [log.number, record.description],
            in: log,
            db
        )
    }

    /// Where a record's first version is.
    static func first(_ record: RecordID, in log: StoredLog, _ db: Database) throws -> Int? {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT seq FROM entry WHERE log = ? AND record = ? AND version = 1"),
            arguments: [log.number, record.description]
        )
    }
}
