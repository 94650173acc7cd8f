import CaseFile
import Foundation
import GRDB
@testable import Ledger
import Testing

/// What someone does who knows how the ledger works: everything that can be made to fit is made to fit.
@Suite struct ForgeryTests {
    let tampering: Tampering
    let key = SampleLog.key

    init() throws { tampering = try Tampering() }

    /// Changes a record and makes its columns, leaf hash, frontiers and read model agree with it again, as far as
    /// that goes without the key.
    private func forge(_ seq: Int, _ db: Database) throws {
        let bytes = try Data.fetchOne(db, sql: "SELECT bytes FROM entry WHERE seq = ?", arguments: [seq])!
        var text = String(decoding: bytes, as: UTF8.self)
        text = text.replacing("phone", with: "drone").replacing("ledger", with: "letter")
        try db.execute(
            sql: "UPDATE entry SET bytes = ? WHERE seq = ?",
            arguments: [Data(text.utf8), seq]
        )
        try remakeLeaves(db)
    }

    private func remakeLeaves(_ db: Database) throws {
        let leaves = try Data.fetchAll(db, sql: "SELECT bytes FROM entry ORDER BY seq").map {
            Merkle.leafHash(of: Array($0))
        }
        for row in try Row.fetchAll(db, sql: "SELECT first, length(hashes) / 32 FROM leaf") {
            let (first, count): (Int, Int) = (row[0], row[1])
            let hashes = leaves[first..<min(first + count, leaves.count)].flatMap(\.bytes)
            try db.execute(
                sql: "UPDATE leaf SET hashes = ? WHERE first = ?",
                arguments: [Data(hashes), first]
            )
        }
        for size in try Int.fetchAll(db, sql: "SELECT size FROM checkpoint") where size <= leaves.count {
            var frontier = Frontier()
            for leaf in leaves.prefix(size) { frontier.append(leaf) }
            try db.execute(
                sql: "UPDATE checkpoint SET frontier = ? WHERE size = ?",
                arguments: [Data(frontier.roots.flatMap(\.bytes)), size]
            )
        }
    }

    @Test func aForgedRecordIsNarrowedDownToItsCommit() throws {
        for (seq, commit) in [
            (0, 0..<1), (3, 1..<6), (7, 6..<10), (11, 10..<12), (17, 12..<18), (19, 18..<20),
        ] {
            let findings = try tampering.findings { try forge(seq, $0) }
            let mismatches = findings.filter { $0.code == .rootMismatch }
            #expect(mismatches.contains { $0.place == .entries(commit) }, "\(seq)")
            #expect(findings.contains { $0.code == .frontierAltered }, "\(seq)")
        }
    }

