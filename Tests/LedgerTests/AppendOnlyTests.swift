import GRDB
import Ledger
import Testing

/// What another program can do to the tables, without meaning harm: nothing but read.
@Suite struct AppendOnlyTests {
    let sample: SampleLog
    /// A connection that knows nothing of Dossier, with SQLite's own defaults.
    let plain: DatabaseQueue

    init() throws {
        sample = try SampleLog.withTwentyRecords()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        plain = try DatabaseQueue(path: sample.path, configuration: configuration)
    }

    struct Refused: CustomTestStringConvertible {
        let testDescription: String
        init(_ sql: String) { testDescription = sql }
    }

    static let tables = ["log", "entry", "leaf", "checkpoint"]

    static let everywhere = tables.flatMap { table in
        [
            Refused("DELETE FROM \(table)"),
            Refused("INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)"),
            Refused("REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1"),
            Refused("INSERT INTO \(table) SELECT * FROM \(table)"),
            Refused("INSERT OR IGNORE INTO \(table) SELECT * FROM \(table)"),
            Refused("INSERT OR FAIL INTO \(table) SELECT * FROM \(table)"),
        ]
    }

    static let columns = [
        "log": ["number", "case_id", "origin"],
        "entry": ["log", "seq", "kind", "record", "version", "bytes"],
        "leaf": ["log", "first", "hashes"],
        "checkpoint": ["log", "number", "size", "note", "frontier"],
    ].flatMap { table, columns in
        columns.flatMap { column in
            [
                Refused("UPDATE \(table) SET \(column) = \(column)"),
                Refused("UPDATE OR REPLACE \(table) SET \(column) = \(column)"),
            ]
        }
    }.sorted { $0.testDescription < $1.testDescription }

    /// REPLACE deletes whatever stands in the way of any UNIQUE constraint, so each is tried by itself.
    static let oneConstraintAtATime = [
        "INSERT OR REPLACE INTO log SELECT number, 'x', 'y' FROM log",
        "INSERT OR REPLACE INTO log SELECT 99, case_id, 'y' FROM log",
        "INSERT OR REPLACE INTO log SELECT 99, 'x', origin FROM log",
        "INSERT OR REPLACE INTO entry SELECT log, 3, kind, 'x', 1, bytes FROM entry WHERE seq = 0",
        "INSERT OR REPLACE INTO entry SELECT log, 20, kind, record, version, x'00' FROM entry WHERE seq = 0",
        "INSERT OR REPLACE INTO leaf SELECT log, first, x'00' FROM leaf WHERE first = 0",
        "INSERT OR REPLACE INTO checkpoint SELECT log, 2, 99, 'x', x'' FROM checkpoint WHERE number = 2",
        "INSERT OR REPLACE INTO checkpoint SELECT log, 7, 20, 'x', x'' FROM checkpoint WHERE number = 6",
        "INSERT INTO entry SELECT log, 3, kind, record, version, bytes FROM entry WHERE seq = 3 "
            + "ON CONFLICT DO UPDATE SET bytes = x'00'",
        // Out of turn: a gap, a place before the beginning, a size that does not grow.
        "INSERT INTO entry SELECT log, 21, kind, 'x', 1, bytes FROM entry WHERE seq = 0",
        "INSERT INTO entry SELECT log, -1, kind, 'x', 1, bytes FROM entry WHERE seq = 0",
        "INSERT INTO leaf SELECT log, 21, hashes FROM leaf WHERE first = 0",
        "INSERT INTO checkpoint SELECT log, 9, 99, note, frontier FROM checkpoint WHERE number = 6",
        "INSERT INTO checkpoint SELECT log, 7, 3, note, frontier FROM checkpoint WHERE number = 6",
    ].map(Refused.init)

    @Test(arguments: everywhere + columns + oneConstraintAtATime)
    func isRefused(statement: Refused) throws {
        let before = try contents()
        let error = #expect(throws: DatabaseError.self) {
            try plain.write { try $0.execute(sql: statement.testDescription) }
        }
        #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
        #expect(try contents() == before)
        #expect(try sample.verify() == [])
    }

    @Test func aRefusalTakesBackTheWholeTransaction() throws {
        let before = try contents()
        #expect(throws: DatabaseError.self) {
            try plain.write { db in
                try db.execute(sql: "INSERT INTO log VALUES (9, 'x', 'y')")
                try db.execute(sql: "DELETE FROM entry")
            }
        }
        #expect(try contents() == before)
    }

    @Test func theReadModelMayBeChanged() throws {
        try plain.write {
            try $0.execute(sql: "UPDATE latest SET label = 'x'; DELETE FROM latest WHERE first > 5")
        }
        let codes = try Set(sample.verify().map(\.code))
        #expect(codes == [.readModel])
        try sample.ledger.rebuild(SampleLog.log, describing: SampleRecord.describe)
        #expect(try sample.verify() == [])
    }

    private func contents() throws -> [[Row]] {
        try plain.read { db in
            try Self.tables.map { try Row.fetchAll(db, sql: "SELECT * FROM \($0)") }
        }
    }
}
