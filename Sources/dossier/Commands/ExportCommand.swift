internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Law

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a case as one signed bundle that anyone can verify.",
        discussion: """
            The bundle is an ASiC-E container and, unpacked, a BagIt bag. That it was written is recorded in the \
            case's log. docs/format.md says what is in it and how to verify it without Dossier.

            An edition shows what the law of the case's pack gives its reader; what it withholds keeps its place in the \
            log, with the reason and the law. Before it leaves it is searched for everything that would make a protected \
            person known; what is found blocks it until it is decided (dossier leaks). Identities leave only under sealed \
            cover, encrypted to one recipient (--sealed-for).

            dossier export KOL-7 --edition accused --for A1
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(
        help: ArgumentHelp(
            "The edition: court, accused, police, public, or another of the pack.",
            valueName: "name"
        )
    )
    var edition = "court"

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "For whom, where an edition is made for one: an accused's code, such as A1.",
            valueName: "party"
        )
    )
    var recipient: String?

    @Option(
        help: ArgumentHelp("The folder that the bundle goes into.", valueName: "dir"),
        completion: .directory
    )
    var to = "exports"

    @OptionGroup var unlocking: UnlockingOptions
    @OptionGroup var sealing: SealingOptions

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let terminal = options.terminal
        let plan = try openCase.plan(edition: edition, for: recipient)
        let secret = try unlocking.unlock(openCase, isNeeded: !sealing.recipients.isEmpty)
        let terms = try unlocking.terms(
            of: openCase,
            by: secret,
            purpose: "scan before the \(edition) edition"
        )
        let scanning = ProgressBar("searching for names", on: terminal)
        let report = try await openCase.scan(plan, for: terms) {
            scanning.update($0, of: $1, bytes: false)
        }
        scanning.finish()
        if !report.open.isEmpty {
            LeakPages(report, in: openCase, terminal: terminal).print()
            terminal.note("nothing was written: decide each finding with dossier leaks \(`case`) --decide")
            throw ExitStatus.findings.code
        }
        let bar = ProgressBar("writing the bundle", on: terminal)
        let folder = URL(fileURLWithPath: to).standardizedFileURL.path
        let result = try openCase.export(
            try openCase.cleared(plan, report),
            sealed: try sealing.sealedCovers(of: openCase, edition: edition, by: secret),
            to: folder,
            generator: Version.generator
        ) { bar.update($0, of: $1) }
        bar.finish()
        try terminal.json(Result(result))
        terminal.print("wrote \(terminal.styled(result.path, .strong))")
        terminal.print(
            "\(counted(result.records, "record")), \(counted(result.originals, "original")), \(ProgressBar.size(result.size))"
                + (result.withheld > 0
                    ? "; \(counted(result.withheld, "record")) withheld, each with its reason" : "")
                + (result.sealedParts > 0 ? "; \(counted(result.sealedParts, "sealed cover"))" : "")
        )
        terminal.print("log size \(result.logSize), root \(result.root)")
        if !result.packProblems.isEmpty {
            terminal.note(
                "the bundle carries no rules: the jurisdiction's pack cannot be used (\(result.packProblems[0]))"
            )
        }
        for name in LeakNames(openCase).unrecorded {
            terminal.note(
                "\(name) is protected, and no identity is recorded: the scan had nothing to look for"
            )
        }
        tellWhatIsOpen(openCase, on: terminal)
        terminal.note(
            "verify it with: dossier verify \(result.path) --trust \(openCase.office.home.trustAnchor)"
        )
    }

    /// A bundle may leave unready, but not without a word.
    private func tellWhatIsOpen(_ openCase: OpenCase, on terminal: Terminal) {
        // The check holds the whole case in memory; an export does not.
        guard let size = try? openCase.size(), size <= 50_000, let open = try? openCase.check().open else {
            return
        }
        let blockers = open.count { $0.severity == .blocker }
        let warnings = open.count { $0.severity == .warning }
        guard blockers + warnings > 0 else { return }
        terminal.note(
            "the readiness report has \(counted(blockers, "blocker")) and \(counted(warnings, "warning")): "
                + "dossier check \(`case`)"
        )
    }

    private struct Result: Encodable {
        let path: String
        let size: Int
        let entries: Int
        let records: Int
        let withheld: Int
        let originals: Int
        let sealedParts: Int
        let logSize: Int
        let root: String
        let rules: Int

        init(_ result: ExportResult) {
            path = result.path
            size = result.size
            entries = result.entries
            records = result.records
            withheld = result.withheld
            originals = result.originals
            sealedParts = result.sealedParts
            logSize = result.logSize
            root = result.root
            rules = result.rules
        }
    }
}
