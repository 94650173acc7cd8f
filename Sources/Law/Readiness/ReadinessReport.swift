public import CaseFile

/// What a file still lacks and what the defence will attack, as of a time, by a pack.
public struct ReadinessReport: Sendable {
    /// The gravest first; then by where they come from, by rule, by record.
    public let findings: [Finding]
    public let asOf: Moment
    public let language: String
    public let pack: Pack
    /// The report of the pack's rules alone, in SVRL.
    public let ruleReport: [UInt8]

    public init(findings: [Finding], asOf: Moment, language: String, pack: Pack, ruleReport: [UInt8]) {
        let order = Dictionary(uniqueKeysWithValues: Finding.Source.allCases.enumerated().map { ($1, $0) })
        func key(_ finding: Finding) -> (Int, String, String, String) {
            (order[finding.source] ?? 0, finding.rule, finding.record?.description ?? "", finding.text)
        }
        self.findings = findings.sorted { a, b in
            a.severity != b.severity ? a.severity > b.severity : key(a) < key(b)
        }
        self.asOf = asOf
        self.language = language
        self.pack = pack
        self.ruleReport = ruleReport
    }
}
