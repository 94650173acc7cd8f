internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Law

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a case: what is still missing, and what the defence will attack.",
        discussion: """
            The case is held to its jurisdiction's pack: the readiness rules, the chains of custody, the elements of each \
            charge, the statutory clocks, the pack's words. Each finding names its record, its law, what mends it and who \
            can. A finding that the office has weighed is answered with 'dossier answer'; it then stands apart, with its \
            reason. What is marked "check with counsel" was not read in a source of law by whoever wrote the pack. Exit \
            status 0: nothing is open but notes. 1: something is open.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Judge what is still open as of this time, such as 2026-06-01 (default: now).",
            valueName: "date"
        )
    )
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "The language of titles, texts and remedies (default: the case's).",
            valueName: "tag"
        )
    )
    var language: String?

    @Option(
        help: ArgumentHelp("Only findings as grave as this: blocker, warning or note.", valueName: "severity")
    )
    var severity: String?

    @Flag(help: "Only one line for each finding.")
    var short = false

    @Flag(help: "Write the report of the pack's rules in the Schematron Validation Report Language.")
    var svrl = false

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let least = try severity.map { text in
            guard let severity = Severity(rawValue: text) else {
                throw InputError.value(text, "a severity: blocker, warning or note")
            }
            return severity
        }
        let readiness = try openCase.check(
            asOf: try asOf.map { try Input.moment($0, zone: openCase.zone) },
            language: language
        )
        let terminal = options.terminal
        if svrl {
            terminal.write(bytes: readiness.report.ruleReport)
        } else {
            try terminal.json(ReadinessResult(readiness))
            ReadinessPages(readiness, terminal: terminal, isShort: short)
                .print(least: least ?? .note)
        }
        if readiness.open.contains(where: { $0.severity > .note }) { throw ExitStatus.findings.code }
    }
}

/// The report for machines.
private struct ReadinessResult: Encodable {
    let asOf: String
    let pack: String
    let packVersion: String
    let language: String
    let blockers: Int
    let warnings: Int
    let notes: Int
    let findings: [Item]

    struct Item: Encodable {
        let rule: String
        let source: Finding.Source
        let severity: Severity
        let record: String?
        let kind: String?
        let name: String?
        let location: String?
        let related: [String]
        let title: String
        let text: String
        let law: [String]
        let confidence: Confidence
        let remedy: String
        let mender: String?
        let answer: Answered?
    }

    struct Answered: Encodable {
        let record: String
        let decision: String
        let reason: String
        let at: String
        let by: String
        let standing: String

        init(_ stored: StoredAnswer) {
            record = stored.record.id.description
            decision = stored.answer.decision.rawValue
            reason = stored.answer.reason.plain()
            at = stored.answer.at.text
            by = stored.record.recordedBy
            standing = stored.standing.rawValue
        }
    }

    init(_ readiness: Readiness) {
        let (report, names, open) = (readiness.report, readiness.names, readiness.open)
        asOf = report.asOf.text
        pack = report.pack.code
        packVersion = report.pack.version
        language = report.language
        blockers = open.count { $0.severity == .blocker }
        warnings = open.count { $0.severity == .warning }
        notes = open.count { $0.severity == .note }
        findings = report.findings.map { finding in
            Item(
                rule: finding.rule,
                source: finding.source,
                severity: finding.severity,
                record: finding.record?.description,
                kind: finding.record.flatMap { names.kind(of: $0) },
                name: finding.record.map { names.name(of: $0) },
                location: finding.location,
                related: finding.related.map(\.description),
                title: finding.title,
                text: finding.text,
                law: finding.law.map { report.pack.acts.text(of: $0, in: report.language) },
                confidence: finding.confidence,
                remedy: finding.remedy,
                mender: finding.mender,
                answer: readiness.answer(to: finding).map { Answered($0) }
            )
        }
    }
}
