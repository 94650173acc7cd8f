internal import CaseFile
internal import GRDB

/// A row of `log`, and the rows that belong to it.
struct StoredLog {
    let log: RecordID
    let number: Int64
    let origin: String

    static func find(_ log: RecordID, _ db: Database) throws -> StoredLog? {
        let row = try Row.fetchOne(
            db,
            sql: "SELECT number, origin FROM log WHERE case_id = ?",
            arguments: [log.description]
        )
        return row.map { StoredLog(log: log, number: $0[0], origin: $0[1]) }
    }

    static func get(_ log: RecordID, _ db: Database) throws -> StoredLog {
        guard let stored = try find(log, db) else { throw LedgerError.noSuchLog(log) }
        return stored
    }

    /// All logs whose case can be read, by case.
    static func all(_ db: Database) throws -> [StoredLog] {
        try Row.fetchAll(db, sql: "SELECT case_id, number, origin FROM log ORDER BY case_id").compactMap {
            row in
            RecordID(row[0] as String).map { StoredLog(log: $0, number: row[1], origin: row[2]) }
        }
    }

    /// How many records the last checkpoint speaks for.
    func size(_ db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: "SELECT size FROM checkpoint WHERE log = ? ORDER BY number DESC LIMIT 1",
            arguments: [number]
        ) ?? 0
    }

    func insert(
        _ checkpoint: SignedCheckpoint,
        number checkpointNumber: Int,
        frontier: Frontier,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO checkpoint (log, number, size, note, frontier) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                number, checkpointNumber, checkpoint.head.size, checkpoint.note.description,
                frontier.bytes.data,
            ]
        )
    }
}

/// A row of `checkpoint`, as it stands there.
struct StoredCheckpoint {
    let number: Int
    let size: Int
    let note: String
    let frontier: [UInt8]

    static let columns = "number, size, note, frontier"

    init(_ row: Row) throws {
        number = row[0]
        size = row[1]
        note = row[2]
        frontier = try row.bytes(3)
    }

    static func last(of log: StoredLog, _ db: Database) throws -> StoredCheckpoint? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT \(columns) FROM checkpoint WHERE log = ? ORDER BY number DESC LIMIT 1"
            ),
            arguments: [log.number]
        ).map { try StoredCheckpoint($0) }
    }
}
