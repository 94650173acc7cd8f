import CaseFile
import Foundation
import GRDB
import Synchronization
@testable import Ledger
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Whatever stops an append half-way leaves all of it or none.
@Suite struct CrashTests {
    /// Enough records that SQLite has to write to the disk before the commit.
    static let many = 40_000

    /// Records that do something at one of them, in the middle of the append.
    struct Interrupted: Sequence, IteratorProtocol {
        var count = 0
        let at: Int
        let interrupt: () -> Void

        mutating func next() -> NewEntry? {
            if count == at { interrupt() }
            guard count < CrashTests.many else { return nil }
            defer { count += 1 }
            return SampleRecord(id: .sample(1000 + count), label: "KT-\(count)").entry
        }
    }

    static func append(_ records: some Sequence<NewEntry>, to ledger: Ledger) throws {
        try ledger.append(
            records,
            to: SampleLog.log,
            expecting: 20,
            key: SampleLog.key,
            at: SampleLog.start + 9000
        )
    }

    @Test(arguments: [1, 30_000, many])
    func aKilledProcessLeavesTheLogAsItWas(at place: Int) async throws {
        let sample = try SampleLog.withTwentyRecords()
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = sample.path as String, place = place as Int] in
            let ledger = try Ledger(at: path)
            try CrashTests.append(Interrupted(at: place) { kill(getpid(), SIGKILL) }, to: ledger)
        }
        let again = try Ledger(at: sample.path)
        #expect(try again.log(SampleLog.log).size == 20)
        #expect(try again.verify(SampleLog.log, keys: [SampleLog.key.office]) == [])
        try Self.append([SampleRecord(id: .sample(99)).entry], to: again)
    }

    @Test func aProcessKilledAfterTheCommitHasWrittenAll() async throws {
        let sample = try SampleLog.withTwentyRecords()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = sample.path as String] in
            let ledger = try Ledger(at: path)
            try CrashTests.append(Interrupted(at: .max) {}, to: ledger)
            kill(getpid(), SIGKILL)
        }
        let again = try Ledger(at: sample.path)
        #expect(try again.log(SampleLog.log).size == 20 + Self.many)
        #expect(try again.verify(SampleLog.log, keys: [SampleLog.key.office]) == [])
    }

    /// The files as they lie on the disk at one moment of the append, opened by someone else.
    @Test(arguments: [1, 15_000, many])
    func aCopyTakenDuringAnAppendIsTheLogBefore(at place: Int) throws {
        let sample = try SampleLog.withTwentyRecords()
        let copy = sample.folder.file("copy.sqlite")
        let records = Interrupted(at: place) {
            for suffix in ["", "-wal"] {
                try! FileManager.default.copyItem(atPath: sample.path + suffix, toPath: copy + suffix)
            }
        }
        try Self.append(records, to: sample.ledger)
        let opened = try Ledger(at: copy)
        #expect(try opened.log(SampleLog.log).size == 20)
        #expect(try opened.verify(SampleLog.log, keys: [SampleLog.key.office]) == [])
        #expect(try sample.ledger.log(SampleLog.log).size == 20 + Self.many)
    }

    @Test(arguments: [2, 40, 400])
    func aFullDiskLeavesTheLogAsItWas(pages: Int) throws {
        let sample = try SampleLog.withTwentyRecords()
        let (ledger, path) = (sample.ledger, sample.path)
        try ledger.writing().writeWithoutTransaction { db in
            let used = try Int.fetchOne(db, sql: "PRAGMA page_count")!
            try db.execute(sql: "PRAGMA max_page_count = \(used + pages)")
        }
        #expect(throws: LedgerError.diskFull(path: path)) {
            try Self.append(Interrupted(at: .max) {}, to: ledger)
        }
        #expect(try ledger.log(SampleLog.log).size == 20)
        #expect(try sample.verify() == [])
        try ledger.writing().writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA max_page_count = 1000000")
        }
        try Self.append([SampleRecord(id: .sample(99)).entry], to: ledger)
        #expect(try sample.verify() == [])
    }

    @Test func ofTwoProcessesThatAppendAtOnceOneWinsEachTime() async throws {
        let sample = try SampleLog()
        let path = sample.path
        // Each tries until it has written its share, and takes the new size after each conflict.
        await withTaskGroup { processes in
            for number in [1000, 2000] {
                processes.addTask {
                    await #expect(processExitsWith: .success) {
                        [path = path as String, number = number as Int] in
                        try CrashTests.appendTwenty(from: number, path: path)
                    }
                }
            }
        }
        #expect(try sample.ledger.log(SampleLog.log).size == 40)
        #expect(try sample.verify() == [])
    }

    static func appendTwenty(from number: Int, path: String) throws {
        let ledger = try Ledger(at: path)
        var size = 0
        var left = (number..<number + 20).map { SampleRecord(id: .sample($0)).entry }[...]
        while let entry = left.first {
            do throws(LedgerError) {
                try ledger.append(
                    [entry],
                    to: SampleLog.log,
                    expecting: size,
                    key: SampleLog.key,
                    at: SampleLog.start
                )
                size += 1
                left.removeFirst()
            } catch {
                guard case .conflict(_, _, let actual) = error else { throw error }
                size = actual
            }
        }
    }

    @Test func ofManyThreadsThatExpectTheSameSizeOneWins() throws {
        let sample = try SampleLog()
        let ledger = sample.ledger
        for round in 0..<10 {
            let outcomes = Mutex<[LedgerError?]>([])
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                let entry = SampleRecord(id: .sample(100 * round + thread + 1)).entry
                var outcome: LedgerError?
                do throws(LedgerError) {
                    try ledger.append(
                        [entry],
                        to: SampleLog.log,
                        expecting: round,
                        key: SampleLog.key,
                        at: SampleLog.start
                    )
                } catch { outcome = error }
                outcomes.withLock { $0.append(outcome) }
            }
            let conflict = LedgerError.conflict(log: SampleLog.log, expected: round, actual: round + 1)
            #expect(outcomes.withLock { $0.filter { $0 == nil } }.count == 1)
            #expect(outcomes.withLock { $0.filter { $0 == conflict } }.count == 7)
        }
        #expect(try sample.verify() == [])
    }
}
