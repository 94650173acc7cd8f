internal import CaseFile
internal import Foundation

/// Counts hours, days and months in a case's time zone.
///
/// Hours are hours, also over a change to summer time. Days and months go by the calendar, to the last microsecond
/// of the last day; a month ends on the day of the same number or, where there is none, on its last.
struct ClockCalendar {
    private var calendar = Calendar(identifier: .gregorian)

    /// - Parameter zone: an unknown one counts as UTC.
    init(zone: String) {
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
    }

    /// The times at which a period ends that began at any time of a span.
    func due(from start: ClockSpan, _ period: ClockPeriod, firstDayCounts: Bool) -> ClockSpan {
        ClockSpan(
            earliest: end(of: period, from: start.earliest, firstDayCounts: firstDayCounts),
            latest: end(of: period, from: start.latest, firstDayCounts: firstDayCounts)
        )
    }

    private func end(of period: ClockPeriod, from instant: Int64, firstDayCounts: Bool) -> Int64 {
        let sign = period.isNegative ? -1 : 1
        var parts = DateComponents()
        parts.month = sign * period.months
        parts.day = sign * period.days
        guard period.isOfWholeDays else {
            let moved =
                period.months == 0 && period.days == 0
                ? instant : shift(instant, by: parts, from: date(instant))
            return moved + Int64(sign * period.minutes) * 60_000_000
        }
        if firstDayCounts { parts.day = sign * period.days - sign }
        // From noon: midnight may not be there on the day of a change to summer time.
        let noon = calendar.date(bySettingHour: 12, minute: 0, second: 0, of: date(instant)) ?? date(instant)
        let lastDay = calendar.date(byAdding: parts, to: noon) ?? noon
        return endOfDay(lastDay)
    }

    private func shift(_ instant: Int64, by parts: DateComponents, from date: Date) -> Int64 {
        microseconds(calendar.date(byAdding: parts, to: date) ?? date) + remainder(instant)
    }

    /// The last microsecond of the day in which an instant lies.
    func endOfDay(_ instant: Int64) -> Int64 { endOfDay(date(instant)) }

    private func endOfDay(_ date: Date) -> Int64 {
        guard let day = calendar.dateInterval(of: .day, for: date) else { return microseconds(date) }
        return microseconds(day.end) - 1
    }

    /// Whether two instants lie on one day.
    func isSameDay(_ a: Int64, _ b: Int64) -> Bool { calendar.isDate(date(a), inSameDayAs: date(b)) }

    /// Minutes east of UTC at an instant.
    func offset(at instant: Int64) -> Int { calendar.timeZone.secondsFromGMT(for: date(instant)) / 60 }

    private func date(_ instant: Int64) -> Date {
        // Whole seconds, so that nothing is lost in a Double.
        Date(timeIntervalSince1970: Double((instant - remainder(instant)) / 1_000_000))
    }

    private func remainder(_ instant: Int64) -> Int64 { Moment.fraction(of: instant) }

    private func microseconds(_ date: Date) -> Int64 {
        Int64(date.timeIntervalSince1970.rounded()) * 1_000_000
    }
}
