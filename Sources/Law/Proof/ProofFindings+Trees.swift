internal import CaseFile

// What is not proved, and where the tree on file is not the law's.

extension ProofFindings {
    func treeFindings(_ charge: ChargeProof) -> [Finding] {
        let tree = charge.tree
        func fact(_ code: String) -> Int? { tree.facts.firstIndex { $0.code == code } }
        func quoted(code: String) -> String {
            fact(code).map { self.quoted(fact: $0, of: charge) } ?? code
        }
        var findings: [Finding] = []
        var missing: [String] = []
        for difference in tree.differences {
            switch difference {
            case .missing(let code): missing.append(quoted(code: code))
            case .notDivided(let code, let parts):
                findings.append(
                    finding(
                        .treeIncomplete,
                        charge,
                        fact: fact(code),
                        "\(quoted(code: code)) is proved as one; the law asks for its parts: \(list(parts))"
                    )
                )
            case .joinedOtherwise(let code):
                findings.append(
                    finding(
                        .treeDeparts,
                        charge,
                        fact: fact(code),
                        "the parts of \(quoted(code: code)) are joined otherwise than in the law; all are asked for here"
                    )
                )
            case .alternativeNotInLaw(let code):
                findings.append(
                    finding(
                        .treeDeparts,
                        charge,
                        fact: fact(code),
                        "\(quoted(code: code)) is an alternative that the law does not have"
                    )
                )
            case .loose(let code):
                findings.append(
                    finding(
                        .treeDeparts,
                        charge,
                        "the element \(code) hangs on none of the charge's elements"
                    )
                )
            }
        }
        if !missing.isEmpty {
            findings.append(
                finding(.treeIncomplete, charge, "the law also asks for \(list(missing))")
            )
        }
        for fact in tree.facts.indices where !tree.isLeaf(fact) && !tree.facts[fact].links.isEmpty {
            findings.append(
                finding(
                    .notOnALeaf,
                    charge,
                    fact: fact,
                    "\(list(links(fact, of: charge).map(names.citation))) is linked to "
                        + "\(self.quoted(fact: fact, of: charge)), which is proved only by its parts"
                )
            )
        }
        return findings
    }

    /// What keeps a charge from standing.
    func gapFindings(_ charge: ChargeProof) -> [Finding] {
        let tree = charge.tree
        guard !tree.nodes.isEmpty, !charge.isProved else { return [] }
        let leaves = tree.facts.indices.filter { tree.isLeaf($0) }
        guard leaves.contains(where: { !links($0, of: charge).isEmpty }) else {
            return [
                finding(
                    .elementUnproved,
                    charge,
                    "nothing is linked to any of its \(leaves.count) elements"
                )
            ]
        }
        var told: Set<Int> = []
        return gaps(at: 0, in: charge).compactMap { index in
            let node = tree.nodes[index]
            guard told.insert(node.fact).inserted else { return nil }
            // An age on record that contradicts it is told by itself.
            if node.isLeaf, !links(node.fact, of: charge).isEmpty { return nil }
            guard node.join == .any else {
                return finding(.elementUnproved, charge, fact: node.fact, "nothing proves \(quoted(node))")
            }
            let nearest = node.parts.map { gaps(at: $0, in: charge) }.min { $0.count < $1.count } ?? []
            let lacks = list(nearest.map { quoted(tree.nodes[$0]) })
            return finding(
                .elementUnproved,
                charge,
                fact: node.fact,
                "none of the ways to prove \(quoted(node)) is proved; what lacks least, lacks \(lacks)"
            )
        }
    }

    /// The nodes whose proof would prove a node: its unproved parts, down to leaves and to alternatives.
    private func gaps(at index: Int, in charge: ChargeProof) -> [Int] {
        guard !charge.state.nodes[index] else { return [] }
        let node = charge.tree.nodes[index]
        return node.join == .all ? node.parts.flatMap { gaps(at: $0, in: charge) } : [index]
    }

    /// A presumption that somebody relies on, and whose foundation is not laid.
    func foundationFindings(_ charge: ChargeProof) -> [Finding] {
        let tree = charge.tree
        return tree.nodes.indices.compactMap { index in
            let node = tree.nodes[index]
            guard let presumption = node.presumption, !charge.state.nodes[index] else { return nil }
            // By its element, not by its fact: the same fact may stand in another presumption, on which nobody relies.
            let below = Set(elements(below: index, in: tree))
            let isReliedOn = charge.tree.facts.contains { fact in
                fact.links.map { matrix.links[$0].proof }.contains { proof in
                    proof.manner == .presumption && proof.bearing == .supports
                        && below.contains(proof.element.to)
                }
            }
            guard isReliedOn else { return nil }
            let lacks = gaps(at: index, in: charge).map { quoted(tree.nodes[$0]) }
            return finding(
                .foundationUnproved,
                charge,
                fact: node.fact,
                "the presumption of \(presumption) is relied on; its foundation \(list(lacks)) is not proved"
            )
        }
    }

    private func elements(below index: Int, in tree: ProofTree) -> [RecordID] {
        tree.nodes[index].parts.flatMap { part in
            [tree.nodes[part].element].compactMap { $0 } + elements(below: part, in: tree)
        }
    }
}
