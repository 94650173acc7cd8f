import CaseFile
import Foundation
import Testing

@testable import Law

/// Clocks as a calendar, for calendars of whatever make.
@Suite struct `Calendars` {
    private typealias Small = SmallClocks
    private let running = "2026-03-14T08:00:00+05:30"

    private func calendar(
        title: String = "Production",
        period: String = "PT24H",
        asOf: String = "2026-03-14T08:00:00+05:30",
        language: String = "en"
    ) throws -> [UInt8] {
        let rule = Small.deadline(period: period).replacing(">Production<", with: ">\(title)<")
        let clocks = try Small.clocks(rule, asOf: asOf, Small.arrest(at: "2026-03-13T20:00:00+05:30"))
        return CalendarFile(
            clocks,
            caseID: Small.recordID(1),
            caseNumber: "KOL-7",
            stamp: Moment("2026-03-14T08:00:00.5+05:30")!.earliest,
            words: try Small.words(),
            language: language
        ).bytes(
            of: clocks.clocks,
            code: { $0 == Small.recordID(2) ? "A1" : nil },
            law: { _ in "BNSS s.58; and more, \\" }
        )
    }

    /// The lines, put together again.
    private func unfolded(_ bytes: [UInt8]) -> [String] {
        // By bytes: to Swift a space and the sign after it are one character.
        var lines: [[UInt8]] = []
        for line in bytes.split(separator: 0x0A) {
            if line.first == 0x20, let last = lines.popLast() {
                lines.append(last.dropLast() + Array(line.dropFirst()))
            } else {
                lines.append(Array(line))
            }
        }
        return lines.map { String(decoding: $0.dropLast(), as: UTF8.self) }
    }

    @Test func `an event names the case, the code and the clock, and ends when it is due`() throws {
        let lines = try unfolded(calendar())
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.last == "END:VCALENDAR")
        #expect(lines.contains("SUMMARY:KOL-7 A1: Production"))
        #expect(lines.contains("DTSTART:20260314T140000Z"))
        #expect(lines.contains("DTEND:20260314T143000Z"))
        #expect(lines.contains("DTSTAMP:20260314T023000Z"))
        #expect(lines.contains("UID:\(Small.id(1))-production-\(Small.id(10))@dossier"))
        #expect(
            lines.contains {
                $0.hasPrefix("DESCRIPTION:due 2026-03-14 20:00\\; 12 h left\\nBNSS s.58\\; and more\\, \\\\")
            }
        )
        #expect(!String(decoding: try calendar(), as: UTF8.self).contains("Somebody"))
    }

    @Test func `a clock of days is its last day`() throws {
        let lines = try unfolded(calendar(period: "P7D"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20260320"))
        #expect(lines.contains("DTEND;VALUE=DATE:20260321"))
    }

    @Test func `a clock that is over has no alarm, and says what became of it`() throws {
        let lines = try unfolded(calendar(asOf: "2026-03-15T08:00:00+05:30"))
        #expect(!lines.contains("BEGIN:VALARM"))
        #expect(lines.contains("SUMMARY:KOL-7 A1: Production [missed]"))
    }

    @Test(arguments: ["a", "é", "न्याय", "আদালত", "𝔸🇮🇳", "a,b;c\\d", "e\u{301}\u{301}\u{301}"])
    func `lines are folded at 75 bytes, and no character is cut`(text: String) throws {
        for count in 1...40 {
            let bytes = try calendar(title: String(repeating: text, count: count))
            let whole = try #require(String(validating: bytes, as: UTF8.self))
            for line in whole.components(separatedBy: "\r\n") {
                #expect(line.utf8.count <= 75)
                #expect(!line.contains("\n") && !line.contains("\r"))
            }
            // Each line is text by itself.
            for line in bytes.split(separator: 0x0A) {
                #expect(String(validating: line, as: UTF8.self) != nil)
            }
            let escaped = text.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing(
                ";",
                with: "\\;"
            )
            let isWhole = unfolded(bytes).contains(
                "SUMMARY:KOL-7 A1: \(String(repeating: escaped, count: count))"
            )
            #expect(isWhole, "\(count) times")
        }
    }

    @Test(.enabled(if: Self.python != nil, "icalendar is not in .venv: tools/setup puts it there"))
    func `another program reads what was written`() throws {
        let title = "Grounds, in writing; before \\ the remand: " + String(repeating: "रिमांड से पहले ", count: 12)
        let trimmed = title.trimmingCharacters(in: .whitespaces)
        for (period, start, end) in [
            ("PT24H", "2026-03-14T14:00:00+00:00", "2026-03-14T14:30:00+00:00"),
            ("P7D", "2026-03-20", "2026-03-21"),
        ] {
            let read = try Self.read(calendar(title: trimmed, period: period))
            #expect(read["summary"] as? String == "KOL-7 A1: \(trimmed)")
            #expect(read["start"] as? String == start)
            #expect(read["end"] as? String == end)
            #expect(read["uid"] as? String == "\(Small.id(1))-production-\(Small.id(10))@dossier")
            #expect(read["categories"] as? [String] == ["deadline", "blocker"])
            #expect((read["description"] as? String)?.contains("\nBNSS s.58; and more, \\") == true)
            #expect((read["alarms"] as? [Double])?.isEmpty == false)
            #expect(read["errors"] as? [String] == [])
        }
    }

    private static let python: String? = {
        var folder = Checkout.root
        while folder.path != "/" {
            let python = folder.appending(path: ".venv/bin/python").path
            if FileManager.default.isExecutableFile(atPath: python),
                (try? run(python, ["-c", "import icalendar"], input: []))?.status == 0
            {
                return python
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    private static func read(_ calendar: [UInt8]) throws -> [String: Any] {
        let script = Checkout.root.appending(path: "Tests/LawTests/read_calendar.py").path
        let result = try run(#require(python), [script], input: calendar)
        #expect(result.status == 0)
        return try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
    }

    private static func run(
        _ program: String,
        _ arguments: [String],
        input: [UInt8]
    ) throws -> (status: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        stdin.fileHandleForWriting.write(Data(input))
        try stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
