import CaseFile
import Testing
import XML

@testable import Law

/// One line of time, and nothing in it that is more exact than its source.
@Suite struct `The chronology` {
    private func chronology(_ records: String..., language: String = "en") throws -> Chronology {
        let caseFile = try SmallClocks.caseFile(records.joined())
        let names = CaseNames(of: caseFile, words: try SmallClocks.words(), language: language)
        return Chronology(
            of: caseFile,
            by: try FactTable(parsing: Checkout.bytes("templates/chronology.xml")),
            language: language,
            naming: names.name
        )
    }

    private func texts(_ language: String = "en", zone: String = "Asia/Kolkata") throws -> ChronologyTexts {
        ChronologyTexts(
            words: try SmallClocks.words(),
            table: try FactTable(parsing: Checkout.bytes("templates/chronology.xml")),
            language: language,
            zone: zone
        )
    }

    private func document(_ number: Int, _ date: String) -> String {
        "<document id=\"\(SmallClocks.id(number))\"><kind>letter</kind><number>L \(number)</number>"
            + "<title language=\"en\">Letter</title><date>\(date)</date></document>"
    }

    @Test func `what is known only to the day stands before its instants, and a month before its days`()
        throws
    {
        let facts = try chronology(
            document(30, "2026-03-13T00:00:00+05:30"),
            document(31, "2026-03-13T20:05:00+05:30"),
            document(32, "2026-03-13+05:30"),
            document(33, "2026-03-01+05:30"),
            document(34, "2026-03+05:30"),
            document(35, "2026+05:30"),
            document(36, "2026-01-01T00:00:00+05:30"),
            document(37, "2026-03-12T23:59:59+05:30")
        ).facts
        #expect(facts.map(\.record) == [35, 36, 34, 33, 37, 32, 30, 31].map(SmallClocks.recordID))
    }

