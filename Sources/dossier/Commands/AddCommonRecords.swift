internal import ArgumentParser
internal import CaseFile
internal import Casework

// The kinds that are added most often, by options; each also takes a draft.

/// What they have in common: a case, and a draft instead of options.
struct DraftOptions: ParsableArguments {
    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(
        help: ArgumentHelp("A draft instead of the options, - for standard input.", valueName: "file"),
        completion: .file()
    )
    var from: String?

    @Option(help: ArgumentHelp("The language of the texts (BCP 47).", valueName: "tag"))
    var language = "en"

    func record(
        _ kind: Kind,
        _ options: GlobalOptions,
        _ body: (OpenCase) throws -> any RecordBody
    ) throws {
        let openCase = try options.office().open(`case`)
        if let from {
            try report(try openCase.record(drafts: Input.bytes(of: from), kind: kind), on: options.terminal)
        } else {
            try report(try openCase.record([try body(openCase)]), on: options.terminal)
        }
    }

    func text(_ text: String?) throws -> FreeText? { try text.map { try Input.freeText($0, language) } }

    func need(_ value: String?, _ option: String) throws -> String {
        guard let value else { throw InputError.missing("\(option) (or --from)") }
        return value
    }
}

extension OpenCase {
    /// A reference to the record of this kind that is called so.
    func reference<Body>(_ name: String, _ kind: Kind) throws -> Reference<Body> {
        Reference(to: try record(named: name, kinds: [kind]))
    }

    fileprivate func moment(_ text: String) throws -> Moment {
        try Input.moment(text, zone: office.surroundings.zone)
    }
}

struct AddArrest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "arrest",
        abstract: "Add an arrest.",
        discussion: "Memo, grounds, notifications, production and remand are in the draft: see --from."
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Option(help: ArgumentHelp("The accused's code, such as A1.", valueName: "party"))
    var accused: String?

    @Option(help: ArgumentHelp("When.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("The arresting officer.", valueName: "person"))
    var officer: String?

    @Option(help: ArgumentHelp("Where.", valueName: "place"))
    var place: String?

    @Option(help: "Why an arrest was necessary.")
    var necessity: String?

    func run() async throws {
        try draft.record(.arrest, options) { openCase in
            var arrest = Arrest(
                accused: try openCase.reference(draft.need(accused, "--accused"), .party),
                at: try openCase.moment(draft.need(at, "--at")),
                arrestingOfficer: try openCase.reference(draft.need(officer, "--officer"), .person)
            )
            arrest.place = try place.map { try openCase.reference($0, .place) }
            arrest.necessity = try draft.text(necessity)
            return arrest
        }
    }
}

struct AddStatement: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Add a statement.",
        discussion: """
            The text is read from --text (- for standard input): each paragraph, parted by an empty line, is \
            numbered. Interpreters, oath, signatures and the rest are in the draft: see --from.
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Option(
        help: ArgumentHelp("The kind, by the pack's word: s180, s183-statement, mg11.", valueName: "word")
    )
    var kind: String?

    @Option(help: ArgumentHelp("Whose statement it is.", valueName: "person"))
    var maker: String?

    @Option(help: ArgumentHelp("Who recorded it.", valueName: "person"))
    var recorder: String?

    @Option(help: ArgumentHelp("When it began.", valueName: "time"))
    var startedAt: String?

    @Option(help: ArgumentHelp("When it ended.", valueName: "time"))
    var endedAt: String?

    @Option(
        help: ArgumentHelp(
            "The language in which it was spoken (default: that of the text).",
            valueName: "tag"
        )
    )
    var spoken: String?

    @Option(help: ArgumentHelp("The file with its text.", valueName: "file"), completion: .file())
    var text: String?

    func run() async throws {
        try draft.record(.statement, options) { openCase in
            let language = try Input.language(draft.language)
            let paragraphs = try Input.text(of: draft.need(text, "--text"))
                .split(separator: /\n[ \t]*\n/).map { $0.trimmingPrefix(while: \.isWhitespace) }
                .filter { !$0.isEmpty }
            var statement = Statement(
                kind: try Input.plain(draft.need(kind, "--kind")),
                maker: try openCase.reference(draft.need(maker, "--maker"), .person),
                startedAt: try openCase.moment(draft.need(startedAt, "--started-at")),
                languagesSpoken: [try spoken.map(Input.language) ?? language],
                languageWritten: language,
                paragraphs: try paragraphs.enumerated().map { index, text in
                    Paragraph(
                        number: try Input.plain("\(index + 1)"),
                        text: try Input.freeText(String(text), draft.language)
                    )
                }
            )
            statement.recorder = try recorder.map { try openCase.reference($0, .person) }
            statement.endedAt = try endedAt.map { try openCase.moment($0) }
            return statement
        }
    }
}

struct AddCharge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charge",
        abstract: "Add a charge: one accused, one offence."
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Option(help: ArgumentHelp("The accused's code, such as A1.", valueName: "party"))
    var accused: String?

    @Option(help: ArgumentHelp("The offence, by the pack's code, such as itpa-3-1.", valueName: "word"))
    var offence: String?

    @Option(help: "The Act, such as ITPA.")
    var act: String?

    @Option(help: "The section, such as 3(1).")
    var section: String?

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("The date of the offence, or its first day.", valueName: "time")
    )
    var from: String?

    @Option(help: ArgumentHelp("Its last day.", valueName: "time"))
    var until: String?

    @Option(
        help: ArgumentHelp(
            "\(Charge.Status.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "status"
        )
    )
    var status = "proposed"

    @Option(help: "What the accused did.")
    var role: String?

    func run() async throws {
        try draft.record(.charge, options) { openCase in
            var charge = Charge(
                accused: try openCase.reference(draft.need(accused, "--accused"), .party),
                offence: try Input.plain(draft.need(offence, "--offence")),
                provision: Provision(
                    act: try Input.plain(draft.need(act, "--act")),
                    section: try Input.plain(draft.need(section, "--section"))
                ),
                from: try openCase.moment(draft.need(from, "--on")),
                status: try Input.word(status)
            )
            charge.until = try until.map { try openCase.moment($0) }
            charge.allegedRole = try draft.text(role)
            return charge
        }
    }
}