    /// With the true frontier still there, the damage ends with the commit, and is narrowed down within it.
    @Test func aForgedRecordHidesNothingOfOtherCommits() throws {
        let findings = try tampering.findings { db in
            let frontiers = try Row.fetchAll(db, sql: "SELECT number, frontier FROM checkpoint")
            try forge(3, db)
            try forge(16, db)
            for row in frontiers {
                try db.execute(
                    sql: "UPDATE checkpoint SET frontier = ? WHERE number = ?",
                    arguments: [row["frontier"], row["number"]]
                )
            }
            try db.execute(sql: "UPDATE entry SET bytes = CAST(bytes || ' ' AS BLOB) WHERE seq = 8")
        }
        let mismatches = findings.filter { $0.code == .rootMismatch }.map(\.place)
        // 12 to 17 end at 18 = 16 + 2: the subtree of the first sixteen is as it was signed, but for 3 … 5.
        #expect(mismatches == [.entries(1..<4), .entries(16..<18)])
        #expect(
            findings.filter { $0.code == .recordAltered }.map(\.place) == [
                .entry(seq: 8, record: RecordID.sample(14).description)
            ]
        )
    }

    @Test func exchangedRecordsWithTheirHashesAreNarrowedDown() throws {
        let findings = try tampering.findings { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE pair AS SELECT * FROM entry WHERE seq IN (12, 13);
                    DELETE FROM main.entry WHERE seq IN (12, 13);
                    INSERT INTO main.entry SELECT log, 25 - seq, kind, record, version, bytes FROM pair;
                    DROP TABLE pair
                    """
            )
            let frontiers = try Row.fetchAll(db, sql: "SELECT number, frontier FROM checkpoint")
            try remakeLeaves(db)
            for row in frontiers {
                try db.execute(
                    sql: "UPDATE checkpoint SET frontier = ? WHERE number = ?",
                    arguments: [row["frontier"], row["number"]]
                )
            }
        }
        #expect(findings.map(\.code) == [.rootMismatch])
        #expect(findings.map(\.place) == [.entries(12..<16)])
    }

    struct Insertion: CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let code: LogFinding.Code
        let place: LogFinding.Place
    }

    @Test(arguments: [
        Insertion(
            testDescription: "a record at the end",
            sql: "INSERT INTO entry SELECT log, 20, kind, record, 9, bytes FROM entry WHERE seq = 0",
            code: .recordUnsigned,
            place: .entries(20..<21)
        ),
        Insertion(
            testDescription: "records far beyond the end",
            sql: "INSERT INTO entry SELECT log, seq + 1000, kind, record, 9, bytes FROM entry WHERE seq < 3",
            code: .recordUnsigned,
            place: .entries(1000..<1003)
        ),
        Insertion(
            testDescription: "a record before the beginning",
            sql: "INSERT INTO entry SELECT log, -1, kind, record, 9, bytes FROM entry WHERE seq = 0",
            code: .recordUnsigned,
            place: .entries(-1..<0)
        ),
        Insertion(
            testDescription: "a leaf hash at the end",
            sql: "INSERT INTO leaf SELECT log, 20, hashes FROM leaf WHERE first = 0",
            code: .leafUnsigned,
            place: .leaves(first: 20)
        ),
        Insertion(
            testDescription: "a leaf hash in between",
            sql: "INSERT INTO leaf SELECT log, 3, substr(hashes, 65, 32) FROM leaf WHERE first = 1",
            code: .leafAltered,
            place: .leaves(first: 3)
        ),
        Insertion(
            testDescription: "a checkpoint at the end",
            sql: "INSERT INTO checkpoint SELECT log, 7, 21, note, frontier FROM checkpoint WHERE number = 6",
            code: .checkpointMisplaced,
            place: .checkpoint(number: 7)
        ),
        Insertion(
            testDescription: "a row of the read model",
            sql: "INSERT INTO latest SELECT log, 20, seq, kind, label, subject FROM latest WHERE first = 0",
            code: .readModel,
            place: .latest(first: 20)
        ),
        Insertion(
            testDescription: "a row of the read model for a later version",
            sql: "INSERT INTO latest SELECT log, 9, seq, kind, label, subject FROM latest WHERE first = 0",
            code: .readModel,
            place: .latest(first: 9)
        ),
        Insertion(
            testDescription: "records of no log",
            sql: "INSERT INTO entry SELECT 77, seq, kind, record, version, bytes FROM entry",
            code: .strayRows,
            place: .table("entry")
        ),
    ])
    func aRowTooManyIsNoticed(insertion: Insertion) throws {
        let findings = try tampering.findings { try $0.execute(sql: insertion.sql) }
        #expect(findings.contains { $0.code == insertion.code && $0.place == insertion.place }, "\(findings)")
    }

    @Test func aRecordPutInBetweenIsNoticed() throws {
        let findings = try tampering.findings { db in
            try db.execute(
                sql: """
                    UPDATE entry SET seq = seq + 1000 WHERE seq >= 5;
                    UPDATE entry SET seq = seq - 999 WHERE seq >= 1000;
                    INSERT INTO entry SELECT log, 5, kind, record, 9, bytes FROM entry WHERE seq = 0
                    """
            )
        }
        #expect(findings.contains { $0.code == .recordAltered && $0.place.position == 5 })
        #expect(findings.filter { $0.code == .recordMoved }.map(\.place.position) == Array(6..<20))
        #expect(findings.contains { $0.code == .recordUnsigned && $0.place == .entries(20..<21) })
    }

    @Test func theLogsOwnRowIsChecked() throws {
        let renamed = try tampering.findings { try $0.execute(sql: "UPDATE log SET origin = origin || 'x'") }
        #expect(renamed.map(\.code) == [.originAltered])
        let cut = try tampering.findings { try $0.execute(sql: "UPDATE log SET number = number + 1") }
        #expect(cut.contains { $0.code == .checkpointMissing && $0.place == .checkpoint(number: 0) })
        #expect(cut.filter { $0.code == .strayRows }.count == 4)
        for change in ["DELETE FROM log", "UPDATE log SET case_id = 'x'"] {
            #expect(throws: LedgerError.noSuchLog(SampleLog.log)) {
                try tampering.findings { try $0.execute(sql: change) }
            }
        }
    }

    @Test func aTriggerThatIsGoneOrAddedIsNoticed() throws {
        let sample = try SampleLog.withTwentyRecords()
        let plain = try DatabaseQueue(path: sample.path)
        try plain.write { try $0.execute(sql: "DROP TRIGGER entry_update") }
        #expect(try sample.verify().map(\.place) == [.table("entry_update")])
        try plain.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN SELECT 1; END;
                    CREATE TRIGGER other AFTER INSERT ON latest BEGIN DELETE FROM latest; END;
                    DROP INDEX latest_label
                    """
            )
        }
        #expect(
            Set(try sample.verify().map(\.place)) == [
                .table("entry_update"), .table("other"), .table("latest_label"),
            ]
        )
    }
}
