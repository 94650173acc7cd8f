import CaseFile
import Foundation
import GRDB
import Ledger
import Testing

/// What the store alone cannot show, and a checkpoint in other hands can.
@Suite struct HistoryTests {
    let tampering: Tampering
    var ledger: Ledger { tampering.sample.ledger }
    let log = SampleLog.log

    init() throws { tampering = try Tampering() }

    private func cutOff(after size: Int) throws {
        try tampering.execute("DELETE FROM entry WHERE seq >= \(size)")
        try tampering.execute("DELETE FROM leaf WHERE first >= \(size)")
        try tampering.execute("DELETE FROM checkpoint WHERE size > \(size)")
        try tampering.execute("DELETE FROM latest WHERE first >= \(size)")
        try ledger.rebuild(log, describing: SampleRecord.describe)
    }

    @Test func everyCheckpointThatWasGivenOutHolds() throws {
        #expect(try tampering.findings(held: ledger.checkpoints(of: log)) == [])
    }

    @Test func aLogThatWasCutShortIsFoundByACheckpointInOtherHands() throws {
        let given = try ledger.checkpoint(of: log)
        try cutOff(after: 12)
        #expect(try tampering.findings() == [], "by itself the shorter log is as good as the longer one was")
        let findings = try tampering.findings(held: [given])
        #expect(findings.map(\.code) == [.historyShortened])
        #expect(findings.map(\.expected) == ["20 records or more"])
    }

    /// The office itself writes its history anew from a point on, with its own key.
    @Test func aHistoryWrittenAnewIsFoundByACheckpointInOtherHands() throws {
        let given = try ledger.checkpoints(of: log)
        try cutOff(after: 12)
        try tampering.sample.append((50..<58).map { SampleRecord(id: .sample($0)) })
        #expect(try tampering.findings() == [])
        let findings = try tampering.findings(held: given)
        #expect(findings.map(\.code) == [.historyRewritten, .historyRewritten])
        #expect(findings.map(\.place) == [.held(5), .held(6)])
    }

    @Test func aCheckpointOfAnotherLogOrKeyIsNotTakenForOne() throws {
        let other = RecordID.sample(500)
        try ledger.open(other, key: SampleLog.key, at: SampleLog.start)
        let stranger = try LogKey(office: "AHTU-KOL.dossier", seed: Array(repeating: 9, count: 32))
        let head = try TreeHead(text: ledger.checkpoint(of: log).text)
        let forged = stranger.cosign(
            try stranger.sign(SignedNote(text: head.text), as: head.origin),
            at: SampleLog.start
        )
        let findings = try tampering.findings(held: [ledger.checkpoint(of: other), forged])
        #expect(findings.map(\.code) == [.checkpointMisplaced, .checkpointUnsigned])
        #expect(findings.map(\.place) == [.held(0), .held(1)])
    }

    @Test func timesThatRunBackAreFound() throws {
        // Only whoever has the key can sign such a checkpoint.
        let last = try ledger.checkpoint(of: log)
        let head = try TreeHead(text: last.text)
        let early = SampleLog.key.cosign(
            try SampleLog.key.sign(SignedNote(text: head.text), as: head.origin),
            at: SampleLog.start + 1
        )
        try tampering.execute("UPDATE checkpoint SET note = ? WHERE number = 6", [early.description])
        let findings = try tampering.findings()
        #expect(findings.map(\.code) == [.checkpointTime])
        #expect(findings.map(\.place) == [.checkpoint(number: 6)])
    }

    @Test func aLineAddedUnderACheckpointIsFound() throws {
        let stranger = try LogKey(office: "other.example", seed: Array(repeating: 9, count: 32))
        let note = stranger.cosign(try ledger.checkpoint(of: log), at: SampleLog.start)
        try tampering.execute("UPDATE checkpoint SET note = ? WHERE number = 6", [note.description])
        #expect(try tampering.findings().map(\.code) == [.checkpointAltered])
    }

    @Test func nothingIsAppendedToALogWhoseLastCheckpointDoesNotHold() throws {
        let more = [SampleRecord(id: .sample(90))]
        let broken: [(String, LedgerError.Unsoundness)] = [
            ("UPDATE checkpoint SET note = replace(note, 'AHTU', 'AHTV') WHERE number = 6", .signature),
            ("UPDATE checkpoint SET note = 'x' WHERE number = 6", .note),
            ("UPDATE checkpoint SET size = 21 WHERE number = 6", .head),
            ("UPDATE checkpoint SET frontier = zeroblob(64) WHERE number = 6", .frontier),
            ("DELETE FROM entry WHERE seq = 19", .size),
            ("DELETE FROM checkpoint", .noCheckpoint),
        ]
        for (change, why) in broken {
            let tampering = try Tampering()
            try tampering.execute(change)
            #expect(throws: LedgerError.unsound(log: log, why)) {
                try tampering.sample.ledger.append(
                    more.map(\.entry),
                    to: log,
                    expecting: 20,
                    key: SampleLog.key,
                    at: SampleLog.start + 9000
                )
            }
        }
    }

    @Test func aGarbledLogGivesAsManyFindingsAsWereAskedFor() throws {
        try tampering.execute("UPDATE entry SET bytes = x'00'")
        let findings = try tampering.sample.verify(limit: 5)
        #expect(findings.count == 6)
        #expect(findings.last?.code == .more)
    }
}
