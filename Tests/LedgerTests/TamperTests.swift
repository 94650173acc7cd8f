import Foundation
import GRDB
@testable import Ledger
import Testing

/// Every byte of every column of every row is changed, every row taken out, every pair exchanged; each time
/// verifying names the row.
@Suite struct TamperTests {
    let tampering: Tampering

    init() throws { tampering = try Tampering() }

    /// The records under each row of `leaf` in the sample.
    static let leaves = [0: 0..<1, 1: 1..<6, 6: 6..<10, 10: 10..<12, 12: 12..<18, 18: 18..<20]

    @Test func theSampleIsAsTheTestsTakeIt() throws {
        #expect(try tampering.findings() == [])
        #expect(try tampering.addresses("entry").count == 20)
        #expect(try tampering.addresses("leaf").map(\.number) == Self.leaves.keys.sorted())
        #expect(try tampering.addresses("checkpoint").count == 7)
        #expect(try tampering.addresses("latest").count == 17)
    }

    struct Column: CustomTestStringConvertible {
        let table: String
        let name: String
        var testDescription: String { "\(table).\(name)" }
    }

    static let textAndBytes = [
        Column(table: "entry", name: "kind"), Column(table: "entry", name: "record"),
        Column(table: "entry", name: "bytes"), Column(table: "leaf", name: "hashes"),
        Column(table: "checkpoint", name: "note"), Column(table: "checkpoint", name: "frontier"),
        Column(table: "latest", name: "kind"), Column(table: "latest", name: "label"),
        Column(table: "latest", name: "subject"),
    ]

