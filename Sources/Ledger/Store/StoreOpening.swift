internal import Foundation
internal import GRDB

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Opens a store's file, or makes it, and changes nothing in a file that is not a store.
///
/// Reading has connections of its own, and the one that writes is opened when it is needed: opened for writing, a
/// WAL database is synced, and closed it is synced again, which a command that only looks should not wait for.
struct StoreOpening {
    let path: String
    let readOnly: Bool
    let patience: TimeInterval

    /// Opens a store for reading. A new file is made a store first.
    func open() throws(LedgerError) -> DatabasePool {
        try lookAtFile()
        do {
            let readers = try DatabasePool(path: path, configuration: configuration(readOnly: true))
            if !readOnly, try readers.read({ db in try isEmpty(db) }) { try create() }
            try readers.read { db in try checkFormat(db) }
            return readers
        } catch { throw LedgerError(error, path: path) }
    }

    /// Opens a store that `open` has found to be one.
    func openForWriting() throws -> DatabaseQueue {
        if readOnly { throw LedgerError.readOnly(path: path) }
        let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
        try queue.writeWithoutTransaction { db in
            // A commit is on the disk before it is reported: NORMAL could lose it with the power.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                    PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864
                    """
            )
        }
        return queue
    }

    private func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(patience)
        configuration.label = "dossier.ledger"
        configuration.prepareDatabase { db in
            // A store may come from someone else: no functions out of its schema, and pages are checked.
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// Finds out without SQLite what SQLite would say too little about, and makes a new file private.
    private func lookAtFile() throws(LedgerError) {
        let descriptor = Self.openFile(path, readOnly ? O_RDONLY : O_RDWR | O_CREAT)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT where readOnly: throw .missing(path: path)
            case EROFS: throw .readOnly(path: path)
            case EACCES where !readOnly && Self.canRead(path): throw .readOnly(path: path)
            case ENOSPC, EDQUOT: throw .diskFull(path: path)
            default: throw .cannotOpen(path: path, code: ResultCode.SQLITE_CANTOPEN.rawValue)
            }
        }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 16)
        let count = read(descriptor, &header, header.count)
        guard count >= 0 else { throw .cannotOpen(path: path, code: ResultCode.SQLITE_CANTOPEN.rawValue) }
        if count > 0, header != Array("SQLite format 3\0".utf8) { throw .notAStore(path: path) }
    }

    private static func openFile(_ path: String, _ flags: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.open(path, flags | O_CLOEXEC, 0o600)
        #else
        Darwin.open(path, flags | O_CLOEXEC, 0o600)
        #endif
    }

    private static func canRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// Makes an empty file a store.
    private func create() throws {
        let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA page_size = \(StoreSchema.pageSize)")
            try db.inTransaction(.immediate) {
                // Another process may have been quicker.
                guard try isEmpty(db) else { return .commit }
                try db.execute(
                    sql: StoreSchema.sql + """
                        PRAGMA application_id = \(StoreSchema.applicationID);
                        PRAGMA user_version = \(StoreSchema.version)
                        """
                )
                return .commit
            }
            // Not before the file says what it is: this is written into its header.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
    }

    private func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA application_id") == 0
            && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    private func checkFormat(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == StoreSchema.applicationID,
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version"), version > 0
        else { throw LedgerError.notAStore(path: path) }
        guard version <= StoreSchema.version else {
            throw LedgerError.newerStore(path: path, version: version, supported: StoreSchema.version)
        }
    }
}
