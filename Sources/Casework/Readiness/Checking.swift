public import CaseFile
public import Law
internal import XML

/// The readiness report of a case, and what the office has answered to it.
public struct Readiness {
    public let report: ReadinessReport
    public let answers: [StoredAnswer]
    public let names: CaseNames
    private let last: [String: Int]

    init(report: ReadinessReport, answers: [StoredAnswer], names: CaseNames) {
        self.report = report
        self.answers = answers
        self.names = names
        var last: [String: Int] = [:]
        for (index, answer) in answers.enumerated() {
            last[Self.key(answer.answer.rule.text, answer.answer.ref.to)] = index
        }
        self.last = last
    }

    private static func key(_ rule: String, _ record: RecordID) -> String { "\(rule) \(record)" }

    /// The last answer to a finding, whether it still stands or not.
    public func answer(to finding: Finding) -> StoredAnswer? {
        finding.record.flatMap { last[Self.key(finding.rule, $0)] }.map { answers[$0] }
    }

    /// The findings that no answer stands against.
    public var open: [Finding] { report.findings.filter { answer(to: $0)?.standing != .stands } }

    /// The findings that are answered, each with its answer.
    public var answered: [(finding: Finding, answer: StoredAnswer)] {
        report.findings.compactMap { finding in
            guard let answer = answer(to: finding), answer.standing == .stands else { return nil }
            return (finding, answer)
        }
    }
}

// What is still missing, and what will the defence attack?

extension OpenCase {
    /// Holds the case to its jurisdiction's pack: rules, custody, words.
    ///
    /// - Parameters:
    ///   - asOf: the time against which what is still open is judged; nil: now. All that is on file counts.
    ///   - language: of titles, texts and remedies; nil: the case's.
    /// - Throws: `.noPack`, `.pack`.
    public func check(asOf: Moment? = nil, language: String? = nil) throws -> Readiness {
        let pack = try pack()
        // A day is judged at its end: what was done on it was done.
        let now = asOf.map { Moment(microseconds: $0.latest, zone: $0.zone) } ?? office.surroundings.moment()
        let language = language ?? self.language.rawValue
        let view = try caseFileView(asOf: now)
        let names = CaseNames(
            of: view.document,
            words: try office.templates.reportWords(),
            language: language
        )
        var (findings, ruleReport) = try RuleFindings(pack: pack, language: language)
            .findings(in: view.document, asOf: now)
        findings += view.custody.findings(at: now).map { finding in
            // In English the rule's own title says what is wrong; the pack's words say what the rule asks for.
            let isEnglish = language.hasPrefix("en")
            let title =
                isEnglish ? nil : pack.vocabularies["custody-rule"]?[finding.code]?.label.text(in: language)
            return Finding(finding, title: title, naming: names.name)
        }
        let matrix = ProofMatrix(view.proof, offences: pack.offences)
        findings += ProofFindings(matrix, names: ProofNames(view.proof), pack: pack, language: language).all()
        let clocks = try clocks(in: view.document, of: pack, asOf: now, language: language)
        // A rule that stands for a clock has said it already where it fired.
        let told = Set(
            pack.rules.filter { rule in rule.clock != nil && findings.contains { $0.rule == rule.name } }
                .compactMap(\.clock)
        )
        findings += clocks.findings().filter { finding in !told.contains { "deadline.\($0)" == finding.rule }
        }
        findings += try WordFindings(pack: pack, language: language).findings(in: view.document)
        let report = ReadinessReport(
            findings: findings,
            asOf: now,
            language: language,
            pack: pack,
            ruleReport: ruleReport
        )
        return Readiness(report: report, answers: try answers(at: now), names: names)
    }
}
