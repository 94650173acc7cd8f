import CaseFile
import Foundation
import Ledger
import Testing

@Suite struct VersionTests {
    let sample: SampleLog
    let first = SampleRecord(id: .sample(1), label: "KT-1")

    init() throws {
        sample = try SampleLog()
        try sample.append([first])
    }

    @Test func aVersionFollowsTheOneBefore() throws {
        let second = first.amended(text: "a phone, blue")
        let third = second.amended(text: "a phone, green")
        try sample.append([second, third])
        let versions = try sample.ledger.versions(of: first.id, in: SampleLog.log)
        #expect(versions.map(\.bytes) == [first, second, third].map(\.bytes))
        #expect(try sample.ledger.current(first.id, in: SampleLog.log)?.version == 3)
        #expect(try sample.verify() == [])
    }

    @Test func aVersionThatIsThereIsNotWrittenAgain() {
        #expect(throws: LedgerError.alreadyRecorded(index: 0, record: first.id, version: 1)) {
            try sample.append([first])
        }
        var other = first
        other.text = "something else"
        #expect(throws: LedgerError.alreadyRecorded(index: 1, record: first.id, version: 1)) {
            try sample.append([SampleRecord(id: .sample(2)), other])
        }
    }

    @Test func aVersionThatLeavesOneOutIsRefused() {
        var third = first.amended(text: "a phone, blue")
        third.version = 3
        #expect(throws: LedgerError.versionBreak(index: 0, record: first.id, .follows(version: 1))) {
            try sample.append([third])
        }
        let unknown = SampleRecord(id: .sample(2)).amended(text: "a phone, blue")
        #expect(throws: LedgerError.versionBreak(index: 0, record: unknown.id, .follows(version: nil))) {
            try sample.append([unknown])
        }
    }

    @Test func aVersionNamesTheLeafItReplaces() throws {
        var second = first.amended(text: "a phone, blue")
        second.replaces = [Merkle.emptyRoot]
        #expect(throws: LedgerError.versionBreak(index: 0, record: first.id, .replacesOther)) {
            try sample.append([second])
        }
        // It may name others besides.
        second.replaces = [Merkle.emptyRoot, Merkle.leafHash(of: first.bytes)]
        try sample.append([second])
        #expect(try sample.verify() == [])
    }

    @Test func aVersionIsOfTheSameKind() {
        var second = first.amended(text: "a phone, blue")
        second.kind = "person"
        #expect(throws: LedgerError.versionBreak(index: 0, record: first.id, .kind)) {
            try sample.append([second])
        }
    }

    @Test func theFirstVersionReplacesNothingAndLaterOnesSomething() {
        var record = SampleRecord(id: .sample(2), replaces: [Merkle.emptyRoot])
        #expect(throws: LedgerError.malformedEntry(index: 0, .replaces)) { try sample.append([record]) }
        record.replaces = []
        record.version = 2
        #expect(throws: LedgerError.malformedEntry(index: 0, .replaces)) { try sample.append([record]) }
    }

    struct NotCanonical: CustomTestStringConvertible {
        let testDescription: String
        let part: String
        let replacement: String
        let fault: LedgerError.EntryFault

        init(_ part: String, _ replacement: String, _ fault: LedgerError.EntryFault = .startTag) {
            self.part = part
            self.replacement = replacement
            self.fault = fault
            testDescription = "\(part) → \(replacement)"
        }
    }

    @Test(arguments: [
        NotCanonical("<exhibit ", " <exhibit "),
        NotCanonical("<exhibit ", "<?xml version='1.0'?><exhibit "),
        NotCanonical("<exhibit ", "\u{FEFF}<exhibit "),
        NotCanonical("<exhibit ", "<exhibit  "),
        NotCanonical(" id=", " xml:id="),
        NotCanonical(" nonce=", " salt="),
        NotCanonical("00112233445566778899aabbccddeeff", "0011"),
        NotCanonical(#" version="1""#, ""),
        NotCanonical(#"version="1""#, #"version='1'"#),
        NotCanonical(#"version="1""#, #"version="01""#),
        NotCanonical(#"version="1""#, #"version="0""#),
        NotCanonical(#"version="1""#, #"version="1000000000""#),
        NotCanonical(#"version="1""#, #"version="one""#),
        NotCanonical(#"version="1">"#, #"version="1" >"#),
        NotCanonical(#"version="1">"#, #"version="1" other="">"#),
        NotCanonical("</exhibit>", "</exhibits>", .endTag),
        NotCanonical("</exhibit>", "</exhibit>\n", .endTag),
        NotCanonical("</exhibit>", "", .endTag),
        NotCanonical(RecordID.sample(7).description, "0"),
        NotCanonical(RecordID.sample(7).description, String(repeating: "0", count: 36), .identifier),
        NotCanonical(
            RecordID.sample(7).description,
            RecordID.sample(7).description.uppercased(),
            .identifier
        ),
    ])
    func onlyTheCanonicalFormIsTaken(change: NotCanonical) {
        let bytes = SampleRecord(id: .sample(7)).bytes
        let text = String(decoding: bytes, as: UTF8.self).replacing(change.part, with: change.replacement)
        #expect(throws: LedgerError.malformedEntry(index: 0, change.fault)) {
            try sample.ledger.append(
                [NewEntry(bytes: Array(text.utf8))],
                to: SampleLog.log,
                expecting: 1,
                key: SampleLog.key,
                at: SampleLog.start + 600
            )
        }
    }

    @Test func bytesThatEndAnywhereInTheStartTagAreRefused() {
        let bytes = SampleRecord(id: .sample(7)).bytes
        for length in 0..<bytes.count {
            #expect(throws: LedgerError.self) {
                try sample.ledger.append(
                    [NewEntry(bytes: Array(bytes.prefix(length)))],
                    to: SampleLog.log,
                    expecting: 1,
                    key: SampleLog.key,
                    at: SampleLog.start + 600
                )
            }
        }
    }
}
