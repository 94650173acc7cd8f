public import ArgumentParser
public import CaseFile
internal import Casework

struct CustodyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "custody",
        abstract: "Record an event in an exhibit's chain of custody, or show the chain.",
        discussion: """
            Without EVENT the chain is shown with what its rules find. An event that breaks a rule is refused, with \
            the reason; one that another agency reports as a fact (--reported-by) is recorded with its finding.

            Events: \(CustodyEventKind.allCases.map(\.rawValue).joined(separator: ", ")).
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Argument(help: "The exhibit: its mark or its id.")
    var exhibit: String

    @Argument(help: "The event; none to show the chain.")
    var event: CustodyEventKind?

    @OptionGroup(title: "The event") var fields: CustodyFields

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let id = try openCase.record(named: exhibit, kinds: [.exhibit])
        if let event {
            let body = try fields.body(event, of: id, in: openCase)
            try report(try openCase.record([body]), on: options.terminal)
        } else {
            try show(try openCase.chain(of: id), of: openCase)
        }
    }

    private func show(_ chain: ExhibitChain, of openCase: OpenCase) throws {
        let terminal = options.terminal
        try terminal.json(ChainResult(chain))
        terminal.print(
            terminal.styled(
                "\(chain.exhibit?.label ?? exhibit): \(counted(chain.events.count, "event"))",
                .strong
            )
        )
        func name(_ id: RecordID?) throws -> String {
            try id.map { try openCase.label(of: $0) ?? $0.description } ?? "—"
        }
        var rows: [[String]] = []
        for (number, stored) in chain.events.enumerated() {
            guard let event = stored.record.body as? CustodyEvent else { continue }
            rows.append([
                "\(number + 1)", event.at.text, event.event.rawValue, try name(event.releasedBy?.to),
                try name(event.receivedBy?.to), try name((event.placeTo ?? event.placeFrom)?.to),
                event.sealAfter?.text ?? event.sealBefore?.text ?? "",
            ])
        }
        terminal.table(rows, header: ["", "when", "event", "released by", "received by", "place", "seal"])
        for finding in chain.findings {
            let style: Terminal.Style = finding.severity == .blocker ? .bad : .warning
            terminal.print(
                "\(terminal.styled(finding.severity.rawValue, style))  \(finding)  [\(finding.code)]"
            )
        }
        if chain.findings.contains(where: { $0.severity == .blocker }) { throw ExitStatus.findings.code }
    }
}

extension CustodyEventKind: ExpressibleByArgument {}

private struct ChainResult: Encodable {
    let exhibit: String?
    let events: [RecordLine]
    let findings: [CustodyFinding]

    init(_ chain: ExhibitChain) {
        exhibit = chain.exhibit?.label
        events = chain.events.map(RecordLine.init)
        findings = chain.findings
    }
}
