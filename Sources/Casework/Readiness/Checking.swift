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
        let now = judged(asOf)
        let language = language ?? self.language.rawValue
        // Two threads, two cores: the pack is read while the log is, and then the rules are asked while everything else is
        // looked at. A tree of libxml2's is not for two threads, so each has its own.
        let (office, code) = (office, try caseRecord().jurisdiction.text)
        let (pack, view) = try TwoAtOnce.run {
            try office.pack(code)
        } and: {
            try caseFileView(asOf: now)
        }
        let ((ruleFindings, ruleReport), rest) = try TwoAtOnce.run {
            try RuleFindings(pack: pack, language: language).findings(in: view.document(), asOf: now)
        } and: {
            let custody = try view.custodyRegister().findings(at: now)
            let records = try view.proofRecords()
            let proof = ProofFindings(
                ProofMatrix(records, offences: pack.offences),
                names: ProofNames(records),
                pack: pack,
                language: language
            ).all()
            let document = try view.document()
            let clocks = try self.clocks(in: document, of: pack, asOf: now, language: language)
            let words = try WordFindings(pack: pack, language: language).findings(in: document)
            return (custody, proof, clocks, words)
        }
        let (custody, proofFindings, caseClocks, wordFindings) = rest
        let names = caseClocks.names
        var findings = ruleFindings
        findings += custody.map { finding in
            // In English the rule's own title says what is wrong; the pack's words say what the rule asks for.
            let isEnglish = language.hasPrefix("en")
            let title =
                isEnglish ? nil : pack.vocabularies["custody-rule"]?[finding.code]?.label.text(in: language)
            return Finding(finding, title: title, naming: names.name)
        }
        findings += proofFindings
        findings += caseClocks.findings()
        findings += ProtectionFindings(
            people: try protection(by: pack, asOf: now),
            words: try office.templates.reportWords(),
            language: language
        ).all()
        findings += wordFindings
        let report = ReadinessReport(
            findings: Self.toldOnce(findings, by: pack),
            asOf: now,
            language: language,
            pack: pack,
            ruleReport: ruleReport
        )
        return Readiness(report: report, answers: try answers(at: now), names: names)
    }

    /// Without what a rule of the pack has told already: the clock that it stands for, and what it tells of a record in the
    /// program's stead.
    ///
    /// A rule may look at another record than the clock does, at the examination and not at the exhibit. Where it fired as
    /// often as clocks were missed, it has told of all of them; else only of those that share a record with it.
    private static func toldOnce(_ findings: [Finding], by pack: Pack) -> [Finding] {
        var told: [String: [RecordID]] = [:]
        let rules = Dictionary(pack.rules.map { ($0.name, $0) }) { first, _ in first }
        for finding in findings where finding.source == .rules {
            guard let rule = rules[finding.rule], let record = finding.record else { continue }
            for other in rule.insteadOf + (rule.clock.map { ["deadline.\($0)"] } ?? []) {
                told[other, default: []].append(record)
            }
        }
        let missed = Dictionary(
            grouping: findings.filter { $0.source == .deadlines && $0.severity > .note },
            by: \.rule
        )
        return findings.filter { finding in
            guard finding.source != .rules, let records = told[finding.rule] else { return true }
            if finding.source == .deadlines, records.count >= missed[finding.rule]?.count ?? 0 {
                return false
            }
            let own = ([finding.record] + finding.related).compactMap { $0 }
            return !own.contains(where: records.contains)
        }
    }
}
