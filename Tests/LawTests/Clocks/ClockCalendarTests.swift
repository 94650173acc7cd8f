import CaseFile
import Testing

@testable import Law

/// How hours, days and months are counted.
@Suite struct `The calendar of clocks` {
    struct Count: Sendable, CustomTestStringConvertible {
        let from: String
        let period: String
        var first = false
        let due: String
        var zone = "Asia/Kolkata"
        /// Minutes east of UTC of the due time.
        var offset = 330

        var testDescription: String { "\(from) \(period) \(first ? "first day counts " : "")\(zone)" }
    }

    static let counts: [Count] = [
        // Hours are exact.
        Count(from: "2026-03-13T20:05:00+05:30", period: "PT24H", due: "2026-03-14T20:05:00+05:30"),
        Count(from: "2026-03-14T13:30:00+05:30", period: "-PT2H", due: "2026-03-14T11:30:00+05:30"),
        Count(from: "2026-03-14T13:30:00+05:30", period: "PT90M", due: "2026-03-14T15:00:00+05:30"),
        // Days are whole days; the first is not counted, or is.
        Count(from: "2026-03-12T18:35:00+05:30", period: "P90D", due: "2026-06-10T23:59:59+05:30"),
        Count(
            from: "2026-03-14T13:50:00+05:30",
            period: "P90D",
            first: true,
            due: "2026-06-11T23:59:59+05:30"
        ),
        Count(from: "2026-03-14T00:00:00+05:30", period: "P1D", due: "2026-03-15T23:59:59+05:30"),
        Count(
            from: "2026-03-14T23:59:59+05:30",
            period: "P1D",
            first: true,
            due: "2026-03-14T23:59:59+05:30"
        ),
        Count(from: "2026-12-31T10:00:00+05:30", period: "P14D", due: "2027-01-14T23:59:59+05:30"),
        Count(from: "2026-03-14T10:00:00+05:30", period: "-P7D", due: "2026-03-07T23:59:59+05:30"),
        // Half an hour after midnight in Kolkata is still the day before in UTC.
        Count(from: "2026-03-13T19:00:00Z", period: "P1D", due: "2026-03-15T23:59:59+05:30"),
        // Months by the calendar, to the last day where there is none of the same number.
        Count(from: "2026-03-12T18:35:00+05:30", period: "P2M", due: "2026-05-12T23:59:59+05:30"),
        Count(from: "2026-12-31T10:00:00+05:30", period: "P2M", due: "2027-02-28T23:59:59+05:30"),
        Count(from: "2027-12-31T10:00:00+05:30", period: "P2M", due: "2028-02-29T23:59:59+05:30"),
        Count(from: "2026-01-31T10:00:00+05:30", period: "P1M", due: "2026-02-28T23:59:59+05:30"),
        Count(from: "2026-02-28T10:00:00+05:30", period: "P1M", due: "2026-03-28T23:59:59+05:30"),
        Count(from: "2028-02-29T10:00:00+05:30", period: "P1Y", due: "2029-02-28T23:59:59+05:30"),
        Count(from: "2027-02-28T10:00:00+05:30", period: "P1Y", due: "2028-02-28T23:59:59+05:30"),
        Count(from: "2000-02-29T10:00:00+05:30", period: "P4Y", due: "2004-02-29T23:59:59+05:30"),
        // Summer time in London began at 01:00 on 29 March 2026, and ends at 02:00 on 25 October.
        Count(
            from: "2026-03-28T12:00:00Z",
            period: "PT24H",
            due: "2026-03-29T13:00:00+01:00",
            zone: "Europe/London",
            offset: 60
        ),
        Count(
            from: "2026-03-28T12:00:00Z",
            period: "P1D",
            due: "2026-03-29T23:59:59+01:00",
            zone: "Europe/London",
            offset: 60
        ),
        Count(
            from: "2026-10-24T23:30:00+01:00",
            period: "PT36H",
            due: "2026-10-26T10:30:00Z",
            zone: "Europe/London",
            offset: 0
        ),
        Count(
            from: "2026-10-24T00:30:00+01:00",
            period: "P1D",
            due: "2026-10-25T23:59:59Z",
            zone: "Europe/London",
            offset: 0
        ),
        // Half past midnight in summer is half past eleven of the day before in UTC.
        Count(
            from: "2026-07-01T23:30:00Z",
            period: "P1D",
            due: "2026-07-03T23:59:59+01:00",
            zone: "Europe/London",
            offset: 60
        ),
        // Days and hours together: the day by the calendar, then the hours.
        Count(
            from: "2026-03-28T12:00:00Z",
            period: "P1DT12H",
            due: "2026-03-30T00:00:00+01:00",
            zone: "Europe/London",
            offset: 60
        ),
    ]

    @Test(arguments: counts)
    func `a period ends where the law says`(count: Count) throws {
        let start = try #require(Moment(count.from))
        let period = try #require(ClockPeriod(count.period))
        let due = ClockCalendar(zone: count.zone).due(
            from: ClockSpan(earliest: start.earliest, latest: start.latest),
            period,
            firstDayCounts: count.first
        )
        #expect(due.isExact)
        #expect(text(due.latest, zone: count.offset) == count.due)
    }

    @Test func `a start known to the day gives hours a span, and days none`() throws {
        let day = try #require(Moment("2026-03-13+05:30"))
        let span = ClockSpan(earliest: day.earliest, latest: day.latest)
        let calendar = ClockCalendar(zone: "Asia/Kolkata")
        let hours = calendar.due(from: span, ClockPeriod("PT24H")!, firstDayCounts: false)
        #expect(text(hours.earliest) == "2026-03-14T00:00:00+05:30")
        #expect(text(hours.latest) == "2026-03-14T23:59:59+05:30")
        let days = calendar.due(from: span, ClockPeriod("P7D")!, firstDayCounts: false)
        #expect(days.isExact)
        #expect(text(days.earliest) == "2026-03-20T23:59:59+05:30")
        let month = try #require(Moment("2026-02+05:30"))
        let ofMonth = calendar.due(
            from: ClockSpan(earliest: month.earliest, latest: month.latest),
            ClockPeriod("P1M")!,
            firstDayCounts: false
        )
        #expect(text(ofMonth.earliest) == "2026-03-01T23:59:59+05:30")
        #expect(text(ofMonth.latest) == "2026-03-28T23:59:59+05:30")
    }

    @Test(arguments: [
        "", "P", "PT", "24H", "P1H", "PT1D", "P1.5D", "PT30S", "P1D1Y", "P1D2D", "P0D", "--P1D", "P-1D",
        "P1DT", "1",
        "P9999999D", "PT1M1H",
    ])
    func `what is no period of whole minutes is none`(text: String) {
        #expect(ClockPeriod(text) == nil)
    }

    @Test func `every day of four years has its end, one day after the other`() {
        for (zone, offset) in [("Asia/Kolkata", 330), ("Europe/London", 0), ("UTC", 0)] {
            let calendar = ClockCalendar(zone: zone)
            var last: Int64?
            for day in 0..<1462 {
                let noon =
                    Moment("2024-01-01T12:00:00Z")!.earliest + Int64(day) * 86_400_000_000 - Int64(offset)
                    * 60_000_000
                let end = calendar.endOfDay(noon)
                if let last {
                    #expect(
                        [23, 24, 25].contains((end - last) / 3_600_000_000),
                        "\(zone) \(text(end, zone: 0))"
                    )
                }
                last = end
            }
        }
    }
}