    /// The same byte is changed in all rows at once, each to another value: the damage of one row hides no other.
    @Test(arguments: textAndBytes)
    func everyByteOfEveryRowIsNoticed(column: Column) throws {
        var random = SeededGenerator(seed: 3)
        let key = Tampering.keys[column.table]!
        let values = try tampering.plain.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(key), CAST(\(column.name) AS BLOB) FROM \(column.table)
                    WHERE \(column.name) IS NOT NULL
                    """
            ).map { (Tampering.Address(table: column.table, number: $0[0]), $0[1] as Data) }
        }
        let type = ["bytes", "hashes", "frontier"].contains(column.name) ? "BLOB" : "TEXT"
        let update =
            "UPDATE \(column.table) SET \(column.name) = CAST(? AS \(type)) WHERE \(key) = ?"
        var unnoticed: [String] = []
        for position in 0..<(values.map(\.1.count).max() ?? 0) {
            let touched = values.filter { position < $0.1.count }
            try tampering.plain.write { db in
                for (row, value) in touched {
                    var changed = value
                    changed[position] ^= UInt8.random(in: 1...255, using: &random)
                    try db.execute(sql: update, arguments: [changed, row.number])
                }
            }
            let findings = try tampering.findings()
            for (row, _) in touched where !findings.contains(where: { $0.names(row, leaves: Self.leaves) }) {
                unnoticed.append("\(row.number), byte \(position)")
            }
            try tampering.plain.write { db in
                for (row, value) in touched { try db.execute(sql: update, arguments: [value, row.number]) }
            }
        }
        #expect(unnoticed == [])
        #expect(try tampering.findings() == [])
    }

    /// One byte changed in one record: that record is named, and none besides.
    @Test func aChangedRecordIsNamedAlone() throws {
        for row in try tampering.addresses("entry") {
            let findings = try tampering.findings { db in
                try db.execute(
                    sql:
                        "UPDATE entry SET bytes = CAST(replace(bytes, 'phone', 'drone') AS BLOB) WHERE seq = ?",
                    arguments: [row.number]
                )
                guard db.changesCount == 1 else { return }
                try db.execute(
                    sql:
                        "UPDATE entry SET bytes = CAST(replace(bytes, 'ledger', 'letter') AS BLOB) WHERE seq = ?",
                    arguments: [row.number]
                )
            }
            let altered = findings.filter { $0.code == .recordAltered }
            #expect(altered.count == 1 && altered.allSatisfy { $0.namesOnly(row) })
            #expect(!findings.contains { $0.code == .rootMismatch })
            // The next version names the leaf that is no longer there.
            #expect(findings.allSatisfy { $0.namesOnly(row) || $0.code == .versionChain })
        }
    }

    static let numbers = [
        Column(table: "entry", name: "log"), Column(table: "entry", name: "seq"),
        Column(table: "entry", name: "version"), Column(table: "leaf", name: "log"),
        Column(table: "leaf", name: "first"), Column(table: "checkpoint", name: "log"),
        Column(table: "checkpoint", name: "number"), Column(table: "checkpoint", name: "size"),
        Column(table: "latest", name: "log"), Column(table: "latest", name: "first"),
        Column(table: "latest", name: "seq"),
    ]

    @Test(arguments: numbers)
    func everyChangedNumberIsNoticed(column: Column) throws {
        let key = Tampering.keys[column.table]!
        var unnoticed: [String] = []
        for row in try tampering.addresses(column.table) {
            for new in ["+ 1", "- 1", "+ 100", "* 0 + 9223372036854775807", "* 0 - 9223372036854775808"] {
                do {
                    let findings = try tampering.findings { db in
                        try db.execute(
                            sql:
                                "UPDATE \(column.table) SET \(column.name) = \(column.name) \(new) WHERE \(key) = ?",
                            arguments: [row.number]
                        )
                    }
                    if !names(row, findings) {
                        unnoticed.append("\(row.number) \(new)")
                    }
                } catch DatabaseError.SQLITE_CONSTRAINT {
                    // Another row is there already: SQLite itself refuses.
                }
            }
        }
        #expect(unnoticed == [])
        #expect(try tampering.findings() == [])
    }

    @Test(arguments: ["entry", "leaf", "checkpoint", "latest"])
    func everyMissingRowIsNoticed(table: String) throws {
        for row in try tampering.addresses(table) {
            let findings = try tampering.findings { db in
                try db.execute(
                    sql: "DELETE FROM \(table) WHERE \(Tampering.keys[table]!) = ?",
                    arguments: [row.number]
                )
            }
            #expect(names(row, findings), "\(row.number)")
            if table == "entry" {
                let missing = findings.filter { $0.code == .recordMissing }
                #expect(missing.map(\.place) == [.entries(row.number..<row.number + 1)])
            }
        }
        #expect(try tampering.findings() == [])
    }

    /// The last checkpoint cannot be missed by its number. What it signed is then there without a signature.
    private func names(_ row: Tampering.Address, _ findings: [LogFinding]) -> Bool {
        if row.table == "checkpoint", row.number == 6,
            findings.contains(where: { $0.code == .recordUnsigned && $0.place == .entries(18..<20) })
        {
            return true
        }
        return findings.contains { $0.names(row, leaves: Self.leaves) }
    }

    @Test func everyPairOfExchangedRecordsIsNoticed() throws {
        let count = try tampering.addresses("entry").count
        for a in 0..<count {
            for b in a + 1..<count {
                let findings = try tampering.findings { db in
                    try exchange(a, b, table: "entry", columns: "kind, record, version, bytes", db)
                }
                let moved = findings.filter { $0.code == .recordMoved }
                #expect(moved.map(\.place.position) == [a, b])
                #expect(moved.map(\.found) == [b, a].map { "what was signed as record \($0)" })
                #expect(!findings.contains { $0.code == .rootMismatch })
            }
        }
    }

    struct Exchange: CustomTestStringConvertible {
        let table: String
        let columns: String
        var testDescription: String { table }
    }

    @Test(arguments: [
        Exchange(table: "leaf", columns: "hashes"), Exchange(table: "checkpoint", columns: "note, frontier"),
        Exchange(table: "latest", columns: "seq, kind, label, subject"),
    ])
    func everyPairOfExchangedRowsIsNoticed(exchange rows: Exchange) throws {
        let addresses = try tampering.addresses(rows.table)
        for (index, a) in addresses.enumerated() {
            for b in addresses[(index + 1)...] {
                let findings = try tampering.findings { db in
                    try exchange(a.number, b.number, table: rows.table, columns: rows.columns, db)
                }
                for row in [a, b] {
                    #expect(
                        findings.contains { $0.names(row, leaves: Self.leaves) },
                        "\(a.number) and \(b.number)"
                    )
                }
            }
        }
    }

    private func exchange(_ a: Int, _ b: Int, table: String, columns: String, _ db: Database) throws {
        let key = Tampering.keys[table]!
        try db.execute(
            sql: """
                CREATE TEMP TABLE pair AS SELECT * FROM \(table) WHERE \(key) IN (:a, :b);
                DELETE FROM main.\(table) WHERE \(key) IN (:a, :b)
                """,
            arguments: ["a": a, "b": b]
        )
        let all = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
        let moved = Set(columns.split(separator: ", ").map(String.init))
        let values = all.map { moved.contains($0) ? "other.\($0)" : "own.\($0)" }.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO main.\(table) SELECT \(values) FROM pair own, pair other WHERE own.\(key) != other.\(key);
                DROP TABLE pair
                """
        )
    }
}
