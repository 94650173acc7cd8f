import CaseFile
import Testing

@testable import Law

/// What the case's own records say of its clocks.
@Suite struct `Recorded deadlines` {
    private typealias Small = SmallClocks
    private let arrest = SmallClocks.arrest(at: "2026-03-13T20:00:00+05:30")

    private func record(
        _ number: Int = 20,
        rule: String = "production",
        accused: Int? = nil,
        trigger: Int? = nil,
        due: String = "2026-03-14T20:00:00+05:30",
        _ more: String = ""
    ) -> String {
        "<deadline id=\"\(Small.id(number))\"><rule>\(rule)</rule>"
            + (accused.map { "<accused to=\"\(Small.id($0))\"/>" } ?? "")
            + "<runsFrom>2026-03-13T20:00:00+05:30</runsFrom>"
            + (trigger.map { "<trigger><ref to=\"\(Small.id($0))\"/></trigger>" } ?? "")
            + "<due>\(due)</due>\(more)</deadline>"
    }

    @Test func `a time at which it was met counts`() throws {
        let met = record(trigger: 10, "<metAt>2026-03-14T13:00:00+05:30</metAt>")
        let clocks = try Small.clocks(Small.deadline(), arrest, met).clocks
        #expect(clocks.map(\.state) == [.met])
        #expect(clocks.map(\.recorded) == [Small.recordID(20)])
        #expect(clocks.first?.met?.record == Small.recordID(20))
    }

    @Test func `an extension counts`() throws {
        let extended = record(trigger: 10, "<extendedTo>2026-03-15T20:00:00+05:30</extendedTo>")
        let clocks = try Small.clocks(Small.deadline(), asOf: "2026-03-15T10:00:00+05:30", arrest, extended)
            .clocks
        #expect(clocks.map(\.state) == [.running])
        #expect(clocks.map(\.recordedDue) == [nil])
    }

    @Test func `a record goes to the clock of its trigger, else of its accused, else to the only one`() throws
    {
        let two = arrest + Small.arrest(11, at: "2026-03-15T20:00:00+05:30")
        func recorded(_ record: String, _ records: String) throws -> [Bool] {
            try Small.clocks(Small.deadline(), records, record).clocks.map { $0.recorded != nil }
        }
        #expect(try recorded(record(trigger: 11, due: "2026-03-16T20:00:00+05:30"), two) == [false, true])
        #expect(try recorded(record(accused: 2), arrest) == [true])
        #expect(try recorded(record(), arrest) == [true])
        // It could be of either: a clock of its own.
        #expect(try recorded(record(), two) == [false, true, false])
    }

    @Test func `a due time that differs by more than a minute is a finding`() throws {
        func rules(_ due: String, period: String = "PT24H") throws -> [String] {
            let clocks = try Small.clocks(
                Small.deadline(period: period),
                asOf: "2026-03-14T08:00:00+05:30",
                arrest,
                record(trigger: 10, due: due)
            )
            return clocks.findings(words: try Small.words(), language: "en") { _ in "A1" }.map(\.rule)
        }
        #expect(try rules("2026-03-14T20:00:00+05:30") == [])
        #expect(try rules("2026-03-14T20:01:00+05:30") == [])
        #expect(try rules("2026-03-14T20:02:00+05:30") == ["deadline.due-disagrees"])
        #expect(try rules("2026-03-14+05:30") == [])
        // Days agree on the day.
        #expect(try rules("2026-03-20T18:35:00+05:30", period: "P7D") == [])
        #expect(try rules("2026-03-20+05:30", period: "P7D") == [])
        #expect(try rules("2026-03-21T00:00:00+05:30", period: "P7D") == ["deadline.due-disagrees"])
    }

    @Test func `a clock that only the case knows runs beside the others`() throws {
        let own = record(
            rule: "lab-report",
            due: "2026-06-20T17:00:00+05:30",
            "<title language=\"en\">Report</title>"
        )
        let clocks = try Small.clocks(Small.deadline(), asOf: "2026-06-01T00:00:00+05:30", own).clocks
        #expect(clocks.map(\.code) == ["lab-report"])
        #expect(clocks.map(\.state) == [.running])
        #expect(clocks.first?.rule == nil)
        let over = try Small.clocks(Small.deadline(), asOf: "2026-06-21T00:00:00+05:30", own)
        let findings = over.findings(words: try Small.words(), language: "en") { _ in "KT-3" }
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.map(\.rule) == ["deadline.lab-report"])
    }
}
