public import CaseFile
internal import GRDB

// MARK: By place

extension Ledger {
    /// The entry at one place, or nil.
    public func entry(_ seq: Int, of log: RecordID) throws(LedgerError) -> LogEntry? {
        try reading { db in try LogEntry.at(seq, in: StoredLog.get(log, db), db) }
    }

    /// Hands over the entries from one place on, in order, one at a time. What `body` reads from the ledger
    /// meanwhile is of the same moment.
    public func forEachEntry(
        of log: RecordID,
        from start: Int = 0,
        _ body: (LogEntry) throws -> Void
    ) throws {
        try stream(log, .from(start), body)
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
        try list(log, .versions(of: record))
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
        try stream(log, kind.map { .currentWhere(column: .kind, is: $0) } ?? .current, body)
    }

    /// The current records with this subject, such as the custody events of an exhibit, in the order in which
    /// they first came into the log.
    public func current(
        about subject: RecordID,
        kind: String? = nil,
        in log: RecordID
    ) throws(LedgerError) -> [LogEntry] {
        let entries = try list(log, .currentWhere(column: .subject, is: subject.description))
        return kind.map { kind in entries.filter { $0.kind == kind } } ?? entries
    }

    /// The current records with this label, of one kind or of all.
    public func current(
        labelled label: String,
        kind: String? = nil,
        in log: RecordID
    ) throws(LedgerError) -> [LogEntry] {
        let entries = try list(log, .currentWhere(column: .label, is: label))
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

// MARK: Entries

extension Ledger {
    private func list(_ log: RecordID, _ query: EntryQuery) throws(LedgerError) -> [LogEntry] {
        try reading { db in
            var entries: [LogEntry] = []
            try query.forEach(in: StoredLog.get(log, db), db) { entries.append($0) }
            return entries
        }
    }

    private func stream(_ log: RecordID, _ query: EntryQuery, _ body: (LogEntry) throws -> Void) throws {
        try callingBack { db in try query.forEach(in: StoredLog.get(log, db), db, body) }
    }
}
