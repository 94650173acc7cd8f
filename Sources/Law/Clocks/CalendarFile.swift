public import CaseFile

/// Writes clocks as a calendar (RFC 5545): an event for each, for calendars of whatever make.
///
/// A calendar lies on telephones and is shared: an event names the case by its number and whom it concerns by a code, and
/// nobody by name. A clock of hours is the half hour before it ends, in UTC; a clock of days is its last day.
public struct CalendarFile: Sendable {
    public let caseID: RecordID
    public let caseNumber: String
    /// When the file is made, in microseconds.
    public let stamp: Int64
    private let clocks: Clocks
    private let texts: ClockTexts
    private let language: String

    public init(
        _ clocks: Clocks,
        caseID: RecordID,
        caseNumber: String,
        stamp: Int64,
        words: ReportWords,
        language: String
    ) {
        self.clocks = clocks
        self.caseID = caseID
        self.caseNumber = caseNumber
        self.stamp = stamp
        self.language = language
        texts = ClockTexts(clocks, words: words, language: language)
    }

    /// - Parameters:
    ///   - chosen: which of the clocks.
    ///   - code: what the file calls a party or an exhibit, without any name; nil where it has no such code.
    ///   - law: what a clock rests on, for people.
    public func bytes(
        of chosen: [Clock],
        code: (RecordID) -> String?,
        law: (Clock) -> String
    ) -> [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossier//Dossier//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(escaped(caseNumber))",
        ]
        for clock in chosen { lines += event(clock, code: code, law: law(clock)) }
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    private func event(_ clock: Clock, code: (RecordID) -> String?, law: String) -> [String] {
        let whom = (clock.concerns ?? clock.record).flatMap(code) ?? clock.record.flatMap(code)
        let subject = whom.map { $0 == caseNumber ? caseNumber : "\(caseNumber) \($0)" } ?? caseNumber
        let done = clock.state == .running ? "" : " [\(texts.state(clock))]"
        var description = [texts.sentence(clock), law]
        if let note = clock.rule?.note, !note.isEmpty { description.append(note.text(in: language)) }
        var lines = ["BEGIN:VEVENT", "UID:\(uid(clock))", "DTSTAMP:\(utc(stamp))"]
        if clock.isOfWholeDays {
            lines.append("DTSTART;VALUE=DATE:\(day(clock.due.earliest))")
            lines.append("DTEND;VALUE=DATE:\(day(clock.due.earliest + 12 * 3_600_000_000))")
        } else {
            lines.append("DTSTART:\(utc(clock.due.earliest - 30 * 60_000_000))")
            lines.append("DTEND:\(utc(clock.due.earliest))")
        }
        lines.append("SUMMARY:\(escaped("\(subject): \(clock.title.text(in: language))\(done)"))")
        lines.append("DESCRIPTION:\(escaped(description.filter { !$0.isEmpty }.joined(separator: "\n")))")
        lines.append(
            "CATEGORIES:\(escaped(texts.word("kind.deadline"))),\(escaped(clock.rule?.severity.rawValue ?? "case"))"
        )
        lines.append("TRANSP:TRANSPARENT")
        if clock.state == .running {
            for trigger in clock.isOfWholeDays ? ["-P7D", "-P3D", "-P1D"] : ["-PT6H", "-PT1H"] {
                lines += [
                    "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(trigger)",
                    "DESCRIPTION:\(escaped("\(subject): \(clock.title.text(in: language))"))", "END:VALARM",
                ]
            }
        }
        lines.append("END:VEVENT")
        return lines
    }

    /// The same for the same clock in every file, so that a calendar takes a new one in place of the old.
    private func uid(_ clock: Clock) -> String {
        let part = clock.part.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let node = (clock.record?.description ?? "case") + (part.isEmpty ? "" : "-\(part)")
        return "\(caseID)-\(clock.code)-\(node)@dossier"
    }

    private func utc(_ instant: Int64) -> String {
        String(
            Moment(second: instant).text
                .filter { $0 != "-" && $0 != ":" }
        )
    }

    private func day(_ instant: Int64) -> String {
        String(
            Moment(microseconds: instant, zone: clocks.offset(at: instant)).text.prefix(10).filter {
                $0 != "-"
            }
        )
    }

    /// A text as a value: backslash, semicolon, comma and the end of a line have another meaning there.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case "\n": escaped += "\\n"
            case _ where character.value < 0x20 || character.value == 0x7F: continue
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// A line of at most 75 bytes, continued after a space. No character is cut in two, nor a letter from its signs, but
    /// where it has so many that they fit on no line.
    static func folded(_ line: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = 0
        func append(_ utf8: [UInt8]) {
            if length + utf8.count > 75 {
                bytes += [0x0D, 0x0A, 0x20]
                length = 1
            }
            bytes += utf8
            length += utf8.count
        }
        for character in line {
            if character.utf8.count <= 74 {
                append(Array(character.utf8))
            } else {
                for scalar in character.unicodeScalars { append(Array(String(scalar).utf8)) }
            }
        }
        return bytes + [0x0D, 0x0A]
    }
}
