import CaseFile
import Testing

@testable import Law

/// What the clocks come to in the readiness report.
@Suite struct `Findings of clocks` {
    private typealias Small = SmallClocks

    private func findings(asOf: String, language: String = "en", _ records: String...) throws -> [Finding] {
        try Small.clocks(Small.deadline(), asOf: asOf, records.joined())
            .findings(words: try Small.words(), language: language) { _ in "A1" }
    }

    private let arrest = SmallClocks.arrest(at: "2026-03-13T20:00:00+05:30")

    @Test func `a missed clock is a finding of its rule's severity, with the figures`() throws {
        let finding = try #require(findings(asOf: "2026-03-15T08:00:00+05:30", arrest).first)
        #expect(finding.rule == "deadline.production")
        #expect(finding.source == .deadlines)
        #expect(finding.severity == .blocker)
        #expect(finding.record == Small.recordID(10))
        #expect(finding.text == "A1: due 2026-03-14 20:00; not done; 12 h overdue")
        #expect(finding.law == [.section(act: "BNSS", section: "58")])
        let late = Small.arrest(
            at: "2026-03-13T20:00:00+05:30",
            Small.production("2026-03-15T21:30:00+05:30", journey: 25)
        )
        #expect(
            try findings(asOf: "2026-06-01T00:00:00+05:30", late).map(\.text)
                == [
                    "A1: due 2026-03-14 20:25; not counted: 25 min; done 2026-03-15 21:30; 1 d 1 h late"
                ]
        )
    }

    @Test func `the words are the language's`() throws {
        let finding = try #require(findings(asOf: "2026-03-15T08:00:00+05:30", language: "hi", arrest).first)
        #expect(finding.title == "पेशी")
        #expect(finding.text.contains("12 घंटे"))
    }

    @Test
    func `a clock that ends soon is a warning where missing it would block, one with time left is nothing`()
        throws
    {
        let soon = try findings(asOf: "2026-03-14T19:30:00+05:30", arrest)
        #expect(soon.map(\.severity) == [.warning])
        #expect(soon.first?.text.hasPrefix("A1: ends in 30 min; due 2026-03-14 20:00") == true)
        #expect(try findings(asOf: "2026-03-14T12:00:00+05:30", arrest) == [])
    }

    @Test func `what cannot be told is a note that says so`() throws {
        let records = Small.arrest(at: "2026-03-13T20:00:00+05:30", Small.production("2026-03-14+05:30"))
        let finding = try #require(findings(asOf: "2026-06-01T00:00:00+05:30", records).first)
        #expect(finding.severity == .note)
        #expect(
            finding.text
                == "A1: due 2026-03-14 20:00; done 2026-03-14; the times are known too roughly to say whether it was met"
        )
    }

    @Test func `every word is there in every language`() throws {
        let words = try Small.words()
        #expect(words.untranslated(["en", "hi", "bn"]) == [])
        for state in Clock.State.allCases { #expect(words.has("clock.\(state.rawValue)")) }
        for kind in Kind.allCases { #expect(words.has("kind.\(kind.rawValue)"), "\(kind)") }
    }
}
