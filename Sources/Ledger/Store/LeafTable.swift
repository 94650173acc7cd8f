internal import GRDB

/// The leaf hashes, apart from the records they were made of.
///
/// With them verifying can say which record was altered, moved or taken out, where the signed root alone can
/// only say that something was. They also give proofs without reading the records.
enum LeafTable {
    /// A row ends at a multiple of this, or with its commit.
    static let rowLength = 256

    /// The leaves from `range`, in order; fewer where rows are missing.
    static func forEach(
        in range: Range<Int>,
        of log: StoredLog,
        _ db: Database,
        _ body: (Hash) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT first, hashes FROM leaf WHERE log = ? AND first > ? AND first < ? ORDER BY first",
            arguments: [log.number, range.lowerBound - rowLength, range.upperBound]
        )
        while let row = try rows.next() {
            let first: Int = row[0]
            let hashes = Hash.array(try row.bytes(1))
            for (offset, hash) in hashes.enumerated() where range.contains(first + offset) { body(hash) }
        }
    }

    static func root(of range: Range<Int>, in log: StoredLog, _ db: Database) throws -> Hash {
        var frontier = Frontier()
        try forEach(in: range, of: log, db) { frontier.append($0) }
        return frontier.root
    }
}
