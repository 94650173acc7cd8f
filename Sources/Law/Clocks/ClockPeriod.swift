/// How long a clock runs: an xs:duration of whole numbers, such as PT24H, P90D, P2M or -PT2H.
public struct ClockPeriod: Hashable, Sendable {
    public var months = 0
    public var days = 0
    public var minutes = 0
    /// It ends before the time that it is counted from.
    public var isNegative = false

    /// Counted in whole days of the calendar, to the end of the last one; hours are counted exactly.
    public var isOfWholeDays: Bool { minutes == 0 }

    /// nil for what is no such duration, for seconds that make no whole minute, and for none at all.
    public init?(_ text: String) {
        var rest = Substring(text)
        func take(_ character: Character) -> Bool {
            guard rest.first == character else { return false }
            rest.removeFirst()
            return true
        }
        isNegative = take("-")
        guard take("P") else { return nil }
        var seconds = 0
        var units = Array("YMD")
        var inTime = false
        while !rest.isEmpty {
            if take("T") {
                guard !inTime, !rest.isEmpty else { return nil }
                inTime = true
                units = Array("HMS")
                continue
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard digits.count <= 6, let number = Int(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            guard let unit = rest.popFirst(), let place = units.firstIndex(of: unit) else { return nil }
            units.removeFirst(place + 1)
            switch (unit, inTime) {
            case ("Y", _): months += 12 * number
            case ("M", false): months += number
            case ("D", _): days += number
            case ("H", _): minutes += 60 * number
            case ("M", true): minutes += number
            default: seconds += number
            }
        }
        guard seconds.isMultiple(of: 60), months + days + minutes + seconds > 0 else { return nil }
        minutes += seconds / 60
    }
}
