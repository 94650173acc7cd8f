import CaseFile
import Testing

@testable import Law

/// What becomes of a clock.
@Suite struct `The states of clocks` {
    private typealias Small = SmallClocks
    private let arrested = "2026-03-13T20:00:00+05:30"

    private func clock(
        by rule: String = SmallClocks.deadline(),
        asOf: String = "2026-06-01T12:00:00+05:30",
        _ records: String...
    ) throws -> Clock {
        let clocks = try Small.clocks(rule, asOf: asOf, records.joined()).clocks
        #expect(clocks.count == 1)
        return try #require(clocks.first)
    }

    @Test func `running, with the time that is left`() throws {
        let clock = try clock(asOf: "2026-03-14T18:00:00+05:30", Small.arrest(at: arrested))
        #expect(clock.state == .running)
        #expect(clock.margin(asOf: Moment("2026-03-14T18:00:00+05:30")!.earliest) == Int64(2 * 3_600_000_000))
        #expect(clock.concerns == Small.recordID(2))
        #expect(clock.record == Small.recordID(10))
    }

    @Test func `met, and how early, and to the second`() throws {
        let early = try clock(Small.arrest(at: arrested, Small.production("2026-03-14T13:00:00+05:30")))
        #expect(early.state == .met)
        #expect(early.margin(asOf: 0) == Int64(7 * 3_600_000_000))
        let last = try clock(Small.arrest(at: arrested, Small.production("2026-03-14T20:00:00+05:30")))
        #expect(last.state == .met)
        let late = try clock(Small.arrest(at: arrested, Small.production("2026-03-14T20:00:01+05:30")))
        #expect(late.state == .missed)
        #expect(late.margin(asOf: 0) == Int64(1_000_000))
    }

    @Test func `the earliest of several counts`() throws {
        let both =
            Small.production("2026-03-16T20:00:00+05:30") + Small.production("2026-03-14T08:00:00+05:30")
        #expect(try clock(Small.arrest(at: arrested, both)).state == .met)
    }

    @Test func `the journey does not count`() throws {
        let produced = Small.production("2026-03-14T20:25:00+05:30", journey: 25)
        let clock = try clock(Small.arrest(at: arrested, produced))
        #expect(clock.state == .met)
        #expect(clock.excludedMinutes == 25)
        #expect(text(clock.due.earliest) == "2026-03-14T20:25:00+05:30")
    }

    @Test func `overdue and not done`() throws {
        let clock = try clock(Small.arrest(at: arrested))
        #expect(clock.state == .missed)
        #expect(clock.met == nil)
    }

