/// A time to the second, with its zone: `2026-03-14T22:40:00+05:30` or `2026-03-14T17:10:00Z`.
///
/// It reads nothing that `Moment` does not, and gives the same; what it does not read is left to `Moment`.
struct CustodyInstant {
    /// Unix time, UTC.
    let microseconds: Int64
    /// Minutes east of UTC.
    let zone: Int16

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 20 || text.count == 25, text[10] == UInt8(ascii: "T"),
            text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let century = Self.pair(text, 0), let yearOfCentury = Self.pair(text, 2),
            let month = Self.pair(text, 5), let day = Self.pair(text, 8),
            let hour = Self.pair(text, 11), let minute = Self.pair(text, 14),
            let second = Self.pair(text, 17),
            let zone = Self.zone(text)
        else { return nil }
        let year = century * 100 + yearOfCentury
        guard year > 0, (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = Self.dayNumber(year, month, day) * 86_400 + (hour * 60 + minute) * 60 + second
        self.zone = Int16(zone)
        microseconds = (seconds - zone * 60) * 1_000_000
    }

    private static func pair(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int64? {
        let (tens, ones) = (text[at] &- UInt8(ascii: "0"), text[at + 1] &- UInt8(ascii: "0"))
        return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : nil
    }

    private static func zone(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        if text.count == 20 { return text[19] == UInt8(ascii: "Z") ? 0 : nil }
        let sign: Int64 = text[19] == UInt8(ascii: "+") ? 1 : text[19] == UInt8(ascii: "-") ? -1 : 0
        guard sign != 0, text[22] == UInt8(ascii: ":"), let hours = pair(text, 20),
            let minutes = pair(text, 23), hours < 14, minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1 January 1970 (Howard Hinnant's algorithm for the civil calendar, for years from 1 on).
    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let y = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return y * 365 + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468
    }
}
