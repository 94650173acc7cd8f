import CaseFile
import Foundation
import Ledger
import Testing

@Suite struct AppendTests {
    let sample: SampleLog
    var ledger: Ledger { sample.ledger }
    let log = SampleLog.log

    init() throws { sample = try SampleLog() }

    @Test func anOpenedLogIsEmptyAndSigned() throws {
        let checkpoint = try SignedCheckpoint(
            verifying: ledger.checkpoint(of: log),
            keys: [SampleLog.key.office]
        )
        #expect(checkpoint.head.origin == "AHTU-KOL.dossier/case/\(log)")
        #expect(checkpoint.head.size == 0)
        #expect(checkpoint.head.root == Merkle.emptyRoot)
        #expect(checkpoint.signedAt == SampleLog.start)
        #expect(try ledger.logs().map(\.origin) == [checkpoint.head.origin])
        #expect(try ledger.log(log).size == 0)
        #expect(try sample.verify() == [])
    }

    @Test func aLogIsOpenedOnce() {
        #expect(throws: LedgerError.logExists(log)) {
            try ledger.open(log, key: SampleLog.key, at: SampleLog.start)
        }
    }

    @Test func everyCommitIsSignedOverTheTreeOfAllRecords() throws {
        var leaves: [Hash] = []
        for commit in 1...20 {
            let records = (0..<commit).map { SampleRecord(id: .sample(commit * 100 + $0)) }
            let checkpoint = try sample.append(records)
            leaves += records.map { Merkle.leafHash(of: $0.bytes) }
            #expect(checkpoint.head.size == leaves.count)
            #expect(checkpoint.head.root == Merkle.root(of: leaves))
            #expect(
                try SignedCheckpoint(verifying: checkpoint.note, keys: [SampleLog.key.office]) == checkpoint
            )
        }
        #expect(try ledger.checkpoints(of: log).count == 21)
        #expect(try sample.verify() == [])
    }

    @Test func whatWasAppendedIsReadBackByteForByte() throws {
        let records = (1...700).map {
            SampleRecord(id: .sample($0), text: String(repeating: "কথা ", count: $0))
        }
        try sample.append(records)
        var read: [LogEntry] = []
        try ledger.forEachEntry(of: log) { read.append($0) }
        #expect(read.map(\.bytes) == records.map(\.bytes))
        #expect(read.map(\.seq) == Array(0..<700))
        #expect(read.map(\.record) == records.map(\.id))
        var tail: [Int] = []
        try ledger.forEachEntry(of: log, from: 690) { tail.append($0.seq) }
        #expect(tail == Array(690..<700))
    }

    @Test func aStaleSizeIsAConflictAndChangesNothing() throws {
        try sample.append([SampleRecord(id: .sample(1))])
        for stale in [0, 2] {
            #expect(throws: LedgerError.conflict(log: log, expected: stale, actual: 1)) {
                try ledger.append(
                    [SampleRecord(id: .sample(2)).entry],
                    to: log,
                    expecting: stale,
                    key: SampleLog.key,
                    at: SampleLog.start + 600
                )
            }
        }
        #expect(try ledger.log(log).size == 1)
        #expect(try sample.verify() == [])
    }

    @Test func aCommitIsAllOrNothing() throws {
        let good = (1...300).map { SampleRecord(id: .sample($0)) }
        var bad = SampleRecord(id: .sample(301))
        bad.nonce = "short"
        #expect(throws: LedgerError.malformedEntry(index: 300, .startTag)) { try sample.append(good + [bad]) }
        #expect(try ledger.log(log).size == 0)
        #expect(try ledger.counts(in: log).isEmpty)
        #expect(try sample.verify() == [])
        try sample.append(good)
        #expect(try sample.verify() == [])
    }

    @Test func anEmptyCommitIsRefused() {
        #expect(throws: LedgerError.nothingToAppend) { try sample.append([]) }
    }

    @Test func aClockThatWentBackIsRefused() throws {
        try sample.append([SampleRecord(id: .sample(1))])
        let (last, now) = (SampleLog.start + 60, SampleLog.start + 59)
        #expect(throws: LedgerError.clockBehind(log: log, last: last, now: now)) {
            try ledger.append(
                [SampleRecord(id: .sample(2)).entry],
                to: log,
                expecting: 1,
                key: SampleLog.key,
                at: now
            )
        }
        try ledger.append(
            [SampleRecord(id: .sample(2)).entry],
            to: log,
            expecting: 1,
            key: SampleLog.key,
            at: last
        )
        #expect(try sample.verify() == [])
    }

    @Test func aLogThatIsNotThereIsSaidToBeMissing() {
        let other = RecordID.sample(999)
        #expect(throws: LedgerError.noSuchLog(other)) { try ledger.log(other) }
        #expect(throws: LedgerError.noSuchLog(other)) {
            try ledger.append([], to: other, expecting: 0, key: SampleLog.key, at: SampleLog.start)
        }
        #expect(throws: LedgerError.noSuchLog(other)) { try ledger.verify(other, keys: []) }
    }

    @Test func anotherKeyCannotContinueTheLog() throws {
        let entry = SampleRecord(id: .sample(1)).entry
        let stranger = try LogKey(office: "XYZ.dossier", seed: Array(repeating: 7, count: 32))
        #expect(throws: LedgerError.wrongKey(log: log, .noKnownSignature)) {
            try ledger.append([entry], to: log, expecting: 0, key: stranger, at: SampleLog.start)
        }
        let successor = try LogKey(office: "AHTU-KOL.dossier", seed: Array(repeating: 7, count: 32))
        #expect(throws: LedgerError.unsound(log: log, .signature)) {
            try ledger.append([entry], to: log, expecting: 0, key: successor, at: SampleLog.start)
        }
        // A new key of the same office can, once it is told the old one.
        try ledger.append(
            [entry],
            to: log,
            expecting: 0,
            key: successor,
            formerKeys: [SampleLog.key.office],
            at: SampleLog.start
        )
        #expect(try ledger.verify(log, keys: [SampleLog.key.office, successor.office]) == [])
        let codes = try ledger.verify(log, keys: [successor.office]).map(\.code)
        #expect(codes.contains(.checkpointUnsigned))
    }

    @Test func logsOfOneStoreDoNotMix() throws {
        let other = RecordID.sample(999)
        try ledger.open(other, key: SampleLog.key, at: SampleLog.start)
        let shared = SampleRecord(id: .sample(1), label: "KT-1")
        try sample.append([shared])
        try ledger.append([shared.entry], to: other, expecting: 0, key: SampleLog.key, at: SampleLog.start)
        #expect(try ledger.logs().map(\.log).sorted() == [log, other].sorted())
        #expect(try ledger.current(labelled: "KT-1", in: other).count == 1)
        #expect(try sample.verify() == [])
        #expect(try ledger.verify(other, keys: [SampleLog.key.office]) == [])
    }
}
