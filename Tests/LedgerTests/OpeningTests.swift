import Foundation
import GRDB
@testable import Ledger
import Testing

@Suite struct OpeningTests {
    let folder: ScratchFolder
    var path: String { folder.file("store.sqlite") }

    init() throws { folder = try ScratchFolder() }

    private func contents(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

    @Test func aNewStoreIsPrivateAndSaysWhatItIs() throws {
        _ = try Ledger(at: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let header = try #require(contents(path)?.prefix(100))
        #expect(header[68..<72].elementsEqual("DOSS".utf8))
        #expect(header[60..<64].elementsEqual([0, 0, 0, 1]))
    }

    @Test func aStoreIsOpenedAgainWithWhatItHad() throws {
        do { try Ledger(at: path).open(SampleLog.log, key: SampleLog.key, at: SampleLog.start) }
        let again = try Ledger(at: path)
        #expect(try again.logs().map(\.log) == [SampleLog.log])
        #expect(try again.verify(SampleLog.log, keys: [SampleLog.key.office]) == [])
    }

    @Test func commitsAreSyncedAndForeignKeysChecked() throws {
        let ledger = try Ledger(at: path)
        let modes = try ledger.writing().writeWithoutTransaction { db in
            try ["journal_mode", "synchronous", "foreign_keys"].map { name in
                try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
        }
        #expect(modes == ["wal", "2", "1"])
        let tables = try ledger.snapshot { db in
            try Row.fetchAll(db, sql: "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
        }
        for row in tables where !(row[0] as String).hasPrefix("sqlite_") { #expect(row[1] == 1) }
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
        for content in ["x", "SQLite format 2\0", String(repeating: "evidence\n", count: 1000)] {
            try Data(content.utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: LedgerError.notAStore(path: path)) { try Ledger(at: path) }
            #expect(contents(path) == Data(content.utf8))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["store.sqlite"])
    }

    @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
        for sql in [
            "CREATE TABLE exhibit (a)", "PRAGMA application_id = 1",
            "PRAGMA application_id = 1; CREATE TABLE log (a)",
        ] {
            try? FileManager.default.removeItem(atPath: path)
            do {
                let other = try DatabaseQueue(path: path)
                try other.write { try $0.execute(sql: sql) }
            }
            let before = contents(path)
            #expect(throws: LedgerError.notAStore(path: path)) { try Ledger(at: path) }
            #expect(throws: LedgerError.notAStore(path: path)) { try Ledger(at: path, readOnly: true) }
            #expect(contents(path) == before)
        }
    }

    @Test func aStoreOfANewerFormatIsNotTouched() throws {
        do {
            let ledger = try Ledger(at: path)
            try ledger.writing().write { try $0.execute(sql: "PRAGMA user_version = 9") }
            try ledger.settle()
        }
        let before = contents(path)
        #expect(throws: LedgerError.newerStore(path: path, version: 9, supported: 1)) { try Ledger(at: path) }
        #expect(contents(path) == before)
    }

    @Test func aHeaderWithNothingBehindItIsDamage() throws {
        do {
            let ledger = try Ledger(at: path)
            try ledger.open(SampleLog.log, key: SampleLog.key, at: SampleLog.start)
            try ledger.settle()
        }
        let whole = try #require(contents(path))
        try whole.prefix(100).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: LedgerError.self) { try Ledger(at: path) }
        #expect(error.map(isDamage) == true)
    }

    @Test func aCutFileIsDamageAndNotAFinding() throws {
        do {
            let sample = try SampleLog.withTwentyRecords()
            try sample.ledger.settle()
            try FileManager.default.copyItem(atPath: sample.path, toPath: path)
        }
        let whole = try #require(contents(path))
        for pages in 1..<whole.count / 8192 {
            try whole.prefix(pages * 8192).write(to: URL(fileURLWithPath: path))
            for file in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + file) }
            let error = #expect(throws: LedgerError.self) {
                try Ledger(at: path).verify(SampleLog.log, keys: [SampleLog.key.office])
            }
            #expect(error.map(isDamage) == true, "\(pages) pages: \(String(describing: error))")
        }
    }

    private func isDamage(_ error: LedgerError) -> Bool {
        if case .damaged = error { true } else { error == .notAStore(path: path) }
    }

    @Test func aStoreThatIsNotThereIsNotMadeForReading() {
        #expect(throws: LedgerError.missing(path: path)) { try Ledger(at: path, readOnly: true) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        let path = folder.file("none/store.sqlite")
        #expect(throws: LedgerError.cannotOpen(path: path, code: 14)) { try Ledger(at: path) }
    }

    @Test func aReadOnlyStoreIsReadAndNotWritten() throws {
        let writer = try Ledger(at: path)
        try writer.open(SampleLog.log, key: SampleLog.key, at: SampleLog.start)
        let reader = try Ledger(at: path, readOnly: true)
        #expect(try reader.verify(SampleLog.log, keys: [SampleLog.key.office]) == [])
        #expect(throws: LedgerError.readOnly(path: path)) {
            try reader.append(
                [SampleRecord(id: .sample(1)).entry],
                to: SampleLog.log,
                expecting: 0,
                key: SampleLog.key,
                at: SampleLog.start
            )
        }
        // It sees what is written after it was opened.
        try writer.append(
            [SampleRecord(id: .sample(1)).entry],
            to: SampleLog.log,
            expecting: 0,
            key: SampleLog.key,
            at: SampleLog.start
        )
        #expect(try reader.log(SampleLog.log).size == 1)
    }

    @Test func aStoreThatIsHeldByAnotherProgramIsSaidToBeLocked() throws {
        let ledger = try Ledger(at: path, patience: 0.1)
        try ledger.open(SampleLog.log, key: SampleLog.key, at: SampleLog.start)
        let other = try DatabaseQueue(path: path)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: LedgerError.locked(path: path)) {
                try ledger.append(
                    [SampleRecord(id: .sample(1)).entry],
                    to: SampleLog.log,
                    expecting: 0,
                    key: SampleLog.key,
                    at: SampleLog.start
                )
            }
            // Reading goes on meanwhile.
            #expect(try ledger.log(SampleLog.log).size == 0)
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try ledger.verify(SampleLog.log, keys: [SampleLog.key.office]) == [])
    }
}
