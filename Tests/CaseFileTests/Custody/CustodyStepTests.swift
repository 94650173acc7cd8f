import Testing

@testable import CaseFile

@Suite struct CustodyStepTests {
    @Test func aStepIsSmallAndHasNothingOnTheHeap() {
        #expect(MemoryLayout<CustodyStep>.stride <= 160)
        #expect(_isPOD(CustodyStep.self))
    }

    @Test(arguments: [
        "2026-03-14T22:40:00+05:30", "2026-03-14T22:40:00.5Z", "2026-03-14+05:30", "2026-03-31-11:00",
        "2026-03+05:30", "2024-02+00:00", "2026+05:30", "1999Z",
    ])
    func aTimeCoversWhatItsMomentCovers(text: String) throws {
        let moment = try #require(Moment(text))
        let time = CustodyTime(moment)
        #expect(time.earliest == moment.earliest)
        #expect(time.latest == moment.latest)
        #expect(time.isInstant == (moment.precision == .instant))
        #expect(Moment(time.description)?.earliest == moment.earliest)
        #expect(Moment(time.description)?.precision == moment.precision)
        #expect(Moment(time.description)?.zone == moment.zone)
    }

    @Test func aQuantityIsWrittenAsItIsRead() {
        for text in ["0", "1", "2.5", "0.000001", "12.34"] {
            let quantity = CustodyQuantity(millionths: Int64(Amount(text)!.millionths), unit: .none)
            #expect(quantity.amount == text)
        }
    }
}

@Suite struct CustodyTermsTests {
    @Test func theSameTextHasTheSameTermAndAnotherTextAnother() {
        var terms = CustodyTerms()
        let texts = (0..<5000).map { "S-\($0)" }
        let first = texts.map { terms.term(for: $0) }
        #expect(Set(first).count == texts.count)
        #expect(texts.map { terms.term(for: $0) } == first)
        #expect(first.map { terms.text(of: $0) } == texts)
    }

    @Test func theSameRecordHasTheSameTermAndIsNoText() {
        var terms = CustodyTerms()
        let ids = (0..<5000).map { RecordID.named("person \($0)") }
        let first = ids.map { terms.term(for: $0) }
        let seal = terms.term(for: "S-1")
        #expect(ids.map { terms.term(for: $0) } == first)
        #expect(first.map { terms.id(of: $0) } == ids)
        #expect(!first.contains(seal))
        #expect(terms.text(of: first[0]) == nil)
        #expect(terms.id(of: seal) == nil)
    }

    @Test func nothingStatedIsNoTerm() {
        var terms = CustodyTerms()
        #expect(terms.term(for: "") == .none)
        #expect(terms.term(for: nil as RecordID?) == .none)
        #expect(terms.text(of: .none) == nil)
        #expect(terms.id(of: .none) == nil)
    }

    /// String comparison takes U+00E9 and e with U+0301 for the same; two seal numbers so written are two.
    @Test func textsThatOnlyLookAlikeAreDifferent() {
        var terms = CustodyTerms()
        #expect(terms.term(for: "\u{E9}") != terms.term(for: "e\u{301}"))
    }
}
