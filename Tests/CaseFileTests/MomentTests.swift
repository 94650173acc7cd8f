import CaseFile
import Testing

@Suite struct `A moment` {
    @Test(arguments: [
        "2026-03-14T22:40:00+05:30", "2026-03-14T17:10:00Z", "2024-02-29+05:30", "2026-03+05:30",
        "2026-03-05:00",
        "2026+05:30", "2026-05:30", "2026Z", "2026-03-14T22:40:00.25+05:30", "1969-12-31T23:59:59Z",
        "2026-01-01T00:00:00+14:00",
    ])
    func `keeps its text as it was written`(text: String) throws {
        #expect(try #require(Moment(text)).text == text)
    }

    @Test(arguments: [
        "", "2026", "2026-03-14", "2026-03-14T22:40:00", "2026-3-14Z", "2026-02-29Z", "2026-13Z", "2026-00Z",
        "2026-03-14T24:00:00Z", "2026-03-14T22:60:00Z", "2026-03-14T22:40Z", "2026-03-14T22:40:00+05:60",
        "2026-03-14T22:40:00+14:01", "2026-03-14T22:40:00.Z", "2026-03-14T22:40:00 +05:30", " 2026Z", "0000Z",
        "-2026Z", "2026-03-14t22:40:00z", "২০২৬Z",
    ])
    func `without a zone, or outside the calendar, is refused`(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func `known to the day covers that day in its own zone`() throws {
        let day = try #require(Moment("2026-03-14+05:30"))
        #expect(day.precision == .day)
        #expect(day.earliest == Moment("2026-03-14T00:00:00+05:30")?.earliest)
        #expect(day.latest + 1 == Moment("2026-03-15T00:00:00+05:30")?.earliest)
        #expect(day.earliest == Moment("2026-03-13T18:30:00Z")?.earliest)
    }

    @Test(arguments: ["2024-02Z", "2025-02Z", "2026-12+05:30", "2023Z", "2024Z"])
    func `known to the month or the year ends where the next begins`(text: String) throws {
        let moment = try #require(Moment(text))
        let next = Moment(microseconds: moment.latest + 1, zone: moment.zone)
        #expect(next.text.contains("-01T00:00:00"))
    }

    @Test func `made from an instant reads back as that instant, at any time and in any zone`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let instant = Int64.random(in: -60_000_000_000_000_000...60_000_000_000_000_000, using: &random)
            let zone = Int.random(in: -840...840, using: &random)
            let moment = Moment(microseconds: instant, zone: zone)
            let read = try #require(Moment(moment.text), "\(moment.text)")
            #expect(read.earliest == instant)
            #expect(read == moment)
        }
    }

    @Test func `is surely before another only when no reading of the two says otherwise`() throws {
        let day = try #require(Moment("2026-03-14+05:30"))
        let within = try #require(Moment("2026-03-14T10:00:00+05:30"))
        let after = try #require(Moment("2026-03-15T00:00:00+05:30"))
        #expect(!day.isSurelyBefore(within))
        #expect(!within.isSurelyBefore(day))
        #expect(day.isSurelyBefore(after))
    }
}

@Suite struct `A record's id` {
    @Test func `is written as it was read`() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<1000 {
            let id = RecordID(milliseconds: UInt64.random(in: 0..<1 << 48, using: &random), using: &random)
            #expect(RecordID(id.description) == id)
        }
    }

    @Test(arguments: [
        "", "0197c1d2-3f4a-7b5c-8d6e-7f8091a2b3c", "0197C1D2-3F4A-7B5C-8D6E-7F8091A2B3C4",
        "0197c1d2-3f4a-4b5c-8d6e-7f8091a2b3c4", "0197c1d2-3f4a-7b5c-cd6e-7f8091a2b3c4",
        "0197c1d23f4a7b5c8d6e7f8091a2b3c40000", "0197c1d2-3f4a-7b5c-8d6e-7f8091a2b3c4 ",
    ])
    func `in any other spelling is refused`(text: String) {
        #expect(RecordID(text) == nil)
    }

    @Test func `sorts by the time it was made`() {
        var random = SeededGenerator(seed: 3)
        let ids = (0..<100).map { RecordID(milliseconds: 1_774_000_000_000 + $0, using: &random) }
        #expect(ids.sorted() == ids)
        #expect(ids.map(\.description).sorted() == ids.map(\.description))
    }
}
