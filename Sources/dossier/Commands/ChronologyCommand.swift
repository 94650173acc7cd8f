internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Law

struct ChronologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chronology",
        abstract: "Show every dated fact of a case in one line of time, each with its record.",
        discussion: """
            Times are shown in the case's zone, and as exactly as they are known: what is known only to the day stands \
            before the instants of that day. Where sources contradict each other the lines are marked with an exclamation \
            mark, and the contradictions are listed after them. Exit status 0: there is none. 1: there is one.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(help: ArgumentHelp("Only from this time on.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Only until this time, a day or month to its end.", valueName: "date"))
    var until: String?

    @Option(
        help: ArgumentHelp("Only what concerns this party or person: A1, a name or an id.", valueName: "who")
    )
    var person: String?

    @Option(help: ArgumentHelp("The language of what is said (default: the case's).", valueName: "tag"))
    var language: String?

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let whole = try openCase.chronology(
            from: try from.map { try Input.moment($0, zone: openCase.zone) },
            until: try until.map { try Input.moment($0, zone: openCase.zone) },
            of: try person.map { try openCase.record(named: $0, kinds: [.party, .person]) },
            language: language
        )
        let terminal = options.terminal
        try terminal.json(Result(whole))
        show(whole, on: terminal)
        if !whole.chronology.contradictions.isEmpty { throw ExitStatus.findings.code }
    }

    private func show(_ whole: CaseChronology, on terminal: Terminal) {
        let (chronology, texts, names) = (whole.chronology, whole.texts, whole.names)
        guard !chronology.facts.isEmpty else { return terminal.print(texts.word("chronology.none")) }
        let rows = chronology.facts.map { fact in
            [
                texts.time(from: fact.from, until: fact.until), chronology.isContradicted(fact) ? "!" : "",
                shortened(fact.what),
                fact.whom.prefix(4).map(names.name).joined(separator: ", "),
                names.name(of: fact.record) + (fact.alsoIn.isEmpty ? "" : " + \(fact.alsoIn.count)"),
            ]
        }
        terminal.table(
            rows,
            header: [
                texts.word("chronology.when"), "", texts.word("chronology.what"),
                texts.word("chronology.whom"),
                texts.word("chronology.source"),
            ]
        )
        terminal.print()
        guard !chronology.contradictions.isEmpty else {
            return terminal.print(terminal.styled(texts.word("chronology.no-contradictions"), .good))
        }
        terminal.print(terminal.styled(texts.word("chronology.contradictions"), .strong))
        for contradiction in chronology.contradictions {
            terminal.print("\(terminal.styled("!", .bad)) \(texts.text(contradiction, naming: names.name))")
        }
    }

    /// A title of a paper may be a long sentence; --json has it whole.
    private func shortened(_ text: String) -> String { text.count > 90 ? "\(text.prefix(89))…" : text }

    private struct Result: Encodable {
        let facts: [Fact]
        let contradictions: [Contradicting]

        struct Fact: Encodable {
            let time: String
            let from: Moment?
            let until: Moment?
            /// The first and the last second that the times can mean, in UTC.
            let earliest: String
            let latest: String
            let path: String
            let what: String
            let whom: [String]
            let record: String
            let alsoIn: [String]
            let kind: String?
            let source: String
            let contradicted: Bool
        }

        struct Contradicting: Encodable {
            let code: String
            let text: String
            let about: String?
            let records: [String]
        }

        init(_ whole: CaseChronology) {
            let (texts, names) = (whole.texts, whole.names)
            func second(_ instant: Int64) -> String { Moment(second: instant).text }
            facts = whole.chronology.facts.map { fact in
                Fact(
                    time: texts.time(from: fact.from, until: fact.until),
                    from: fact.from,
                    until: fact.until,
                    earliest: second(fact.span.earliest),
                    latest: second(fact.span.latest),
                    path: fact.path,
                    what: fact.what,
                    whom: fact.whom.map(names.name),
                    record: fact.record.description,
                    alsoIn: fact.alsoIn.map(\.description),
                    kind: fact.kind?.rawValue,
                    source: names.name(of: fact.record),
                    contradicted: whole.chronology.isContradicted(fact)
                )
            }
            contradictions = whole.chronology.contradictions.map {
                Contradicting(
                    code: $0.code,
                    text: texts.text($0, naming: names.name),
                    about: $0.about.map { names.name(of: $0) },
                    records: $0.records.map(\.description)
                )
            }
        }
    }
}
