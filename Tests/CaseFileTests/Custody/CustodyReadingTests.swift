import Testing
import XML

@testable import CaseFile

@Suite struct CustodyReadingTests {
    /// A record and the elements of its canonical bytes leave the same in a register, whatever fields it has.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func aStreamSaysWhatItsRecordsSay(seed: UInt64) throws {
        var random = CustodyRecords(seed: seed)
        let records = (0..<12).map { _ in random.record() }
        var register = CustodyRegister()
        for (index, record) in records.enumerated() { register.add(record, logIndex: UInt32(index)) }
        let streamed = try read(records)
        #expect(streamed.steps.map { streamed.telling($0) } == register.steps.map { register.telling($0) })
        #expect(
            streamed.exhibits.map { streamed.telling($0) } == register.exhibits.map { register.telling($0) }
        )
        #expect(streamed.originals.map(\.exhibit) == register.originals.map(\.exhibit))
        #expect(
            streamed.originals.map { streamed.terms.text(of: $0.digests) }
                == register.originals.map { register.terms.text(of: $0.digests) }
        )
    }

    @Test func whatAnEventStatesBecomesItsMarks() {
        var records = CustodyRecords(seed: 1)
        var event = CustodyEvent(
            exhibit: Reference(to: records.id()),
            event: .deposit,
            at: Moment("2026-03-14T22:40:00+05:30")!
        )
        let (officer, keeper) = (Reference<Person>(to: records.id()), Reference<Person>(to: records.id()))
        (event.releasedBy, event.receivedBy, event.witnesses) = (officer, keeper, [officer])
        event.releasedAttestation = Attestation(
            means: .paperSignature,
            at: Moment("2026-03-14T22:00:00+05:30")!,
            signatory: keeper
        )
        event.authority = Authority(kind: .courtOrder)
        event.digestsAfter = [Digest(.md5, String(repeating: "a", count: 32))!]
        event.sealIntact = false
        var register = CustodyRegister()
        let (step, _) = register.step(event, records.head(), logIndex: 0)
        #expect(
            step.marks == [
                .releasedAttestation, .attestedByAnother, .attestedInAdvance, .witness, .onlySidesWitness,
                .authority, .courtOrder, .onlyWeakDigests, .sealBroken,
            ]
        )
    }

    @Test func digestsAreTheSameInWhateverOrderTheyAreGiven() {
        var terms = CustodyTerms()
        let md5 = Digest(.md5, String(repeating: "a", count: 32))!
        let (one, two) = (
            Digest(.sha256, String(repeating: "b", count: 64))!,
            Digest(.sha256, String(repeating: "c", count: 64))!
        )
        #expect(terms.term(for: [md5, one]) == terms.term(for: [one, md5]))
        let (both, sha, other, weak) = (
            terms.term(for: [md5, one]), terms.term(for: [one]), terms.term(for: [two]),
            terms.term(for: [md5])
        )
        #expect(terms.compare(both, sha) == .same)
        #expect(terms.compare(both, other) == .different)
        #expect(terms.compare(sha, weak) == .incomparable)
        #expect(terms.richer(both, sha) == both)
        #expect(terms.richer(sha, other) == other)
    }

    @Test func aPhoneIsAThingAlthoughItIsCalledDigital() {
        #expect(CustodyExhibit.Form(.digital, isSealable: true, isDevice: true) == .thing)
        #expect(CustodyExhibit.Form(.digital, isSealable: true, isDevice: false) == .thing)
        #expect(CustodyExhibit.Form(.digital, isSealable: false, isDevice: false) == .data)
        #expect(CustodyExhibit.Form(.documentary, isSealable: true, isDevice: false) == .paper)
    }

    @Test func anExhibitWithTwoOriginalsHasNoDigestOfItsOwn() {
        var register = CustodyRegister()
        let digest = register.terms.term(for: "sha256:aa")
        for name in ["one", "two"] { register.add(CustodyExhibit(id: .named(name))) }
        register.addOriginal(of: .named("one"), digests: digest)
        for _ in 0..<2 { register.addOriginal(of: .named("two"), digests: digest) }
        #expect(register.exhibitsWithDigests.map(\.digest) == [digest, .none])
    }

    @Test(arguments: [
        "2026-03-14T22:40:00+05:30", "2024-02-29T00:00:00Z", "1969-12-31T23:59:59-11:45",
        "0001-01-01T00:00:00Z",
        "2026-03-14T22:40:00.25+05:30", "2026-03-14+05:30", "2026-03+05:30", "2000-12-31T23:59:59+14:00",
    ])
    func aTimeReadFromBytesIsTheMoments(text: String) throws {
        let time = try #require(CustodyTime(text))
        #expect(time == CustodyTime(Moment(text)!))
    }

    @Test(arguments: [
        "", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-14T24:00:00Z", "2026-03-14T22:40:60Z",
        "0000-01-01T00:00:00Z", "2026-03-14T22:40:00+15:00", "2026-03-14T22:40:00", "2026-03-14 22:40:00Z",
        "2026-03-14T22:4:000Z", "２026-03-14T22:40:00Z",
    ])
    func whatIsNoMomentIsNoTime(text: String) {
        #expect(CustodyTime(text) == nil)
        #expect(Moment(text) == nil)
    }

    // MARK: Streaming

    private func read(_ records: [Record]) throws -> CustodyRegister {
        var bytes = Array("<records xmlns=\"\(CaseFileGrammar.namespace)\">".utf8)
        for record in records { bytes += try record.canonicalBytes() }
        bytes += Array("</records>".utf8)
        let handler = CustodyHandler()
        try StreamReader(names: CustodyHandler.names).read(ByteSource(bytes), handler)
        return handler.reader.register
    }
}

