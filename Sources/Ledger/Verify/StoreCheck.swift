internal import GRDB

/// Checks what is around the logs: tables, triggers, and rows that belong to no log.
struct StoreCheck {
    let db: Database
    var findings: FindingList

    init(db: Database, limit: Int) {
        self.db = db
        findings = FindingList(limit: limit)
    }

    /// Compares our tables, and all that is attached to them, with those of an empty store.
    mutating func checkSchema() throws {
        let expected = try Self.expected.get()
        let found = try Self.objects(db)
        for (name, sql) in expected.sorted(by: { $0.key < $1.key }) where found[name]?.isExactly(sql) != true
        {
            findings.add(
                .schemaAltered,
                .table(name),
                expected: "as Dossier made it",
                found: found[name] == nil ? "missing" : "altered"
            )
        }
        for name in found.keys.sorted() where expected[name] == nil {
            findings.add(.schemaAltered, .table(name), expected: "nothing of this name", found: "something")
        }
    }

    private static let expected = Result {
        try DatabaseQueue().write { db in
            try db.execute(sql: StoreSchema.sql)
            return try objects(db)
        }
    }

    private static func objects(_ db: Database) throws -> [String: String] {
        let tables = ["log", "entry", "leaf", "checkpoint", "latest"]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT name, coalesce(sql, '') FROM sqlite_schema
                WHERE tbl_name IN (\(databaseQuestionMarks(count: tables.count)))
                """,
            arguments: StatementArguments(tables)
        )
        return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    /// Looks for rows whose log is not there. It goes from log to log by the primary key, not from row to row.
    mutating func checkStrays() throws {
        for table in ["entry", "leaf", "checkpoint", "latest"] {
            let numbers = try Int64.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE present (log) AS (
                        SELECT min(log) FROM \(table)
                        UNION ALL
                        SELECT (SELECT min(log) FROM \(table) WHERE log > present.log) FROM present
                        WHERE present.log IS NOT NULL
                    )
                    SELECT log FROM present WHERE log IS NOT NULL AND log NOT IN (SELECT number FROM log)
                    ORDER BY log
                    """
            )
            for number in numbers {
                findings.add(
                    .strayRows,
                    .table(table),
                    expected: "rows of the logs there are",
                    found: "rows of a log with number \(number)"
                )
            }
        }
    }
}
