public import CaseFile
public import Law
internal import XML

// What is still missing, and what will the defence attack?

extension OpenCase {
    /// Holds the case to its jurisdiction's pack: rules, custody, words.
    ///
    /// - Parameters:
    ///   - asOf: the time against which what is still open is judged; nil: now. All that is on file counts.
    ///   - language: of titles, texts and remedies; nil: the case's.
    /// - Throws: `.noPack`, `.pack`.
    public func check(asOf: Moment? = nil, language: String? = nil) throws -> ReadinessReport {
        let pack = try pack()
        let asOf = asOf ?? office.surroundings.moment()
        let language = language ?? self.language.rawValue
        let view = try caseFileView(asOf: asOf)
        let names = names()
        var (findings, ruleReport) = try RuleFindings(pack: pack, language: language)
            .findings(in: view.document, asOf: asOf)
        findings += view.custody.findings(at: asOf).map { finding in
            let title = pack.vocabularies["custody-rule"]?[finding.code]?.label.text(in: language)
            return Finding(finding, title: title, naming: names.name)
        }
        findings += try WordFindings(pack: pack, language: language).findings(in: view.document)
        return ReadinessReport(
            findings: findings,
            asOf: asOf,
            language: language,
            pack: pack,
            ruleReport: ruleReport
        )
    }

    /// What the file calls its records.
    public func names() -> RecordNames { RecordNames(self) }
}
