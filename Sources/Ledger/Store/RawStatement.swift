internal import GRDB
internal import GRDBSQLite

/// A statement driven through SQLite's own calls.
///
/// For the three places that touch every record there is: appending, verifying, holding the read model against
/// the log. There GRDB's arguments and rows, which are values with owners, cost more than SQLite's work itself.
struct RawStatement {
    private let db: Database
    /// Owns the statement; `handle` is good as long as this lives.
    private let statement: Statement
    private let handle: SQLiteStatement

    init(_ db: Database, _ sql: String) throws {
        self.db = db
        statement = try db.makeStatement(sql: sql)
        handle = statement.sqliteStatement
    }
}

// MARK: Reading

extension RawStatement {
    /// Goes to the next row.
    /// - Returns: whether there is one.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection))
            )
        }
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// A text or blob as it is stored; good until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        // The pointer first: asking for it is what may convert the value, and so change its length.
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start,
            count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))
        )
    }
}

// MARK: Writing

extension RawStatement {
    /// Runs the statement once with what is bound, which must still be there, and unbinds it.
    func run() throws {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        while try step() {}
    }

    func bind(_ value: Int, at index: Int32) { check(sqlite3_bind_int64(handle, index, Int64(value))) }

    /// Binds text where it lies. It must stay there until `run` has returned.
    func bind(text: UnsafeRawBufferPointer, at index: Int32) {
        let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
        check(sqlite3_bind_text(handle, index, start, Int32(text.count), nil))
    }

    /// Binds bytes where they lie. They must stay there until `run` has returned.
    func bind(blob: UnsafeRawBufferPointer, at index: Int32) {
        check(sqlite3_bind_blob64(handle, index, blob.baseAddress, UInt64(blob.count), nil))
    }

    /// Binds a copy of a text, or NULL.
    func bind(copy text: String?, at index: Int32) {
        guard var text else { return check(sqlite3_bind_null(handle, index)) }
        text.withUTF8 { utf8 in
            let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)  // SQLITE_TRANSIENT
            let start = UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self)
            check(sqlite3_bind_text(handle, index, start, Int32(utf8.count), copy))
        }
    }

    /// Binding fails for a wrong index, which is a mistake in this module, or for want of memory.
    private func check(_ code: Int32) { precondition(code == SQLITE_OK, "SQLite \(code)") }
}
