internal import CaseFile
internal import Law

/// What the protection of people comes to in the readiness report: who is called by name, and of whom it cannot be told.
struct ProtectionFindings {
    let people: [Protected]
    let words: ReportWords
    let language: String

    func all() -> [Finding] {
        people.flatMap { protected -> [Finding] in
            if protected.isNamed { return [finding("protection.named", .blocker, protected)] }
            return protected.isUnclear ? [finding("protection.unclear", .warning, protected)] : []
        }
    }

    private func finding(_ rule: String, _ severity: Severity, _ protected: Protected) -> Finding {
        let rules = protected.person.rules
        let why = rules.map { $0.label.text(in: language) }.joined(separator: "; ")
        var finding = Finding(
            rule: rule,
            source: .protection,
            severity: severity,
            record: protected.parties.first ?? protected.person.person,
            title: words.text(rule, in: language),
            text: "\(protected.name): \(why)"
        )
        finding.related = (protected.parties + [protected.person.person] + protected.charges).filter {
            $0 != finding.record
        }
        finding.law = rules.flatMap(\.law).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        finding.confidence = rules.map(\.confidence).min() ?? .memory
        finding.remedy = words.text("\(rule).remedy", in: language)
        finding.mender = "caseworker"
        return finding
    }
}