    @Test func `released before it was due, it no longer matters; after, it was missed`() throws {
        let before = "<release><kind>bail</kind><at>2026-03-14T10:00:00+05:30</at></release>"
        #expect(try clock(Small.arrest(at: arrested, before)).state == .ended)
        let after = "<release><kind>bail</kind><at>2026-03-15T10:00:00+05:30</at></release>"
        #expect(try clock(Small.arrest(at: arrested, after)).state == .missed)
        // What was done in time was done, released or not; what was done after a release in time was not missed.
        #expect(
            try clock(Small.arrest(at: arrested, Small.production("2026-03-14T09:00:00+05:30") + before))
                .state == .met
        )
        #expect(
            try clock(Small.arrest(at: arrested, Small.production("2026-03-17T09:00:00+05:30") + before))
                .state == .ended
        )
    }

    @Test func `met on a day only: before, after, or nobody can tell`() throws {
        func state(_ day: String) throws -> Clock.State {
            try clock(Small.arrest(at: arrested, Small.production(day))).state
        }
        #expect(try state("2026-03-13+05:30") == .met)
        #expect(try state("2026-03-14+05:30") == .unknown)
        #expect(try state("2026-03-15+05:30") == .missed)
        #expect(try state("2026-03+05:30") == .unknown)
        #expect(try state("2026+05:30") == .unknown)
        #expect(try state("2027+05:30") == .missed, "a year after as-of is not known yet: it is overdue")
    }

    @Test func `begun on a day only: due at the earliest`() throws {
        let early = try clock(asOf: "2026-03-13T23:00:00+05:30", Small.arrest(at: "2026-03-13+05:30"))
        #expect(early.state == .running)
        #expect(early.isDueAtTheEarliest)
        #expect(text(early.due.earliest) == "2026-03-14T00:00:00+05:30")
        let between = try clock(asOf: "2026-03-14T12:00:00+05:30", Small.arrest(at: "2026-03-13+05:30"))
        #expect(between.state == .unknown)
        let after = try clock(asOf: "2026-03-15T00:00:01+05:30", Small.arrest(at: "2026-03-13+05:30"))
        #expect(after.state == .missed)
    }

    @Test func `a day and an instant of it are one time, known exactly`() throws {
        let rule = Small.deadline(from: "c:at | c:memo/c:preparedAt")
        let memo = "<memo><preparedAt>2026-03-13T20:10:00+05:30</preparedAt></memo>"
        let clock = try clock(by: rule, Small.arrest(at: "2026-03-13+05:30", memo))
        #expect(clock.due.isExact)
        #expect(text(clock.due.earliest) == "2026-03-14T20:10:00+05:30")
    }

    @Test func `whole days: the last day to its end`() throws {
        let rule = Small.deadline(period: "P7D")
        func state(_ at: String) throws -> Clock.State {
            try clock(by: rule, Small.arrest(at: arrested, Small.production(at))).state
        }
        #expect(try state("2026-03-20T23:59:59+05:30") == .met)
        #expect(try state("2026-03-20+05:30") == .met)
        #expect(try state("2026-03-21T00:00:00+05:30") == .missed)
        #expect(try state("2026-03-21+05:30") == .missed)
        // The same day in UTC is another in Kolkata.
        #expect(try state("2026-03-20T20:00:00Z") == .missed)
    }

    @Test func `two hours before: the later is late, the missing missed`() throws {
        let rule = Small.deadline(
            period: "-PT2H",
            from: "c:production/c:at",
            met: "c:grounds[c:inWriting = 'true']/c:servedAt",
            more: ""
        )
        func state(_ served: String?) throws -> Clock.State {
            let grounds =
                served.map { "<grounds><inWriting>true</inWriting><servedAt>\($0)</servedAt></grounds>" }
                ?? ""
            return try clock(
                by: rule,
                Small.arrest(at: arrested, grounds + Small.production("2026-03-14T13:30:00+05:30"))
            ).state
        }
        #expect(try state("2026-03-14T11:30:00+05:30") == .met)
        #expect(try state("2026-03-14T11:31:00+05:30") == .missed)
        #expect(try state(nil) == .missed)
        #expect(try Small.clocks(rule, Small.arrest(at: arrested)).clocks.isEmpty, "no production, no clock")
    }

    @Test func `what came after as-of is not known yet`() throws {
        let produced = Small.arrest(at: arrested, Small.production("2026-03-14T13:00:00+05:30"))
        #expect(try clock(asOf: "2026-03-14T10:00:00+05:30", produced).state == .running)
        #expect(
            try Small.clocks(Small.deadline(), asOf: "2026-03-12T00:00:00+05:30", produced).clocks.isEmpty
        )
    }

    @Test func `an extension moves it, to the end of a day where it names a day`() throws {
        let rule = Small.deadline(more: "<extended to=\"c:policeCustody/c:extension/c:until\"/>")
        func until(_ text: String) -> String {
            "<policeCustody><extension><until>\(text)</until></extension></policeCustody>"
        }
        let produced = Small.production("2026-03-15T13:00:00+05:30")
        #expect(
            try clock(by: rule, Small.arrest(at: arrested, produced + until("2026-03-15T12:00:00+05:30")))
                .state == .missed
        )
        #expect(
            try clock(by: rule, Small.arrest(at: arrested, produced + until("2026-03-15T14:00:00+05:30")))
                .state == .met
        )
        #expect(
            try clock(by: rule, Small.arrest(at: arrested, produced + until("2026-03-15+05:30"))).state
                == .met
        )
    }

    @Test func `each node has a clock of its own, in the order in which they are due`() throws {
        let clocks = try Small.clocks(
            Small.deadline(),
            Small.arrest(11, at: "2026-03-14T20:00:00+05:30"),
            Small.arrest(10, at: arrested)
        ).clocks
        #expect(clocks.map(\.record) == [Small.recordID(10), Small.recordID(11)])
    }

    @Test func `soon is a tenth of the days or three of them, and an hour of 24`() throws {
        func endsSoon(_ period: String, _ asOf: String) throws -> Bool {
            try clock(by: Small.deadline(period: period), asOf: asOf, Small.arrest(at: arrested))
                .endsSoon(asOf: Moment(asOf)!.earliest)
        }
        #expect(try endsSoon("PT24H", "2026-03-14T19:30:00+05:30"))
        #expect(try !endsSoon("PT24H", "2026-03-14T18:30:00+05:30"))
        #expect(try endsSoon("P90D", "2026-06-03T12:00:00+05:30"))
        #expect(try !endsSoon("P90D", "2026-06-01T12:00:00+05:30"))
        #expect(try endsSoon("P14D", "2026-03-25T12:00:00+05:30"))
        #expect(try !endsSoon("P14D", "2026-03-23T12:00:00+05:30"))
    }
}
