public import ArgumentParser
public import CaseFile
internal import Casework

struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Open, list and show cases.",
        subcommands: [New.self, List.self, Show.self]
    )

    @OptionGroup var options: GlobalOptions
}

extension CaseCommand {
    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a case.",
            discussion: "With --from the case record is read from a draft; else it is made of the options."
        )

        @OptionGroup var options: GlobalOptions

        @Option(help: "The office's own number for the case.")
        var number: String?

        @Option(help: "The title. It names nobody who is protected.")
        var title: String?

        @Option(help: ArgumentHelp("The language of the title and of the case (BCP 47).", valueName: "tag"))
        var language = "en"

        @Option(help: ArgumentHelp("The jurisdiction: in, ew.", valueName: "code"))
        var jurisdiction = "in"

        @Option(help: ArgumentHelp("The zone in which the case's clocks run.", valueName: "name"))
        var timeZone = "Asia/Kolkata"

        @Option(
            help: ArgumentHelp("A draft of the case record, - for standard input.", valueName: "file"),
            completion: .file()
        )
        var from: String?

        func validate() throws {
            guard from != nil || number != nil && title != nil else {
                throw ValidationError("give --number and --title, or --from")
            }
        }

        func run() async throws {
            let office = try options.office()
            let openCase: OpenCase
            if let from {
                openCase = try office.open(newFrom: Input.bytes(of: from))
            } else {
                let body = Case(
                    number: try Input.plain(number!),
                    titles: [try Input.freeText(title!, language)],
                    jurisdiction: try Input.plain(jurisdiction),
                    timeZone: try Input.plain(timeZone),
                    language: try Input.language(language),
                    openedAt: office.surroundings.moment()
                )
                openCase = try office.open(new: body)
            }
            try options.terminal.json(CaseLine(try openCase.summary()))
            options.terminal.print("opened \(try openCase.summary().label) (\(openCase.id))")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the cases of this office.")

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let cases = try options.office().cases()
            let terminal = options.terminal
            try terminal.json(cases.map(CaseLine.init))
            if cases.isEmpty { terminal.note("no case yet; open one with 'dossier case new'") }
            terminal.table(
                cases.map { [$0.label, $0.title, counted($0.records, "record"), $0.id.description] }
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a case, one kind of its records, or one record."
        )

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The case: its number, its id, or the beginning of its id.")
        var `case`: String

        @Option(help: ArgumentHelp("List the records of this kind.", valueName: "kind"))
        var kind: Kind?

        @Option(
            help: ArgumentHelp(
                "Show this record: its mark, pseudonym, code, number or id.",
                valueName: "label"
            )
        )
        var record: String?

        @Flag(help: "With --record: its XML as the log holds it.")
        var xml = false

        @Flag(help: "With --record: its XML as a draft, to be edited and given to 'dossier amend --from'.")
        var draft = false

        func run() async throws {
            let openCase = try options.office().open(`case`)
            let terminal = options.terminal
            if let record {
                try show(record, of: openCase)
            } else if let kind {
                let lines = try openCase.list(kind)
                try terminal.json(lines.map(RecordLine.init))
                terminal.table(
                    lines.map { [$0.label ?? "", "v\($0.version)", $0.recordedAt, $0.id.description] }
                )
            } else {
                let summary = try openCase.summary()
                try terminal.json(CaseLine(summary))
                terminal.print(terminal.styled("\(summary.label)  \(summary.title)", .strong))
                terminal.print("id       \(summary.id)")
                terminal.print(
                    "log      \(counted(summary.records, "record")), last on \(summary.lastRecordedAt)"
                )
                terminal.print()
                terminal.table(summary.counts.map { [$0.kind.rawValue, "\($0.count)"] })
            }
        }

        private func show(_ name: String, of openCase: OpenCase) throws {
            let terminal = options.terminal
            let found = try openCase.versions(of: try openCase.record(named: name, kinds: kind.map { [$0] }))
            let current = found.last!
            if xml || draft {
                terminal.write(bytes: draft ? try current.draft() : current.bytes + [0x0A])
                return
            }
            try terminal.json(found.map(RecordLine.init))
            terminal.print(terminal.styled("\(current.kind.rawValue) \(current.label ?? "")", .strong))
            for version in found.reversed() {
                terminal.print(
                    "version \(version.version)  \(version.recordedAt) by \(version.recordedBy)"
                        + (version.amendment.map { "  (\($0))" } ?? "")
                )
            }
            terminal.print()
            for line in try current.outline(naming: { try openCase.label(of: $0) ?? $0.description }) {
                terminal.print(line)
            }
        }
    }
}

extension Kind: ExpressibleByArgument {}

/// A case, in JSON.
struct CaseLine: Encodable {
    let id: String
    let number: String
    let title: String
    let records: Int
    let counts: [String: Int]

    init(_ summary: CaseSummary) {
        id = summary.id.description
        number = summary.label
        title = summary.title
        records = summary.records
        counts = Dictionary(uniqueKeysWithValues: summary.counts.map { ($0.kind.rawValue, $0.count) })
    }
}

/// A record, in JSON.
struct RecordLine: Encodable {
    let id: String
    let kind: String
    let label: String?
    let version: Int
    let recordedAt: String
    let recordedBy: String
    let leaf: String
    let seq: Int

    init(_ record: StoredRecord) {
        id = record.id.description
        kind = record.kind.rawValue
        label = record.label
        version = record.version
        recordedAt = record.recordedAt
        recordedBy = record.recordedBy
        leaf = record.leaf
        seq = record.seq
    }
}
