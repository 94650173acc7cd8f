public import XML

/// When something happened, as exactly as it is known: `2026-03-14T22:40:00+05:30`, or only the day
/// (`2026-03-14+05:30`), the month (`2026-03+05:30`) or the year (`2026+05:30`), always with its zone.
///
/// The text is kept as written; the span that it covers is computed from it (proleptic Gregorian calendar,
/// no leap seconds, as XML Schema 1.0 has it).
public struct Moment: Hashable, Sendable {
    public enum Precision: Hashable, Sendable {
        case instant, day, month, year
    }

    public let text: String
    public let precision: Precision
    /// The source says "about".
    public let isApproximate: Bool
    /// Minutes east of UTC.
    public let zone: Int
    /// The first microsecond that the text can mean, in Unix time, UTC.
    public let earliest: Int64
    /// The last microsecond that the text can mean; the same as `earliest` for an instant.
    public let latest: Int64

    public init?(_ text: some StringProtocol, approximate: Bool = false) {
        var reader = Digits(String(text))
        guard let year = reader.number(4), year > 0 else { return nil }
        var (month, day, precision) = (1, 1, Precision.year)
        var micros: Int64 = 0
        // After the year comes either "-MM…" or the zone, and a zone such as "-05:30" also begins with "-".
        if reader.zoneIsNext == false, reader.skip("-") {
            guard let number = reader.number(2), (1...12).contains(number) else { return nil }
            (month, precision) = (number, .month)
            if reader.zoneIsNext == false, reader.skip("-") {
                guard let number = reader.number(2), (1...Self.days(in: month, of: year)).contains(number)
                else { return nil }
                (day, precision) = (number, .day)
                if reader.skip("T") {
                    guard let time = reader.timeOfDay() else { return nil }
                    (micros, precision) = (time, .instant)
                }
            }
        }
        guard let zone = reader.zone(), reader.isAtEnd else { return nil }

        let offset = Int64(zone) * 60_000_000
        let dayLength: Int64 = 86_400_000_000
        let start = Self.dayNumber(year, month, day) * dayLength - offset
        self.earliest = start + micros
        self.latest =
            switch precision {
            case .instant: start + micros
            case .day: start + dayLength - 1
            case .month:
                start + Int64(Self.days(in: month, of: year)) * dayLength - 1
            case .year:
                Self.dayNumber(year + 1, 1, 1) * dayLength - offset - 1
            }
        self.text = String(text)
        self.precision = precision
        self.isApproximate = approximate
        self.zone = zone
    }

    /// An instant, written to the second (or finer, where it is finer) in the zone given in minutes.
    public init(microseconds: Int64, zone: Int = 0) {
        let local = microseconds + Int64(zone) * 60_000_000
        let (days, inDay) = local.flooredDivision(by: 86_400_000_000)
        let (year, month, dayOfMonth) = Self.date(ofDayNumber: days)
        let seconds = inDay / 1_000_000
        var text = "\(padded(year, 4))-\(padded(month))-\(padded(dayOfMonth))T"
        text +=
            "\(padded(Int(seconds / 3600))):\(padded(Int(seconds / 60 % 60))):\(padded(Int(seconds % 60)))"
        if inDay % 1_000_000 != 0 {
            var fraction = padded(Int(inDay % 1_000_000), 6)
            while fraction.hasSuffix("0") { fraction.removeLast() }
            text += ".\(fraction)"
        }
        text += zone == 0 ? "Z" : "\(zone < 0 ? "-" : "+")\(padded(abs(zone) / 60)):\(padded(abs(zone) % 60))"
        self.text = text
        self.precision = .instant
        self.isApproximate = false
        self.zone = zone
        self.earliest = microseconds
        self.latest = microseconds
    }

    /// An instant cut to its whole second: what lies between two seconds is of no use to people.
    public init(second microseconds: Int64, zone: Int = 0) {
        self.init(microseconds: microseconds - Self.fraction(of: microseconds), zone: zone)
    }

    /// The microseconds after the last whole second, also before 1970.
    package static func fraction(of microseconds: Int64) -> Int64 {
        microseconds - microseconds.flooredDivision(by: 1_000_000).quotient * 1_000_000
    }

    /// Surely before: every reading of this moment lies before every reading of the other.
    public func isSurelyBefore(_ other: Moment) -> Bool { latest < other.earliest }

    // Howard Hinnant's algorithms for the civil calendar.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func date(ofDayNumber number: Int64) -> (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        return (
            Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month,
            Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
        )
    }

    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = (self % divisor + divisor) % divisor
        return ((self - remainder) / divisor, remainder)
    }
}

/// Reads the parts of a date from left to right.
private struct Digits {
    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { at == bytes.count }

    /// Whether what follows is the whole zone: `Z`, or six characters with a colon in their middle.
    var zoneIsNext: Bool {
        bytes.count - at == 1 || bytes.count - at == 6 && bytes[at + 3] == UInt8(ascii: ":")
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        guard at + width <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[at..<at + width] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        at += width
        return value
    }

    /// `hh:mm:ss` with up to six decimals, in microseconds since midnight.
    mutating func timeOfDay() -> Int64? {
        guard let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60, skip(":"),
            let second = number(2), second < 60
        else { return nil }
        var micros = Int64(hour * 3600 + minute * 60 + second) * 1_000_000
        if skip(".") {
            var unit: Int64 = 100_000
            var digits = 0
            while digits < 6, let digit = number(1) {
                micros += Int64(digit) * unit
                unit /= 10
                digits += 1
            }
            guard digits > 0 else { return nil }
        }
        return micros
    }

    /// `Z` or `±hh:mm` up to 14 hours, in minutes.
    mutating func zone() -> Int? {
        if skip("Z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2), skip(":"), let minutes = number(2), minutes < 60,
            hours < 14 || hours == 14 && minutes == 0
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}

extension Moment: ElementContent {
    public init(content element: Element, path: String) throws(RecordError) {
        let approximate = element[attribute: "approximate"]
        guard approximate == nil || approximate == "true",
            let moment = Moment(element.text, approximate: approximate != nil)
        else {
            throw .malformed(
                path: path,
                expected: "a date or time with its zone, such as 2026-03-14T22:40:00+05:30"
            )
        }
        self = moment
    }

    public func fill(_ element: inout Element) {
        if isApproximate { element.attributes = [Attribute(local: "approximate", value: "true")] }
        element.children = [.text(text)]
    }
}

// In JSON: the text alone, or "~" and the text where it is approximate.
extension Moment: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let moment = Moment(text.drop { $0 == "~" }, approximate: text.hasPrefix("~")) else {
            throw RecordError.malformed(path: decoder.path, expected: "a date or time with its zone")
        }
        self = moment
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(isApproximate ? "~" + text : text)
    }
}
