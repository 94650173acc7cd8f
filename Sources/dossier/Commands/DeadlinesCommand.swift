internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Law

struct DeadlinesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadlines",
        abstract: "Count the statutory clocks of a case: running, met, missed.",
        discussion: """
            Hours are counted to the minute, days and months to the end of the last day in the case's zone. Shown are the \
            clocks that run, those that were missed, and those that were met in the last week; --all shows every one. What \
            is due only at the earliest at a time runs from a time that is known only roughly. --ics writes the running \
            ones (with --all: every one) as a calendar, which names nobody. Exit status 0: none was missed. 1: one was.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("Count as of this time, such as 2026-06-01 (default: now).", valueName: "date")
    )
    var asOf: String?

    @Flag(help: "Show every clock.")
    var all = false

    @Option(help: ArgumentHelp("The language of titles and texts (default: the case's).", valueName: "tag"))
    var language: String?

    @Option(
        help: ArgumentHelp("Write a calendar too.", valueName: "file"),
        completion: .file(extensions: ["ics"])
    )
    var ics: String?

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let counted = try openCase.clocks(
            asOf: try asOf.map { try Input.moment($0, zone: openCase.zone) },
            language: language
        )
        let clocks = counted.clocks.clocks
        let shown = clocks.filter { all || isOfInterest($0, at: counted.clocks.asOf.latest) }
        let terminal = options.terminal
        for problem in counted.clocks.problems { Terminal.complain("the pack: \(problem)") }
        try terminal.json(Result(counted, shown: shown))
        show(shown, of: counted, on: terminal)
        if shown.count < clocks.count {
            terminal.note("\(clocks.count - shown.count) \(counted.texts.word("clock.not-shown"))")
        }
        if let ics {
            let chosen = clocks.filter { all || $0.state == .running }
            try write(counted.calendar(of: chosen), to: ics)
            terminal.note("\(chosen.count) events in \(ics)")
        }
        if clocks.contains(where: { $0.state == .missed }) { throw ExitStatus.findings.code }
    }

    private func isOfInterest(_ clock: Clock, at now: Int64) -> Bool {
        switch clock.state {
        case .running, .missed, .unknown: true
        case .ended: false
        case .met: clock.met.map { now - $0.span.latest < 7 * 86_400_000_000 } ?? false
        }
    }

    private func show(_ shown: [Clock], of counted: CaseClocks, on terminal: Terminal) {
        let texts = counted.texts
        guard !shown.isEmpty else { return terminal.print(texts.word("clock.none")) }
        let rows = shown.map { clock in
            [
                texts.due(clock), texts.state(clock), counted.names.name(of: clock.concerns ?? clock.record),
                clock.title.text(in: counted.language), texts.margin(clock), counted.law(clock),
            ]
        }
        terminal.table(
            rows,
            header: [
                "\(texts.word("clock.due")) (\(counted.clocks.zone))", texts.word("clock.state"),
                texts.word("clock.whom"), texts.word("clock.what"), texts.word("clock.time"),
                texts.word("clock.law"),
            ]
        )
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw InputError.unwritable(path)
        }
    }

    private struct Result: Encodable {
        let asOf: String
        let zone: String
        let clocks: [Line]

        init(_ counted: CaseClocks, shown: [Clock]) {
            asOf = counted.clocks.asOf.text
            zone = counted.clocks.zone
            clocks = shown.map { Line($0, counted) }
        }

        struct Line: Encodable {
            let code: String
            let state: Clock.State
            let title: String
            let record: String?
            let part: String?
            let whom: String
            let start: Span?
            let due: Span
            let wholeDays: Bool
            let met: Span?
            let extendedTo: Span?
            let excludedMinutes: Int?
            /// Minutes left, early, or late.
            let minutes: Int64?
            let law: [String]
            let confidence: Confidence?
            let recorded: String?
            let recordedDue: Span?

            init(_ clock: Clock, _ counted: CaseClocks) {
                let clocks = counted.clocks
                func span(_ span: ClockSpan?) -> Span? { span.map { Span($0, clocks) } }
                code = clock.code
                state = clock.state
                title = clock.title.text(in: counted.language)
                record = clock.record?.description
                part = clock.part.isEmpty ? nil : clock.part
                whom = counted.names.name(of: clock.concerns ?? clock.record)
                start = span(clock.start?.span)
                due = Span(clock.due, clocks)
                wholeDays = clock.isOfWholeDays
                met = span(clock.met?.span)
                extendedTo = span(clock.extendedTo?.span)
                excludedMinutes = clock.excludedMinutes > 0 ? clock.excludedMinutes : nil
                minutes = clock.margin(asOf: clocks.asOf.latest).map { $0 / 60_000_000 }
                law = clock.law.map(\.description)
                confidence = clock.rule?.confidence
                recorded = clock.recorded?.description
                recordedDue = span(clock.recordedDue)
            }
        }

        /// The earliest and the latest that it can be, the same for what is known exactly; to the second.
        struct Span: Encodable {
            let earliest: String
            let latest: String

            init(_ span: ClockSpan, _ clocks: Clocks) {
                func text(_ instant: Int64) -> String {
                    Moment(second: instant, zone: clocks.offset(at: instant)).text
                }
                earliest = text(span.earliest)
                latest = text(span.latest)
            }
        }
    }
}
