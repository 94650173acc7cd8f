internal import GRDB

/// The rows of a table of one log, in the order of their first column, taken a stretch at a time.
struct OrderedRows {
    private let statement: RawStatement
    private var hasRow: Bool

    /// - Parameter columns: the first one is an integer.
    init(_ columns: String, of table: String, in log: StoredLog, _ db: Database) throws {
        statement = try RawStatement(
            db,
            "SELECT \(columns) FROM \(table) WHERE log = \(log.number) ORDER BY 1"
        )
        hasRow = try statement.step()
    }

    /// Hands over the rows whose first column is below `end`, or all that are left.
    mutating func forEach(below end: Int?, _ body: (RawStatement) -> Void) throws {
        while hasRow, end == nil || statement.int(0) < end! {
            body(statement)
            hasRow = try statement.step()
        }
    }
}