    @Test func `any records come in one order, whatever order they are in`() throws {
        var random = SplitMix(state: 7)
        for _ in 0..<40 {
            let dates = (0..<20).map { _ in
                let day =
                    "2026-0\(Int.random(in: 1...3, using: &random))-1\(Int.random(in: 0...2, using: &random))"
                return [
                    "\(day)+05:30", "\(day.prefix(7))+05:30",
                    "\(day)T1\(Int.random(in: 0...9, using: &random)):00:00+05:30",
                ]
                .randomElement(using: &random)!
            }
            let records = dates.enumerated().map { document(30 + $0, $1) }
            let facts = try chronology(records.joined()).facts
            #expect(facts.count == dates.count)
            for (a, b) in zip(facts, facts.dropFirst()) {
                #expect(a.from!.earliest <= b.from!.earliest)
                // What is sure to be before stands before.
                #expect(!b.from!.isSurelyBefore(a.from!))
                if a.from!.earliest == b.from!.earliest { #expect(a.from!.latest >= b.from!.latest) }
            }
            // The same texts in the same order, however the records are shuffled.
            let shuffled = try chronology(records.shuffled(using: &random).joined()).facts
            #expect(shuffled.map { $0.from!.text } == facts.map { $0.from!.text })
        }
    }

    @Test func `a span is one line with both ends, and an end without a beginning is one too`() throws {
        let facts = try chronology(
            "<charge id=\"\(SmallClocks.id(30))\"><accused to=\"\(SmallClocks.id(2))\"/><offence>bns-99</offence>"
                + "<from>2026-02-09+05:30</from><until>2026-03-13+05:30</until></charge>",
            "<place id=\"\(SmallClocks.id(31))\"><name language=\"en\">Flat</name><holder><person to=\"\(SmallClocks.id(3))\"/>"
                + "<capacity>tenant</capacity><until>2026-03+05:30</until></holder></place>"
        ).facts
        #expect(facts.map(\.path) == ["charge/from", "place/holder/until"])
        #expect(facts[0].whom == [SmallClocks.recordID(2)])
        #expect(facts[0].what == "time of the offence charged · bns-99")
        let texts = try texts()
        #expect(texts.time(from: facts[0].from, until: facts[0].until) == "2026-02-09 … 2026-03-13")
        #expect(texts.time(from: facts[1].from, until: facts[1].until) == "until 2026-03")
    }

    @Test func `times are written as exactly as they are known, in the case's zone`() throws {
        let texts = try texts()
        func text(_ from: String, _ until: String? = nil, about: Bool = false) -> String {
            texts.time(from: Moment(from, approximate: about), until: until.flatMap { Moment($0) })
        }
        #expect(text("2026-03-13T14:35:00Z") == "2026-03-13 20:05")
        #expect(text("2026-03-13+05:30") == "sometime on 13 March 2026")
        #expect(text("2026-03+05:30") == "in March 2026")
        #expect(text("2026+05:30") == "in 2026")
        #expect(text("2026-03+05:30", about: true) == "about in March 2026")
        #expect(text("2026-03-13T20:05:00+05:30", about: true) == "about 2026-03-13 20:05")
        #expect(text("2026-03-13T17:40:00+05:30", "2026-03-13T21:20:00+05:30") == "2026-03-13 17:40 … 21:20")
        #expect(
            text("2026-03-13T17:40:00+05:30", "2026-03-14T01:20:00+05:30")
                == "2026-03-13 17:40 … 2026-03-14 01:20"
        )
        #expect(
            try self.texts("hi").time(from: Moment("2026-03-13+05:30"), until: nil) == "13 मार्च 2026 को किसी समय"
        )
        #expect(
            try self.texts(zone: "Europe/London").time(from: Moment("2026-07-01T12:00:00Z"), until: nil)
                == "2026-07-01 13:00"
        )
    }

    @Test func `what was recorded or signed, superseded or withheld is no fact`() throws {
        let signed = "<signature><means>paper-signature</means><at>2026-03-14T10:00:00+05:30</at></signature>"
        let facts = try chronology(
            "<document id=\"\(SmallClocks.id(30))\" recordedAt=\"2026-03-20T10:00:00+05:30\"><kind>letter</kind>"
                + "<title language=\"en\">T</title>\(signed)</document>",
            "<superseded>\(document(31, "2026-03-13+05:30"))</superseded>",
            "<withheld id=\"\(SmallClocks.id(32))\" leaf=\"00\" kind=\"document\"><reason>r</reason></withheld>"
        ).facts
        #expect(facts.isEmpty)
    }

    @Test func `a custody event is called by what happened, in the language asked for`() throws {
        let event =
            "<exhibit id=\"\(SmallClocks.id(30))\"><mark>KT-1</mark></exhibit><custodyEvent id=\"\(SmallClocks.id(31))\">"
            + "<exhibit to=\"\(SmallClocks.id(30))\"/><event>seal</event><at>2026-03-13T20:45:00+05:30</at></custodyEvent>"
        #expect(try chronology(event).facts.map(\.what) == ["sealed"])
        #expect(try chronology(event, language: "bn").facts.map(\.what) == ["সিলমোহর করা হয়"])
        #expect(try chronology(event).facts.map(\.whom) == [[SmallClocks.recordID(30)]])
    }

    @Test func `an order that stands in several records is one line`() throws {
        func event(_ number: Int) -> String {
            "<custodyEvent id=\"\(SmallClocks.id(number))\"><authority><kind>court-order</kind><number>GR 1</number>"
                + "<date>2026-03-16+05:30</date></authority></custodyEvent>"
        }
        let facts = try chronology(event(30), event(31), event(32)).facts
        #expect(facts.map(\.record) == [SmallClocks.recordID(30)])
        #expect(facts.map(\.alsoIn) == [[SmallClocks.recordID(31), SmallClocks.recordID(32)]])
    }

    @Test func `a time, a person: a span counts where it reaches into it`() throws {
        let whole = try chronology(
            document(30, "2026-03-12+05:30"),
            SmallClocks.arrest(31, at: "2026-03-13T20:05:00+05:30"),
            document(32, "2026-03-14+05:30"),
            document(33, "2026-03+05:30")
        )
        func records(_ from: String?, _ until: String?, _ people: Set<RecordID>? = nil) -> [RecordID] {
            whole.filtered(
                from: from.flatMap { Moment($0) },
                until: until.flatMap { Moment($0) },
                concerning: people
            )
            .facts.map(\.record)
        }
        #expect(records("2026-03-13+05:30", "2026-03-13+05:30") == [33, 31].map(SmallClocks.recordID))
        #expect(records("2026-03-14T00:00:00+05:30", nil) == [33, 32].map(SmallClocks.recordID))
        #expect(records(nil, "2026-03-12T12:00:00+05:30") == [33, 30].map(SmallClocks.recordID))
        #expect(records(nil, nil, [SmallClocks.recordID(2)]) == [SmallClocks.recordID(31)])
        #expect(records(nil, nil, [SmallClocks.recordID(99)]) == [])
    }
}

/// Chance that is the same every time.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
