internal import ArgumentParser
internal import CaseFile
internal import Casework

struct AmendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Record a new version of a record, with the reason.",
        discussion: """
            Nothing is edited: the old version stays in the log, and the new one names it. Small corrections by \
            --set, such as --set device/serialNumber=XYZ; anything else from a draft of the whole record, which \
            'dossier case show CASE --record RECORD --draft' prints to be edited.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Argument(help: "The record: its mark, pseudonym, code, number or id.")
    var record: String

    @Option(help: "Why.")
    var reason: String

    @Option(help: ArgumentHelp("The language of the reason (BCP 47).", valueName: "tag"))
    var language = "en"

    @Option(help: ArgumentHelp("The kind of record, where two kinds have one label.", valueName: "kind"))
    var kind: Kind?

    @Option(
        help: ArgumentHelp("A draft of the whole record, - for standard input.", valueName: "file"),
        completion: .file()
    )
    var from: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Set the text of one element; may be given again.", valueName: "element=text")
    )
    var changes: [String] = []

    func validate() throws {
        guard (from == nil) != changes.isEmpty else { throw ValidationError("give either --from or --set") }
    }

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let id = try openCase.record(named: record, kinds: kind.map { [$0] })
        let why = try Input.freeText(reason, language)
        let recorded: Recorded
        if let from {
            recorded = try openCase.amend(id, withDraft: Input.bytes(of: from), why: why)
        } else {
            let pairs = try changes.map { change in
                guard let sign = change.firstIndex(of: "=") else {
                    throw InputError.missing("the = in --set element=text")
                }
                return (path: String(change[..<sign]), text: String(change[change.index(after: sign)...]))
            }
            recorded = try openCase.amend(id, setting: pairs, why: why)
        }
        try report([recorded], on: options.terminal)
        options.terminal.note("this is version \(recorded.version); the earlier ones stay in the log")
    }
}
