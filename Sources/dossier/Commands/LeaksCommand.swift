internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Leaks

struct LeaksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leaks",
        abstract:
            "Search an edition for everything that would make a protected person known, and decide what is found.",
        discussion: """
            Names, nicknames, kin, addresses, schools, numbers and dates from the case's identities are looked for in every \
            spelling and in three scripts: in the records, in the names of files, and in their contents to the last attachment \
            (docs/leaks.md). A finding says where and whom by pseudonym, never the words. What cannot be searched is a finding \
            too.

            An edition leaves when nothing is left to decide. Redact the file (dossier redact), withhold it (--withhold: a \
            file's bytes stay behind, its digest goes), or accept the finding with the reason (--accept). The decision becomes \
            part of the case's log.

            dossier leaks KOL-7 --edition accused --for A1
            dossier leaks KOL-7 --decide 0f3c… --accept --reason "The street's name, not the person's."
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(help: ArgumentHelp("The edition that is searched.", valueName: "name"))
    var edition = "court"

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("For whom, where an edition is made for one.", valueName: "party")
    )
    var recipient: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The findings that are decided, or the beginnings of their numbers.",
            valueName: "finding"
        )
    )
    var decide: [String] = []

    @Flag(help: "What was found may leave, for the reason given.")
    var accept = false

    @Flag(help: "The record, or the file's bytes, stay behind.")
    var withhold = false

    @Flag(help: "The decision is for this edition only.")
    var onlyThisEdition = false

    @Option(help: "Why. It must not say the name.")
    var reason: String?

    @Option(help: ArgumentHelp("Who decided it, a person of the case.", valueName: "person"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            "The language of the reason (BCP 47; default: that of the case).",
            valueName: "tag"
        )
    )
    var language: String?

    @OptionGroup var unlocking: UnlockingOptions

    func validate() throws {
        guard !decide.isEmpty else {
            guard !accept, !withhold, reason == nil else {
                throw ValidationError("name the findings that are decided, with --decide")
            }
            return
        }
        guard accept != withhold else { throw ValidationError("decide with --accept or with --withhold") }
        guard reason != nil else { throw ValidationError("say why, with --reason") }
    }

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let terminal = options.terminal
        let plan = try openCase.plan(edition: edition, for: recipient)
        let terms = try unlocking.terms(
            of: openCase,
            by: unlocking.unlock(openCase),
            purpose: "scan of the \(edition) edition"
        )
        let bar = ProgressBar("searching for names", on: terminal)
        let report = try await openCase.scan(plan, for: terms) { bar.update($0, of: $1, bytes: false) }
        bar.finish()
        guard decide.isEmpty else { return try decide(openCase, report, terms, terminal) }
        try terminal.json(LeakResult(report, in: openCase))
        LeakPages(report, in: openCase, terminal: terminal).print()
        if !report.open.isEmpty { throw ExitStatus.findings.code }
    }

    private func decide(
        _ openCase: OpenCase,
        _ report: LeakReport,
        _ terms: [ProtectedTerm],
        _ terminal: Terminal
    ) throws {
        let findings = try decide.map { name in
            let found = report.findings.filter { $0.id.hasPrefix(name.lowercased()) }
            guard name.count >= 4, found.count == 1 else {
                throw InputError.missing("one finding of this scan for each number")
            }
            return found[0]
        }
        let text = try Input.freeText(reason!, language ?? openCase.language.rawValue)
        let person = try by.map { try openCase.record(named: $0, kinds: [.person]) }
        let editions = onlyThisEdition ? [try Input.plain(edition, as: Token.self)] : []
        for finding in findings {
            try openCase.decide(
                finding,
                accept ? .accepted : .withheld,
                reason: text,
                knowing: terms,
                editions: editions,
                by: person
            )
        }
        terminal.print(
            "\(accept ? "accepted" : "withheld")  \(counted(findings.count, "finding")); it is recorded in the case's log"
        )
    }
}
