internal import CaseFile

// What is thin: an element on one item, on one witness, on statements to the police; and ages and roles.

extension ProofFindings {
    /// Whether a charge hangs on a fact: with it gone, the charge is not proved, or could not be once the rest is.
    private func isNeeded(_ fact: Int, in charge: ChargeProof) -> Bool {
        var facts = charge.isProved ? charge.state.facts : charge.state.facts.map { _ in true }
        facts[fact] = false
        return !charge.tree.isProved(facts)
    }

    func thinFindings(_ fact: Int, of charge: ChargeProof) -> [Finding] {
        guard charge.tree.isLeaf(fact) else { return [] }
        let text = quoted(fact: fact, of: charge)
        var findings: [Finding] = []
        let against = links(fact, of: charge, supporting: false)
        if !against.isEmpty {
            findings.append(
                finding(
                    .against,
                    charge,
                    fact: fact,
                    related: against.map(\.id),
                    "\(list(against.map(names.citation))) speaks against \(text)"
                )
            )
        }
        let supports = links(fact, of: charge)
        guard !supports.isEmpty, charge.state.facts[fact], isNeeded(fact, in: charge) else { return findings }
        let related = supports.map(\.id)
        let citations = list(supports.map(names.citation))
        func add(_ rule: ProofRule, _ message: String) {
            findings.append(finding(rule, charge, fact: fact, related: related, message))
        }
        if supports.allSatisfy(\.witnesses.isEmpty) {
            add(.noWitness, "no witness brings in \(citations), which alone proves \(text)")
        }
        let items = Set(supports.compactMap { $0.source.map(matrix.graph.item) })
        if items.count == 1 {
            add(.oneItem, "\(text) hangs on \(names.name(items.first!)) alone")
        } else if let witness = onlyWitness(supports) {
            add(.oneWitness, "\(text) hangs on \(names.name(witness)) alone (\(citations))")
        }
        let statements = supports.map { $0.proof.statement.flatMap { matrix.records.statements[$0.to] } }
        if statements.allSatisfy({ $0.map { policeStatements.contains($0.kind.text) } ?? false }) {
            add(.onlyPoliceStatement, "\(text) rests on \(citations) alone, made to the police")
        }
        return findings
    }

    /// The witness without whom none of these stands.
    private func onlyWitness(_ links: [ProofLink]) -> RecordID? {
        guard let first = links.first else { return nil }
        let maker = first.proof.statement.flatMap { matrix.records.statements[$0.to]?.maker.to }
        return (first.witnesses + [maker].compactMap { $0 }).first { witness in
            links.allSatisfy { link in
                link.witnesses == [witness]
                    || link.source.map { matrix.graph.falls($0, with: [witness]) } ?? false
            }
        }
    }

    func ageFindings(_ fact: Int, of charge: ChargeProof) -> [Finding] {
        guard let age = charge.tree.facts[fact].age else { return [] }
        // An alternative that nobody relies on may well be contradicted: another age, another limb.
        guard !links(fact, of: charge).isEmpty || isNeeded(fact, in: charge) else { return [] }
        let days = charge.charge.days
        let time =
            days.lowerBound == days.upperBound
            ? "on \(days.lowerBound)" : "between \(days.lowerBound) and \(days.upperBound)"
        func told(_ verdict: AgeCheck.Verdict) -> String {
            list(age.people.filter { $0.verdict == verdict }.map { "\(names.name($0.party)) was \($0.told)" })
        }
        let text = quoted(fact: fact, of: charge)
        let related = age.people.map(\.party)
        var findings: [Finding] = []
        func add(_ rule: ProofRule, _ message: String) {
            findings.append(finding(rule, charge, fact: fact, related: related, message))
        }
        switch age.verdict {
        case .met: break
        case .contradicted:
            add(.ageContradicts, "\(told(.contradicted)) \(time); \(text) asks for \(age.limit)")
        case .straddles:
            add(
                .ageStraddles,
                "\(told(.straddles)) \(time); \(text) asks for \(age.limit), which cannot be told"
            )
        case .unknown where links(fact, of: charge).isEmpty: break
        case .unknown:
            add(
                .ageUnrecorded,
                "no age is on record for \(list(age.people.map { names.name($0.party) })); \(text) asks for \(age.limit)"
            )
        }
        for person in age.people where !person.disagreeing.isEmpty {
            add(
                .ageDisagrees,
                "the age of \(names.name(person.party)) by \(person.basis ?? "") cannot be right together with that by "
                    + list(person.disagreeing)
            )
        }
        return findings
    }

    func roleFindings(_ accused: RecordID) -> [Finding] {
        let charges = (matrix.chargesOf[accused] ?? []).map { matrix.charges[$0] }
        guard let first = charges.first else { return [] }
        var findings: [Finding] = []
        if matrix.records.parties[accused]?.allegedRole == nil,
            let charge = charges.first(where: { $0.charge.allegedRole == nil })
        {
            findings.append(
                finding(
                    .noRole,
                    charge,
                    record: accused,
                    "neither the charge nor the party says what \(names.name(accused)) did"
                )
            )
        }
        let links = (matrix.chargesOf[accused] ?? []).reduce(0) { $0 + matrix.supportsOf[$1] }
        if links == 0 {
            let text = "nothing on file is linked to any charge against \(names.name(accused))"
            findings.append(finding(.noRole, first, record: accused, text))
        }
        return findings
    }
}

extension PersonAge {
    /// `15 to 17 years old by ossification-test`.
    public var told: String {
        guard let years else { return "of an age that is not on record" }
        let basis = basis.map { " by \($0)" } ?? ""
        if years.upperBound > 150 { return "\(years.lowerBound) or more years old\(basis)" }
        if years.lowerBound == years.upperBound { return "\(years.lowerBound) years old\(basis)" }
        return "\(years.lowerBound) to \(years.upperBound) years old\(basis)"
    }
}
