internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Law

struct ProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "Show the proof matrix: what must be proved, what proves it, and what falls without it.",
        discussion: """
            For each accused and charge, the elements of the offence as a tree: ✓ proved, ~ proved but weak (contested, of \
            uncertain age, or on one item or witness), ✗ not proved. Under each element stands what proves it, how \
            (direct, circumstantial, presumption) and the witness through whom it comes in. A presumption proves once \
            its foundational facts are proved.

            --without strikes evidence out as the court might: an exhibit with its parts and files, a statement, a \
            document, or a witness, with whom fall the witness's statements and all that comes in through nobody else. \
            It then shows which elements are lost, which charges can no longer stand, and against whom nothing is left. \
            Nothing is recorded by it. Without it, everything on which an element hangs alone is listed.

            dossier proof KOL-7 --accused A1
            dossier proof KOL-7 --without KT-3 --without PW4

            Exit status 0: every charge shown can stand. 1: one of them cannot.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(help: ArgumentHelp("Only charges against this accused, such as A1.", valueName: "party"))
    var accused: String?

    @Option(
        help: ArgumentHelp(
            "Only this charge: its count, its offence such as itpa-6-1, or its id.",
            valueName: "charge"
        )
    )
    var charge: String?

    @Option(
        help: ArgumentHelp(
            "Strike out an exhibit, statement, document or witness; may be given again.",
            valueName: "mark"
        )
    )
    var without: [String] = []

    @Option(
        help: ArgumentHelp("The language of the elements (default: the case's).", valueName: "tag")
    )
    var language: String?

    @Flag(help: "Say what usually proves an element that is not proved.")
    var hints = false

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let proving = try openCase.proofMatrix(language: language)
        let shown = try selected(of: proving)
        let struck = try openCase.struckOut(without, of: proving)
        let strike = struck.isEmpty ? nil : proving.matrix.without(struck)
        let singles = strike == nil ? proving.matrix.singlePointsOfFailure() : []
        let pages = ProofPages(
            proving,
            shown: shown,
            strike: strike,
            singles: singles,
            struckNames: without,
            hints: hints,
            terminal: options.terminal
        )
        try options.terminal.json(ProofResult(proving, shown: shown, strike: strike, singles: singles))
        pages.print()
        guard shown.allSatisfy({ pages.state(of: $0).isProved }) else { throw ExitStatus.findings.code }
    }

    /// The charges that are asked for, by their indices.
    private func selected(of proving: Proving) throws -> [Int] {
        let charges = proving.matrix.charges
        var shown = Array(charges.indices)
        if let accused {
            shown = shown.filter {
                let party = charges[$0].accused
                return proving.names.name(party) == accused || party.description == accused
                    || proving.matrix.records.parties[party]?.code?.text == accused
            }
            guard !shown.isEmpty else { throw CaseworkError.noRecord(accused) }
        }
        if let charge {
            shown = shown.filter {
                let body = charges[$0]
                return body.id.description == charge || body.charge.offence.text == charge
                    || body.charge.count?.description == charge || proving.names.name(of: body) == charge
            }
            guard !shown.isEmpty else { throw CaseworkError.noRecord(charge) }
        }
        return shown
    }
}
