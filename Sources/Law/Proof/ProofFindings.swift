internal import CaseFile

/// What the matrix says is missing, thin or wrong, as findings of the readiness report.
public struct ProofFindings {
    let matrix: ProofMatrix
    let names: ProofNames
    let language: String
    private let title: (ProofRule) -> String?
    private let cites: (Citation) -> Bool
    /// The kinds of statements that are made to the police and are no evidence of what they state.
    let policeStatements: Set<String>

    /// - Parameters:
    ///   - language: of the elements' texts.
    ///   - title: of a rule, in that language; nil: its own, in English.
    ///   - cites: whether the pack has a citation.
    public init(
        _ matrix: ProofMatrix,
        names: ProofNames,
        language: String = "en",
        policeStatements: Set<String> = ["s180", "s161"],
        title: @escaping (ProofRule) -> String? = { _ in nil },
        cites: @escaping (Citation) -> Bool = { _ in true }
    ) {
        self.matrix = matrix
        self.names = names
        self.language = language
        self.policeStatements = policeStatements
        self.title = title
        self.cites = cites
    }

    /// By charge, in the order of the file; those about an accused come last.
    public func all() -> [Finding] {
        var findings: [Finding] = []
        for charge in matrix.charges {
            findings += offenceFindings(charge) + treeFindings(charge) + gapFindings(charge)
            findings += foundationFindings(charge)
            for fact in charge.tree.facts.indices {
                findings += thinFindings(fact, of: charge) + ageFindings(fact, of: charge)
            }
        }
        var seen: Set<RecordID> = []
        for charge in matrix.charges where seen.insert(charge.accused).inserted {
            findings += roleFindings(charge.accused)
        }
        return findings
    }

    // MARK: One finding

    func finding(
        _ rule: ProofRule,
        _ charge: ChargeProof,
        fact: Int? = nil,
        related: [RecordID] = [],
        _ text: String
    ) -> Finding {
        let element = fact.flatMap { charge.tree.node(of: $0).element }
        return finding(rule, charge, record: element ?? charge.id, related: related, text)
    }

    func finding(
        _ rule: ProofRule,
        _ charge: ChargeProof,
        record: RecordID,
        related: [RecordID] = [],
        _ text: String
    ) -> Finding {
        var finding = Finding(
            rule: rule.rawValue,
            source: .proof,
            severity: rule.severity,
            record: record,
            title: title(rule) ?? rule.title,
            text: "\(names.name(of: charge)): \(text)"
        )
        let provision = charge.charge.provision
        let offence =
            charge.offence?.citation
            ?? .section(act: provision.act.text, section: provision.section.text)
        finding.law = [offence] + rule.basis.filter(cites)
        finding.confidence = charge.offence?.confidence ?? .memory
        finding.remedy = rule.remedy
        finding.mender = rule.mender
        finding.related = ([charge.id] + related).filter { $0 != record }
        return finding
    }

    /// An element's text, quoted.
    func quoted(_ node: ProofTree.Node) -> String {
        var text = node.text(in: language, naming: names.name)
        if text.hasSuffix(".") || text.hasSuffix("।") { text.removeLast() }
        return "“\(text)”"
    }

    func quoted(fact: Int, of charge: ChargeProof) -> String { quoted(charge.tree.node(of: fact)) }

    /// The links of a fact that support it, or undermine it.
    func links(_ fact: Int, of charge: ChargeProof, supporting: Bool = true) -> [ProofLink] {
        charge.tree.facts[fact].links.map { matrix.links[$0] }.filter { $0.supports == supporting }
    }

    func list(_ items: [String]) -> String { items.joined(separator: ", ") }
}

// MARK: The offence

extension ProofFindings {
    private func offenceFindings(_ charge: ChargeProof) -> [Finding] {
        let body = charge.charge
        guard let offence = charge.offence else {
            let near = matrix.offences.offences(
                act: body.provision.act.text,
                section: body.provision.section.text
            )
            let hint = near.isEmpty ? "" : "; perhaps this is meant: \(list(near.map(\.code)))"
            return [finding(.offenceUnknown, charge, "the pack has no offence \(body.offence.text)\(hint)")]
        }
        var findings: [Finding] = []
        let days = body.days
        let time =
            days.lowerBound == days.upperBound
            ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
        func named(_ offences: [Offence]) -> String {
            list(offences.map { "\($0.citation) (\($0.code))" })
        }
        let name = "\(offence.citation)"
        let before = matrix.offences.predecessors(of: offence)
        let after = matrix.offences.successors(of: offence)
        let governedBefore = before.isEmpty ? list(offence.predecessors.map(\.description)) : named(before)
        switch offence.standing(in: days) {
        case .inForce: break
        case .notYet:
            let hint = governedBefore.isEmpty ? "" : "; what was law then is \(governedBefore)"
            findings.append(
                finding(
                    .offenceNotInForce,
                    charge,
                    "\(name) is law only from \(offence.from!); the charge is of \(time)\(hint)"
                )
            )
        case .noLonger:
            let hint = after.isEmpty ? "" : "; what is law since is \(named(after))"
            findings.append(
                finding(
                    .offenceNotInForce,
                    charge,
                    "\(name) was law until \(offence.until!); the charge is of \(time)\(hint)"
                )
            )
        case .partly:
            let isBefore = offence.from.map { days.lowerBound < $0 } ?? false
            let bound = isBefore ? "is law from \(offence.from!)" : "was law until \(offence.until!)"
            let other = isBefore ? governedBefore : named(after)
            let hint = other.isEmpty ? "" : "; the rest of the time is under \(other)"
            findings.append(
                finding(.offencePartlyInForce, charge, "\(name) \(bound); the charge is of \(time)\(hint)")
            )
        }
        if !offence.covers(body.provision) {
            findings.append(
                finding(.provisionDiffers, charge, "its offence \(offence.code) is \(name)")
            )
        }
        if offence.isReadWithOthers {
            findings.append(finding(.readWithOthers, charge, "\(name) is no offence of itself"))
        }
        return findings
    }
}

extension Offence {
    /// Whether a provision is the offence's section, or a part of it, or the whole that it is in.
    func covers(_ provision: Provision) -> Bool {
        func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }
        func isPart(_ part: String, of whole: String) -> Bool {
            part == whole || part.hasPrefix(whole) && part.dropFirst(whole.count).hasPrefix("(")
        }
        let (own, other) = (plain(section), plain(provision.section.text))
        return act == provision.act.text && (isPart(own, of: other) || isPart(other, of: own))
    }
}

extension ProofFindings {
    /// With the titles of a pack, and of the citations those that it has.
    public init(_ matrix: ProofMatrix, names: ProofNames, pack: Pack, language: String) {
        self.init(
            matrix,
            names: names,
            language: language,
            title: { pack.vocabularies["proof-rule"]?[$0.rawValue]?.label.text(in: language) },
            cites: pack.acts.resolves
        )
    }
}
