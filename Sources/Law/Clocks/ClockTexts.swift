internal import CaseFile

/// What a clock says to people, in a language and in the case's zone.
public struct ClockTexts: Sendable {
    private let clocks: Clocks
    private let words: ReportWords
    private let language: String
    private let calendar: ClockCalendar

    public init(_ clocks: Clocks, words: ReportWords, language: String) {
        self.clocks = clocks
        self.words = words
        self.language = language
        calendar = ClockCalendar(zone: clocks.zone)
    }

    public func word(_ code: String) -> String { words.text(code, in: language) }

    public func state(_ clock: Clock) -> String { word("clock.\(clock.state.rawValue)") }

    /// `2026-03-15 19:34`, or the day alone where days are counted; "at the earliest" where it is not known exactly.
    public func due(_ clock: Clock) -> String {
        marked(minute(clock.due.earliest, dayOnly: clock.isOfWholeDays), clock)
    }

    private func marked(_ text: String, _ clock: Clock) -> String {
        var text = text
        if clock.isApproximate { text = "\(word("clock.about")) \(text)" }
        if clock.isDueAtTheEarliest { text += " (\(word("clock.at-the-earliest")))" }
        return text
    }

    /// A time as exactly as it is known: to the minute, the day, the month or the year.
    public func time(_ time: ClockTime) -> String {
        let about = time.isApproximate ? "\(word("clock.about")) " : ""
        let from = minute(time.span.earliest, dayOnly: false)
        guard !time.span.isExact else { return about + from }
        let until = minute(time.span.latest, dayOnly: false)
        let shared = [10, 7, 4].first { from.prefix($0) == until.prefix($0) } ?? 4
        return about + String(from.prefix(shared))
    }

    private func minute(_ instant: Int64, dayOnly: Bool) -> String {
        let text = Moment(microseconds: instant, zone: calendar.offset(at: instant)).text
        return dayOnly ? String(text.prefix(10)) : String(text.prefix(16)).replacing("T", with: " ")
    }

    /// `14 h 16 min`, `3 d 4 h`: two units, rounded down.
    public func duration(_ microseconds: Int64) -> String {
        let minutes = abs(microseconds) / 60_000_000
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60)
        let parts: [(Int64, String)] =
            days > 0
            ? [(days, "unit.days"), (hours, "unit.hours")]
            : [(hours, "unit.hours"), (rest, "unit.minutes")]
        let shown = parts.filter { $0.0 > 0 }
        return (shown.isEmpty ? [(0, "unit.minutes")] : shown)
            .map { "\($0.0) \(word($0.1))" }.joined(separator: " ")
    }

    /// What is left or lost: `14 h 16 min late`.
    public func margin(_ clock: Clock) -> String {
        guard let margin = clock.margin(asOf: clocks.asOf.latest) else { return "" }
        let code =
            switch clock.state {
            case .running: "clock.left"
            case .met: "clock.early"
            default: clock.met == nil ? "clock.overdue" : "clock.late"
            }
        // Where days are counted, hours say nothing.
        let day: Int64 = 86_400_000_000
        let shown = clock.isOfWholeDays && margin >= day ? margin / day * day : margin
        return "\(duration(shown)) \(word(code))"
    }

    /// What became of it, in one line: `due 2026-03-15 19:34; done 2026-03-16 09:50; 14 h 16 min late`.
    public func sentence(_ clock: Clock) -> String {
        var parts = ["\(word("clock.due")) \(due(clock))"]
        if let extended = clock.extendedTo { parts.append("\(word("clock.extended-to")) \(time(extended))") }
        if clock.excludedMinutes > 0 {
            parts.append("\(word("clock.excluded")): \(duration(Int64(clock.excludedMinutes) * 60_000_000))")
        }
        if let met = clock.met {
            parts.append("\(word("clock.done")) \(time(met))")
        } else if clock.state == .missed {
            parts.append(word("clock.not-done"))
        }
        if clock.state == .unknown { parts.append(word("clock.known-to-the-day")) }
        if clock.state == .ended { parts.append(state(clock)) }
        let margin = margin(clock)
        if !margin.isEmpty { parts.append(margin) }
        return parts.joined(separator: "; ")
    }

    func recordedDue(_ due: ClockSpan) -> String {
        minute(due.earliest, dayOnly: false)
    }
}
