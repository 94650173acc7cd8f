internal import ArgumentParser
internal import CaseFile
internal import Casework

struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record something: evidence, a person, an arrest, a statement, …",
        discussion: """
            Every kind of record can be added from a draft (--from FILE.xml, or - for standard input): the record's \
            element as templates/schema/casefile.xsd has it, without a head. In a draft, 'to' may name a record by \
            its mark, pseudonym, code or number. One file may hold several in <drafts>. The common kinds also have \
            options.
            """,
        subcommands: [
            AddEvidence.self, AddPerson.self, AddArrest.self, AddStatement.self, AddCharge.self,
            AddRecord<Agency>.self, AddRecord<Answer>.self, AddRecord<Certificate>.self,
            AddRecord<CustodyEvent>.self,
            AddRecord<Deadline>.self, AddRecord<Decision>.self, AddRecord<CaseDocument>.self,
            AddRecord<Edition>.self,
            AddRecord<OffenceElement>.self, AddRecord<Examination>.self, AddRecord<Exhibit>.self,
            AddRecord<EvidenceFile>.self, AddRecord<Incident>.self, AddParty.self,
            AddRecord<Place>.self,
            AddRecord<Proof>.self, AddRecord<Receipt>.self, AddRecord<Search>.self,
            AddRecord<Translation>.self,
            AddRecord<BundleRecord>.self, AddDrafts.self,
        ]
    )

    @OptionGroup var options: GlobalOptions
}

/// Adds records of one kind from drafts.
struct AddRecord<Body: RecordBody>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Body.kind.commandName,
            abstract: "Add \(Body.kind.article) from a draft."
        )
    }

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(help: ArgumentHelp("The draft, - for standard input.", valueName: "file"), completion: .file())
    var from: String

    func run() async throws {
        let openCase = try options.office().open(`case`)
        try report(try openCase.record(drafts: Input.bytes(of: from), kind: Body.kind), on: options.terminal)
    }
}

/// Adds drafts of any kinds, in order.
struct AddDrafts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drafts",
        abstract: "Add all the records of a <drafts> file, whatever their kinds, in one commit."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(help: ArgumentHelp("The drafts, - for standard input.", valueName: "file"), completion: .file())
    var from: String

    func run() async throws {
        let openCase = try options.office().open(`case`)
        try report(try openCase.record(drafts: Input.bytes(of: from)), on: options.terminal)
    }
}

extension Kind {
    /// `custody-event` for `custodyEvent`.
    var commandName: String {
        rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }

    fileprivate var article: String {
        let name = commandName.replacing("-", with: " ")
        return ("aeiou".contains(name.first!) ? "an " : "a ") + name
    }
}

/// Tells what was recorded.
func report(_ recorded: [Recorded], on terminal: Terminal) throws {
    for item in recorded {
        try terminal.json(RecordedLine(item))
        terminal.print(
            "\(item.kind.rawValue) \(item.label ?? "")  \(terminal.styled(item.id.description, .faint))"
        )
        for finding in item.custodyFindings {
            terminal.print(
                "  \(terminal.styled(finding.severity.rawValue, .warning))  \(finding)  [\(finding.code)]"
            )
        }
    }
    if recorded.contains(where: { $0.custodyFindings.contains { $0.severity == .blocker } }) {
        throw ExitStatus.findings.code
    }
}

private struct RecordedLine: Encodable {
    let id: String
    let kind: String
    let label: String?
    let version: Int
    let findings: [CustodyFinding]

    init(_ recorded: Recorded) {
        id = recorded.id.description
        kind = recorded.kind.rawValue
        label = recorded.label
        version = recorded.version
        findings = recorded.custodyFindings
    }
}
