import Foundation
import GRDB
import Ledger

/// A sample log under the hands of someone who can write its file: the triggers are gone, and nothing but the
/// table's own constraints is in the way.
struct Tampering {
    let sample: SampleLog
    let plain: DatabaseQueue

    init() throws {
        sample = try SampleLog.withTwentyRecords()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        plain = try DatabaseQueue(path: sample.path, configuration: configuration)
        try plain.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = OFF")
            for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            {
                try db.execute(sql: "DROP TRIGGER \(name)")
            }
        }
    }

    /// What verifying finds, apart from the triggers that are gone.
    func findings(held: [SignedNote] = []) throws -> [LogFinding] {
        try sample.verify(held: held).filter { $0.code != .schemaAltered }
    }

    func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try plain.write { try $0.execute(sql: sql, arguments: arguments) }
    }

    /// What verifying finds after a change, which is then undone.
    func findings(after change: (Database) throws -> Void) throws -> [LogFinding] {
        let tables = ["log", "entry", "leaf", "checkpoint", "latest"]
        try plain.write { db in
            for table in tables {
                try db.execute(sql: "CREATE TEMP TABLE old_\(table) AS SELECT * FROM \(table)")
            }
            try change(db)
        }
        defer {
            try! plain.write { db in
                for table in tables {
                    try db.execute(
                        sql: """
                            DELETE FROM main.\(table);
                            INSERT INTO main.\(table) SELECT * FROM old_\(table);
                            DROP TABLE old_\(table)
                            """
                    )
                }
            }
        }
        return try findings()
    }

    /// A row, told by its table and the number in its primary key, beside the log's.
    struct Address: Hashable {
        let table: String
        let number: Int
    }

    static let keys = ["entry": "seq", "leaf": "first", "checkpoint": "number", "latest": "first"]

    func addresses(_ table: String) throws -> [Address] {
        let key = Self.keys[table]!
        return try plain.read { db in
            try Int.fetchAll(db, sql: "SELECT \(key) FROM \(table) ORDER BY \(key)").map {
                Address(table: table, number: $0)
            }
        }
    }
}

extension LogFinding {
    /// Whether the finding names this row, by itself or in a range.
    func names(_ row: Tampering.Address, leaves: [Int: Range<Int>] = [:]) -> Bool {
        switch (row.table, place) {
        case ("entry", .entry(let seq, _)): seq == row.number
        case ("entry", .entries(let range)): range.contains(row.number)
        case ("leaf", .leaves(let first)): first == row.number
        case ("leaf", .entry(let seq, _)): leaves[row.number]?.contains(seq) == true
        case ("leaf", .entries(let range)): leaves[row.number]?.overlaps(range) == true
        case ("checkpoint", .checkpoint(let number)): number == row.number
        case ("latest", .latest(let first)): first == row.number
        default: false
        }
    }

    /// Whether it names the row and no other.
    func namesOnly(_ row: Tampering.Address) -> Bool {
        switch place {
        case .entries(let range): range == row.number..<row.number + 1 && row.table == "entry"
        default: names(row)
        }
    }
}
