internal import ArgumentParser
internal import CaseFile
internal import Casework

struct AnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer a finding of the readiness report, with the reason, or list the answers.",
        discussion: """
            A finding may be true and yet no defect, or known and not to be mended. An answer says so, by whom and why. \
            The decision is accepted (the office knows of it and goes on), explained (the reason answers it) or \
            unfounded (the finding is mistaken).

            The answer becomes part of the sealed log: the report shows it beside the finding, and every bundle \
            carries it, so whoever receives the case reads the reason. Write no name of a protected person into it. It \
            holds for the record as it is now: when the record is amended, or --until is over, the finding is open \
            again. To change your mind, answer again: the last answer counts, and the earlier ones stay in the log.

            dossier answer KOL-7 seal-matches KT-3 --decision explained --by "R. Sen" --reason "Seal re-numbered by \
            the court's order of 3 May."
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Argument(help: "The rule whose finding it is, as the report names it, such as produced-within-24-hours.")
    var rule: String?

    @Argument(help: "The record that the finding is about: its mark, pseudonym, code, number or id.")
    var record: String?

    @Flag(help: "List the answers, and whether each still holds.")
    var list = false

    @Option(help: "Why. Required for an answer.")
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "\(Answer.Decision.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "decision"
        )
    )
    var decision = Answer.Decision.accepted.rawValue

    @Option(help: ArgumentHelp("Who decided it, a person of the case.", valueName: "person"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            "Until when the answer holds; after it the finding is open again.",
            valueName: "date"
        )
    )
    var until: String?

    @Option(help: "What the finding said: references and figures only.")
    var finding: String?

    @Option(
        help: ArgumentHelp("The language of the texts (BCP 47; default: that of the case).", valueName: "tag")
    )
    var language: String?

    func validate() throws {
        if list {
            guard rule == nil, reason == nil else {
                throw ValidationError("--list lists all answers of the case, and takes no rule and no reason")
            }
        } else {
            guard rule != nil, record != nil else {
                throw ValidationError("name the rule and the record, or list the answers with --list")
            }
            guard reason != nil else { throw ValidationError("say why, with --reason") }
        }
    }

    func run() async throws {
        let openCase = try options.office().open(`case`)
        guard let rule, let record, let reason else { return try list(openCase) }
        let language = self.language ?? openCase.language.rawValue
        let recorded = try openCase.answer(
            try Input.plain(rule),
            about: try openCase.record(named: record),
            try Input.word(decision),
            reason: try Input.freeText(reason, language),
            finding: try finding.map { try Input.freeText($0, language) },
            by: try by.map { try openCase.record(named: $0, kinds: [.person]) },
            until: try until.map { try Input.moment($0, zone: openCase.office.surroundings.zone) }
        )
        try report([recorded], on: options.terminal)
    }

    private func list(_ openCase: OpenCase) throws {
        let terminal = options.terminal
        let answers = try openCase.answers()
        try terminal.json(try answers.map { try AnswerLine($0, in: openCase) })
        if answers.isEmpty { terminal.note("no finding of this case has been answered") }
        for stored in answers {
            let answer = stored.answer
            let standing = stored.standing == .stands ? "" : terminal.styled("  \(stored.words)", .warning)
            terminal.print(
                "\(terminal.styled(answer.rule.text, .strong))  \(stored.name)  \(answer.decision.rawValue)\(standing)"
            )
            let who = try answer.answeredBy.map { try openCase.name(of: $0.to) } ?? stored.record.recordedBy
            let until = answer.until.map { ", until \($0.text)" } ?? ""
            terminal.print("  \(who), \(answer.at.text)\(until)")
            terminal.print("  \(try openCase.plain(answer.reason))")
        }
    }
}

extension StoredAnswer {
    fileprivate var name: String {
        let version = answer.recordVersion.value > 1 ? " v\(answer.recordVersion)" : ""
        return "\(kind?.rawValue ?? "record") \(label ?? answer.ref.to.description)\(version)"
    }

    /// Why it does not hold.
    fileprivate var words: String {
        switch standing {
        case .stands: "holds"
        case .over: "open again: its time is over"
        case .outdated: "open again: the record has version \(currentVersion) since"
        case .replaced: "answered again later"
        }
    }
}

extension OpenCase {
    fileprivate func name(of id: RecordID) throws -> String { try label(of: id) ?? id.description }

    fileprivate func plain(_ text: FreeText) throws -> String {
        var names: [RecordID: String] = [:]
        for id in text.references { names[id] = try name(of: id) }
        return text.plain { names[$0] ?? $0.description }
    }
}

/// An answer, in JSON.
private struct AnswerLine: Encodable {
    let id: String
    let rule: String
    let record: String
    let kind: String?
    let label: String?
    let recordVersion: Int
    let decision: String
    let reason: String
    let finding: String?
    let answeredBy: String?
    let at: String
    let until: String?
    let standing: String

    init(_ stored: StoredAnswer, in openCase: OpenCase) throws {
        let answer = stored.answer
        id = stored.record.id.description
        rule = answer.rule.text
        record = answer.ref.to.description
        kind = stored.kind?.rawValue
        label = stored.label
        recordVersion = answer.recordVersion.value
        decision = answer.decision.rawValue
        reason = try openCase.plain(answer.reason)
        finding = try answer.finding.map { try openCase.plain($0) }
        answeredBy = answer.answeredBy?.to.description
        at = answer.at.text
        until = answer.until?.text
        standing = stored.standing.rawValue
    }
}
