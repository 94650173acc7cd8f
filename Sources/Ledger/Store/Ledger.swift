public import CaseFile
public import Foundation
internal import GRDB
internal import Synchronization

/// The logs of an office's cases: records in the order in which they came, each commit signed.
///
/// A log is only ever added to. What was written is found by its place in the log, by its id, or, in its current
/// version, by kind, label or subject. All methods may be called from any thread, and from any number of
/// processes; one writes at a time.
///
/// Everything is in one SQLite file, which keeps its recent writes in a second file (`-wal`) beside it. A commit
/// is on the disk when `append` returns.
public final class Ledger: Sendable {
    /// The store's file.
    public let path: String
    /// Connections that only read. They are there from the start, and cost the disk nothing.
    private let readers: DatabasePool
    /// The connection that writes, from the first time that something is written.
    private let writer: Mutex<DatabaseQueue?>
    private let opening: StoreOpening

    /// Opens the store at `path`, or makes one.
    /// - Parameters:
    ///   - readOnly: refuses to write, and to make a store where there is none.
    ///   - patience: how long to wait for another process that is writing, in seconds.
    public init(at path: String, readOnly: Bool = false, patience: TimeInterval = 10) throws(LedgerError) {
        self.path = path
        opening = StoreOpening(path: path, readOnly: readOnly, patience: patience)
        readers = try opening.open()
        writer = Mutex(nil)
    }

    /// Makes what is only in the `-wal` file part of the store's own file, which can then be copied by itself as
    /// long as nobody writes.
    public func settle() throws(LedgerError) {
        do { _ = try writing().writeWithoutTransaction { try $0.checkpoint(.truncate) } } catch {
            throw LedgerError(error, path: path)
        }
    }
}

// MARK: Logs

extension Ledger {
    /// The name of a case's log: `<office>/case/<id>`.
    public static func origin(of log: RecordID, office: String) -> String { "\(office)/case/\(log)" }

    /// Opens the log of a case, with a signed checkpoint of the empty log.
    @discardableResult
    public func open(_ log: RecordID, key: LogKey, at time: Date) throws(LedgerError) -> SignedCheckpoint {
        let origin = Self.origin(of: log, office: key.office.name)
        let checkpoint: SignedCheckpoint
        do {
            let head = TreeHead(origin: origin, size: 0, root: Merkle.emptyRoot)
            checkpoint = try SignedCheckpoint(signing: head, with: key, at: time)
        } catch { throw .wrongKey(log: log, error) }
        try writing { db in
            if try StoredLog.find(log, db) != nil { throw LedgerError.logExists(log) }
            try db.execute(
                sql: "INSERT INTO log (case_id, origin) VALUES (?, ?)",
                arguments: [log.description, origin]
            )
            let stored = StoredLog(log: log, number: db.lastInsertedRowID, origin: origin)
            try stored.insert(checkpoint, number: 0, frontier: Frontier(), db)
        }
        return checkpoint
    }

    /// The logs of all cases, by case.
    public func logs() throws(LedgerError) -> [LogSummary] {
        try reading { db in
            try StoredLog.all(db).map { stored in
                LogSummary(log: stored.log, origin: stored.origin, size: try stored.size(db))
            }
        }
    }

    /// The log of one case.
    public func log(_ log: RecordID) throws(LedgerError) -> LogSummary {
        try reading { db in
            let stored = try StoredLog.get(log, db)
            return LogSummary(log: log, origin: stored.origin, size: try stored.size(db))
        }
    }
}

// MARK: Reaching the database

extension Ledger {
    /// Runs `body` on one snapshot of the store. Calls made inside `body` see the same snapshot.
    func reading<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
        do { return try snapshot(body) } catch { throw LedgerError(error, path: path) }
    }

    /// As `reading`, for a body that calls the caller's code, whose errors are handed on as they are.
    func callingBack<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do { return try snapshot(body) } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    /// Runs `body` as one transaction that nobody else writes into.
    func writing<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
        do { return try transaction(body) } catch { throw LedgerError(error, path: path) }
    }

    /// As `writing`, for a body that calls the caller's code, whose errors are handed on as they are.
    func rewriting<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do { return try transaction(body) } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    /// As `reading`, with the errors as they come.
    func snapshot<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try readers.unsafeReentrantRead { db in
            if db.isInsideTransaction { return try body(db) }
            var result: Result?
            try db.inTransaction(.deferred) {
                result = try body(db)
                return .commit
            }
            return result!
        }
    }

    /// The connection that writes.
    func writing() throws -> DatabaseQueue {
        try writer.withLock { writer in
            if let writer { return writer }
            let opened = try opening.openForWriting()
            writer = opened
            return opened
        }
    }

    private func transaction<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try writing().writeWithoutTransaction { db in
            var result: Result?
            try db.inTransaction(.immediate) {
                result = try body(db)
                return .commit
            }
            return result!
        }
    }
}
