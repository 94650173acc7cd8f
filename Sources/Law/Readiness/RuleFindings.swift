public import CaseFile
public import XML

/// Asks a pack's rules of a case file.
public struct RuleFindings {
    private let pack: Pack
    private let language: String

    public init(pack: Pack, language: String) {
        self.pack = pack
        self.language = language
    }

    /// - Returns: what the rules find, and the report in SVRL that it was read from.
    public func findings(
        in caseFile: Document,
        asOf: Moment
    ) throws(XMLError) -> (findings: [Finding], report: [UInt8]) {
        let report = try pack.compiledRules.report(on: caseFile, asOf: asOf, language: language)
        let rules = Dictionary(pack.rules.map { ($0.name, $0) }) { first, _ in first }
        let findings = try RuleHit.read(report).map { hit in
            let rule = rules[hit.rule]
            var finding = Finding(
                rule: hit.rule,
                source: .rules,
                severity: rule?.severity ?? .warning,
                record: hit.record,
                title: rule?.title.text(in: language) ?? hit.rule,
                text: hit.text
            )
            finding.location = hit.location
            finding.law = rule?.law ?? []
            finding.confidence = rule?.confidence ?? .memory
            finding.remedy = rule?.remedy.text(in: language) ?? ""
            finding.mender = rule?.mender
            return finding
        }
        return (findings, report)
    }
}
