internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Law

struct ProtectedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protected",
        abstract: "List who must not be made known: why, and by which law.",
        discussion: """
            It follows from the records by the pack's protection.xml: whose victim somebody is, how old somebody was on the \
            day of the offence, who was heard. Nobody is called by name here. Exit status 0: everybody who is protected goes \
            by a pseudonym. 1: somebody does not, or it cannot be told.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Reckon ages as of this time where no day of an offence is on record (default: now).",
            valueName: "date"
        )
    )
    var asOf: String?

    @Option(help: ArgumentHelp("The language of labels (default: the case's).", valueName: "tag"))
    var language: String?

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let pack = try openCase.pack()
        let language = self.language ?? openCase.language.rawValue
        let people = try openCase.protection(
            by: pack,
            asOf: try asOf.map { try Input.moment($0, zone: openCase.zone) }
        )
        let words = try options.templates().reportWords()
        func word(_ code: String) -> String { words.text("protection.\(code)", in: language) }
        let terminal = options.terminal
        try terminal.json(people.map { Line($0, pack, language) })
        if people.isEmpty {
            terminal.print(word("none"))
        } else {
            terminal.table(
                people.map { protected in
                    let rules = protected.person.rules
                    return [
                        protected.name, word(protected.person.standing.rawValue),
                        rules.map { $0.label.text(in: language) }.joined(separator: "; "),
                        pack.text(
                            of: rules.flatMap(\.law).reduce(into: []) {
                                if !$0.contains($1) { $0.append($1) }
                            },
                            confidence: rules.map(\.confidence).min() ?? .memory,
                            in: language
                        ),
                        word(protected.hasPseudonym ? "yes" : "no"),
                        word(protected.hasIdentity ? "kept" : "no"),
                    ]
                },
                header: ["who", "standing", "why", "law", "pseudonym", "identity"].map(word)
            )
        }
        if people.contains(where: { $0.isNamed || $0.isUnclear }) { throw ExitStatus.findings.code }
    }

    private struct Line: Encodable {
        let person: String
        let label: String
        let standing: ProtectedPerson.Standing
        let why: [Why]
        let pseudonym: Bool
        let identity: Bool

        struct Why: Encodable {
            let code: String
            let label: String
            let law: [String]
            let confidence: Confidence
            let hides: [ProtectionRule.Hidden]
        }

        init(_ protected: Protected, _ pack: Pack, _ language: String) {
            person = protected.person.person.description
            label = protected.label
            standing = protected.person.standing
            why = protected.person.rules.map { rule in
                Why(
                    code: rule.code,
                    label: rule.label.text(in: language),
                    law: rule.law.map { pack.acts.text(of: $0, in: language) },
                    confidence: rule.confidence,
                    hides: rule.hides
                )
            }
            pseudonym = protected.hasPseudonym
            identity = protected.hasIdentity
        }
    }
}
