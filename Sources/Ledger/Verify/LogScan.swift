internal import GRDB
internal import GRDBSQLite

/// Reads a log's rows in order through SQLite's own calls: verifying reads every row there is, and a million
/// rows through `Row` cost more than hashing them.
struct LogScan {
    let log: StoredLog
    let db: Database

    /// Hands over all rows of `entry` and `leaf`, batch by batch.
    func forEachBatch(_ body: (ScanBatch) throws -> Void) throws {
        let entries = try Steps(
            db,
            "SELECT seq, kind, record, version, bytes FROM entry WHERE log = \(log.number) ORDER BY seq"
        )
        let leaves = try Steps(
            db,
            "SELECT first, hashes FROM leaf WHERE log = \(log.number) ORDER BY first"
        )
        var batch = ScanBatch()
        var waiting: ScanBatch.Leaves? = try next(leaves)
        /// Adds the leaf hashes of the batch's records, and all that is left after the last batch.
        func complete(_ batch: inout ScanBatch, isLast: Bool) throws {
            let end = isLast ? Int.max : (batch.rows.last?.seq ?? -1)
            while let row = waiting, row.first <= end {
                batch.leaves.append(row)
                waiting = try next(leaves)
            }
        }
        while try entries.step() {
            let start = batch.data.count
            let kindLength = entries.appendBytes(1, to: &batch.data)
            let recordLength = entries.appendBytes(2, to: &batch.data)
            let bytesLength = entries.appendBytes(4, to: &batch.data)
            batch.rows.append(
                ScanBatch.Row(
                    seq: entries.int(0),
                    version: entries.int(3),
                    start: start,
                    kindLength: kindLength,
                    recordLength: recordLength,
                    bytesLength: bytesLength
                )
            )
            if batch.isFull {
                try complete(&batch, isLast: false)
                try body(batch)
                batch = ScanBatch()
            }
        }
        try complete(&batch, isLast: true)
        try body(batch)
    }

    private func next(_ leaves: Steps) throws -> ScanBatch.Leaves? {
        guard try leaves.step() else { return nil }
        var hashes: [UInt8] = []
        _ = leaves.appendBytes(1, to: &hashes)
        return ScanBatch.Leaves(first: leaves.int(0), hashes: hashes)
    }
}

/// The rows of one statement.
private struct Steps {
    private let db: Database
    /// Owns the statement; `handle` is good as long as this lives.
    private let statement: Statement
    private var handle: SQLiteStatement { statement.sqliteStatement }

    init(_ db: Database, _ sql: String) throws {
        self.db = db
        statement = try db.makeStatement(sql: sql)
    }

    /// Whether there is another row.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let code = sqlite3_extended_errcode(db.sqliteConnection)
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// Appends a text or blob as it is stored.
    /// - Returns: its length.
    func appendBytes(_ column: Int32, to bytes: inout [UInt8]) -> Int {
        // The pointer first: asking for it is what may convert the value, and so change its length.
        guard let start = sqlite3_column_blob(handle, column) else { return 0 }
        let count = Int(sqlite3_column_bytes(handle, column))
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
        return count
    }
}
