import CaseFile
import Ledger
import Testing

@Suite struct LookupTests {
    let sample: SampleLog
    var ledger: Ledger { sample.ledger }
    let log = SampleLog.log

    init() throws { sample = try SampleLog.withTwentyRecords() }

    @Test func currentVersionsOfAKindComeInTheOrderOfTheirFirst() throws {
        var exhibits: [LogEntry] = []
        try ledger.forEachCurrent("exhibit", in: log) { exhibits.append($0) }
        #expect(exhibits.map(\.record) == (1...4).map { .sample($0) })
        #expect(exhibits.map(\.version) == [1, 3, 2, 1])
        var all = 0
        try ledger.forEachCurrent(in: log) { _ in all += 1 }
        #expect(all == 17)
        #expect(try ledger.counts(in: log).map(\.kind) == ["custodyEvent", "exhibit", "person"])
        #expect(try ledger.counts(in: log).map(\.count) == [12, 4, 1])
    }

    @Test func theEventsOfAnExhibitAreFoundByIt() throws {
        let events = try ledger.current(about: .sample(1), in: log)
        #expect(events.map(\.record) == [.sample(10), .sample(11), .sample(21)])
        #expect(try ledger.current(about: .sample(1), kind: "custodyEvent", in: log) == events)
        #expect(try ledger.current(about: .sample(1), kind: "person", in: log) == [])
        #expect(try ledger.current(about: .sample(999), in: log) == [])
    }

    @Test func aRecordIsFoundByItsLabelInItsCurrentVersion() throws {
        #expect(try ledger.unique(labelled: "KT-2", in: log)?.version == 3)
        #expect(try ledger.unique(labelled: "KT-2", kind: "person", in: log) == nil)
        #expect(try ledger.unique(labelled: "KT-99", in: log) == nil)
        #expect(try ledger.unique(labelled: "kt-2", in: log) == nil)
    }

    @Test func aLabelThatTwoRecordsCarryIsAmbiguousUnlessTheKindDecides() throws {
        try sample.append([SampleRecord(kind: "place", id: .sample(40), label: "KT-1")])
        #expect(throws: LedgerError.ambiguousLabel(records: [.sample(1), .sample(40)])) {
            try ledger.unique(labelled: "KT-1", in: log)
        }
        #expect(try ledger.unique(labelled: "KT-1", kind: "place", in: log)?.record == .sample(40))
        #expect(try ledger.current(labelled: "KT-1", in: log).count == 2)
    }

    @Test func aRecordThatChangesItsLabelIsFoundByTheNewOneOnly() throws {
        var renamed = SampleRecord(id: .sample(1), label: "KT-1").amended(text: "a phone")
        renamed.label = "KT-1A"
        try sample.append([renamed])
        #expect(try ledger.unique(labelled: "KT-1", in: log) == nil)
        #expect(try ledger.unique(labelled: "KT-1A", in: log)?.version == 2)
    }

    @Test func callsWithinACallSeeTheSameMoment() throws {
        var events = 0
        try ledger.forEachCurrent("exhibit", in: log) { exhibit in
            events += try ledger.current(about: exhibit.record, in: log).count
            try ledger.forEachCurrent("exhibit", in: log) { _ in events += 100 }
        }
        #expect(events == 12 + 4 * 4 * 100)
    }

    @Test func theErrorOfABodyComesThroughAsItIs() {
        struct Enough: Error {}
        #expect(throws: Enough.self) { try ledger.forEachEntry(of: log) { _ in throw Enough() } }
    }

    @Test func aRebuiltReadModelSaysTheSame() throws {
        try ledger.rebuild(log, describing: SampleRecord.describe)
        #expect(try sample.verify() == [])
        #expect(try ledger.unique(labelled: "KT-2", in: log)?.version == 3)
        #expect(try ledger.current(about: .sample(1), in: log).count == 3)
    }

    @Test func aRebuildThatFailsLeavesTheReadModelAsItWas() throws {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try ledger.rebuild(log) { entry in
                if entry.seq == 9 { throw Enough() }
                return (nil, nil)
            }
        }
        #expect(try sample.verify() == [])
    }

    @Test func everyRecordIsProvedAgainstEveryCheckpointAfterIt() throws {
        let checkpoints = try ledger.checkpoints(of: log).map { try TreeHead(text: $0.text) }
        for head in checkpoints {
            for seq in 0..<head.size {
                let proof = try ledger.inclusionProof(of: seq, in: log, size: head.size)
                let leaf = try #require(try ledger.entry(seq, of: log)).leaf
                #expect(proof.holds(leaf: leaf, root: head.root))
            }
            for earlier in checkpoints where earlier.size <= head.size {
                let proof = try ledger.consistencyProof(in: log, from: earlier.size, to: head.size)
                #expect(proof.holds(old: earlier.root, new: head.root))
            }
        }
    }

    @Test func aProofIsOnlyMadeAgainstACheckpoint() {
        #expect(throws: LedgerError.noCheckpoint(log: log, size: 3)) {
            try ledger.inclusionProof(of: 0, in: log, size: 3)
        }
        #expect(throws: LedgerError.noSuchEntry(log: log, seq: 20)) {
            try ledger.inclusionProof(of: 20, in: log, size: 20)
        }
        #expect(throws: LedgerError.noCheckpoint(log: log, size: 1)) {
            try ledger.consistencyProof(in: log, from: 20, to: 1)
        }
    }
}
