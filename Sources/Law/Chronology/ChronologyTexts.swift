public import CaseFile

/// How the chronology's times and contradictions are written, in a language and in the case's zone.
public struct ChronologyTexts: Sendable {
    private let words: ReportWords
    private let table: FactTable
    private let language: String
    private let calendar: ClockCalendar

    public init(words: ReportWords, table: FactTable, language: String, zone: String) {
        self.words = words
        self.table = table
        self.language = language
        calendar = ClockCalendar(zone: zone)
    }

    public func word(_ code: String) -> String { words.text(code, in: language) }

    /// `2026-03-13 20:05`, `sometime on 13 March 2026`, `in March 2026`, `2026-02-09 … 2026-03-13`.
    public func time(from: Moment?, until: Moment?) -> String {
        guard let from else { return until.map { filled("chronology.until", short($0)) } ?? "" }
        guard let until else { return alone(from) }
        let (start, end) = (short(from), short(until))
        // On one day the end is only an hour.
        let isSameDay =
            from.precision == .instant && until.precision == .instant && start.prefix(10) == end.prefix(10)
        return "\(start) … \(isSameDay ? String(end.dropFirst(11)) : end)"
    }

    private func alone(_ moment: Moment) -> String {
        let text =
            switch moment.precision {
            case .instant: local(moment)
            case .day: filled("chronology.day", "\(day(moment)) \(month(moment)) \(moment.text.prefix(4))")
            case .month: filled("chronology.month", "\(month(moment)) \(moment.text.prefix(4))")
            case .year: filled("chronology.month", String(moment.text.prefix(4)))
            }
        return moment.isApproximate ? filled("chronology.about", text) : text
    }

    private func short(_ moment: Moment) -> String {
        let text =
            switch moment.precision {
            case .instant: local(moment)
            case .day: String(moment.text.prefix(10))
            case .month: String(moment.text.prefix(7))
            case .year: String(moment.text.prefix(4))
            }
        return moment.isApproximate ? filled("chronology.about", text) : text
    }

    private func local(_ moment: Moment) -> String {
        let text = Moment(microseconds: moment.earliest, zone: calendar.offset(at: moment.earliest)).text
        return String(text.prefix(16)).replacing("T", with: " ")
    }

    private func day(_ moment: Moment) -> String { String(Int(moment.text.dropFirst(8).prefix(2)) ?? 0) }

    private func month(_ moment: Moment) -> String {
        word("month.\(Int(moment.text.dropFirst(5).prefix(2)) ?? 0)")
    }

    private func filled(_ code: String, _ text: String) -> String { word(code).replacing("{}", with: text) }

    /// `KT-1: two times of one seizure: exhibit KT-1, seized 2026-03-13 19:34; custody KT-1, handled 2026-03-14 08:00`.
    public func text(_ contradiction: Contradiction, naming name: (RecordID) -> String) -> String {
        let about = contradiction.about.map { "\(name($0)): " } ?? ""
        let sources = contradiction.sources.map { source in
            let place = source.place.map { ", \(name($0))" } ?? ""
            let label = table.label(source.path, in: language)
            return "\(name(source.record)): \(label) \(time(from: source.from, until: source.until))\(place)"
        }
        return "\(about)\(title(contradiction)) — \(sources.joined(separator: " | "))"
    }

    public func title(_ contradiction: Contradiction) -> String {
        word("contradiction.\(contradiction.code)")
    }
}
