/// A moment as a ZIP header holds it: local time without a zone, in steps of two seconds, from 1980 to 2107.
///
/// A bundle's entries all carry one moment, given in UTC by whoever writes it; nothing is concluded from it.
public struct DOSTime: Hashable, Sendable {
    /// Hours, minutes and half seconds: five, six and five bits.
    public let time: UInt16
    /// Years since 1980, month and day: seven, four and five bits.
    public let date: UInt16

    public init(time: UInt16, date: UInt16) {
        self.time = time
        self.date = date
    }

    /// The moment in UTC, an odd second rounded down; nil before 1980 and after 2107.
    public init?(secondsSince1970 seconds: Int64) {
        guard (315_532_800..<4_354_819_200).contains(seconds) else { return nil }
        let second = seconds % 86_400
        let (year, month, day) = Self.civil(daysSince1970: seconds / 86_400)
        time = UInt16(second / 3600) << 11 | UInt16(second / 60 % 60) << 5 | UInt16(second % 60 / 2)
        date = UInt16(year - 1980) << 9 | UInt16(month) << 5 | UInt16(day)
    }

    /// The Gregorian date, by years that begin on 1 March, so that the leap day comes last.
    private static func civil(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let era = (days + 719_468) / 146_097  // 400 years, counted from 1 March of the year 0
        let dayOfEra = (days + 719_468) % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }
}

extension DOSTime: CustomStringConvertible {
    /// As in `2026-03-14 22:40:00`, impossible values included: a header can hold the 31st of February.
    public var description: String {
        func padded(_ value: UInt16) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = "\(1980 + date >> 9)-\(padded(date >> 5 & 15))-\(padded(date & 31))"
        return "\(day) \(padded(time >> 11)):\(padded(time >> 5 & 63)):\(padded((time & 31) * 2))"
    }
}