/// Feeds a custody reader as a verifier would.
private final class CustodyHandler: StreamHandler {
    static let names = NameTable(
        namespace: CaseFileGrammar.namespace,
        elements: CustodyField.allCases.map(\.rawValue) + ["custodyEvent", "file"],
        attributes: ["id", "version", "recordedAt", "recordedBy", "to", "algorithm", "approximate"]
    )

    var reader = CustodyStreamReader()
    private var depth = 0
    private var logIndex: UInt32 = 0

    func start(_ tag: borrowing StartTag) throws -> StreamInterest {
        depth = tag.depth
        if tag.depth == 1 {
            let kinds: [Int: Kind] = [
                0: .exhibit, CustodyField.allCases.count: .custodyEvent,
                CustodyField.allCases.count + 1: .file,
            ]
            reader.begin(
                kinds[tag.number]!,
                id: RecordID(utf8: tag[attribute: 0]!)!,
                version: Int(String(decoding: tag[attribute: 1]!, as: UTF8.self))!,
                recordedAt: tag[attribute: 2]!,
                recordedBy: tag[attribute: 3]!,
                logIndex: logIndex
            )
            logIndex += 1
        } else if tag.depth > 1 {
            reader.start(
                tag.number,
                to: tag[attribute: 4],
                algorithm: tag[attribute: 5],
                approximate: tag[attribute: 6]
            )
        }
        return .events
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { reader.text(bytes) }

    func end(_ number: Int) {
        if depth > 1 { reader.end() } else if depth == 1 { reader.finish() }
        depth -= 1
    }
}

// MARK: In words

extension CustodyTime {
    fileprivate init?(_ text: String) {
        let time = Array(text.utf8).withUnsafeBufferPointer { CustodyTime(utf8: $0) }
        guard let time else { return nil }
        self = time
    }
}

extension CustodyRegister {
    /// All that a step says, with its terms looked up, so that steps of two registers can be compared.
    fileprivate func telling(_ step: CustodyStep) -> [String] {
        let people = [
            step.releasedBy, step.receivedBy, step.carrier, step.sealHolder, step.placeFrom, step.placeTo,
        ]
        let texts = [step.sealBefore, step.sealAfter, step.digestBefore, step.digestAfter]
        return [
            "\(step.id) \(step.exhibit) \(step.event) \(step.at) \(step.at.latest) \(step.recordedAt)",
            "\(step.logIndex) \(step.version) \(step.sequence) \(step.marks.rawValue)",
            terms.id(of: step.reporter)?.description ?? terms.text(of: step.reporter) ?? "-",
            telling(step.quantity),
        ] + people.map { terms.id(of: $0)?.description ?? "-" } + texts.map { terms.text(of: $0) ?? "-" }
            + parts(of: step).map { "\($0.exhibit) \(telling($0.quantity))" }
    }

    fileprivate func telling(_ exhibit: CustodyExhibit) -> String {
        "\(exhibit.id) \(exhibit.parent as Any) \(exhibit.form) \(exhibit.isSealable) \(telling(exhibit.quantity))"
    }

    private func telling(_ quantity: CustodyQuantity) -> String {
        quantity.isStated ? "\(quantity.amount) \(terms.text(of: quantity.unit) ?? "-")" : "-"
    }
}
