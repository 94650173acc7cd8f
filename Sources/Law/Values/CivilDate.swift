internal import CaseFile

/// A day of the calendar, of no zone: a law comes into force on a day, and a person has a birthday.
public struct CivilDate: Hashable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    init(_ year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2024-07-01`; what follows, such as a zone, is not looked at.
    public init?(_ text: some StringProtocol) {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.init(year, month, day)
    }

    /// The years that somebody born on this day has completed on another. A year is completed at the beginning of the
    /// birthday; who was born on 29 February completes it on 1 March where there is no such day.
    func completedYears(on other: CivilDate) -> Int {
        other.year - year - ((other.month, other.day) < (month, day) ? 1 : 0)
    }

    /// So many years and months later, or earlier: the same day of the month, or its last where it has no such day.
    func adding(years: Int = 0, months: Int = 0) -> CivilDate {
        let count = (year + years) * 12 + month - 1 + months
        let month = (count % 12 + 12) % 12 + 1
        let year = (count - month + 1) / 12
        return CivilDate(year, month, min(day, Moment.days(in: month, of: year)))
    }

    /// What comes after it and before every other later day.
    var next: CivilDate { CivilDate(year, month, day + 1) }
}

extension CivilDate: Comparable {
    public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}

extension CivilDate: CustomStringConvertible {
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension Moment {
    /// The days that it can mean, in its own zone. What is only "about" a day may be a month off, and what is about a
    /// month or a year, a year.
    var days: ClosedRange<CivilDate> {
        let digits = Array(text.utf8)
        func number(_ start: Int, _ count: Int) -> Int {
            digits[start..<start + count].reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
        }
        let year = number(0, 4)
        let (first, last): (CivilDate, CivilDate)
        switch precision {
        case .year: (first, last) = (CivilDate(year, 1, 1), CivilDate(year, 12, 31))
        case .month:
            let month = number(5, 2)
            (first, last) = (
                CivilDate(year, month, 1), CivilDate(year, month, Moment.days(in: month, of: year))
            )
        case .day, .instant:
            let day = CivilDate(year, number(5, 2), number(8, 2))
            (first, last) = (day, day)
        }
        guard isApproximate else { return first...last }
        return switch precision {
        case .year, .month: first.adding(years: -1)...last.adding(years: 1)
        case .day, .instant: first.adding(months: -1)...last.adding(months: 1)
        }
    }
}
