internal import CaseFile
internal import Casework
internal import Law

/// The proof matrix for machines.
struct ProofResult: Encodable {
    let language: String
    let pack: String
    let packVersion: String
    let charges: [Charge]
    let singlePointsOfFailure: [Struck]
    let without: Struck?
    let findings: [Item]

    struct Charge: Encodable {
        let id: String
        let name: String
        let accused: String
        let offence: String
        let provision: String
        let count: Int?
        let from: String
        let until: String?
        let hasElements: Bool
        let proved: Bool
        let element: Element?
    }

    struct Element: Encodable {
        let code: String
        let record: String?
        let text: String
        let join: String?
        let presumption: String?
        let proved: Bool
        let lost: Bool
        let age: Age?
        let proofs: [Link]
        let parts: [Element]
    }

    struct Age: Encodable {
        let limit: String
        let verdict: String
        let people: [Person]

        struct Person: Encodable {
            let party: String
            let atLeast: Int?
            let atMost: Int?
            let basis: String?
            let disagreeing: [String]
            let verdict: String
        }
    }

    struct Link: Encodable {
        let record: String
        let source: String?
        let name: String
        let manner: String
        let bearing: String
        let witnesses: [String]
        let struckOut: Bool
    }

    struct Struck: Encodable {
        let records: [String]
        let names: [String]
        let proofs: [String]
        let fallenCharges: [String]
        let losses: [Loss]
        let nothingLeftAgainst: [String]

        struct Loss: Encodable {
            let charge: String
            let falls: Bool
            let elements: [String]
        }
    }

    struct Item: Encodable {
        let rule: String
        let severity: Severity
        let record: String?
        let text: String
    }

    init(_ proving: Proving, shown: [Int], strike: Strike?, singles: [Strike]) {
        language = proving.language
        pack = proving.pack.code
        packVersion = proving.pack.version
        let writer = Writer(proving: proving, strike: strike)
        charges = shown.map(writer.charge)
        singlePointsOfFailure = singles.map(writer.struck)
        without = strike.map(writer.struck)
        findings = proving.findings(of: shown).map {
            Item(rule: $0.rule, severity: $0.severity, record: $0.record?.description, text: $0.text)
        }
    }
}

private struct Writer {
    let proving: Proving
    let strike: Strike?

    var matrix: ProofMatrix { proving.matrix }
    var names: ProofNames { proving.names }

    func charge(_ index: Int) -> ProofResult.Charge {
        let charge = matrix.charges[index]
        let loss = strike?.losses.first { $0.charge == index }
        let state = loss?.state ?? charge.state
        let body = charge.charge
        return ProofResult.Charge(
            id: charge.id.description,
            name: names.name(of: charge),
            accused: names.name(charge.accused),
            offence: body.offence.text,
            provision: "\(body.provision.act.text) \(body.provision.section.text)",
            count: body.count?.value,
            from: body.from.text,
            until: body.until?.text,
            hasElements: charge.hasElements,
            proved: state.isProved,
            element: charge.tree.nodes.isEmpty ? nil : element(0, of: charge, state, Set(loss?.nodes ?? []))
        )
    }

    private func element(
        _ number: Int,
        of charge: ChargeProof,
        _ state: ProofTree.State,
        _ lost: Set<Int>
    ) -> ProofResult.Element {
        let node = charge.tree.nodes[number]
        let fact = charge.tree.facts[node.fact]
        return ProofResult.Element(
            code: node.code,
            record: node.element?.description,
            text: node.text(in: proving.language, naming: names.name),
            join: node.join?.rawValue,
            presumption: node.presumption?.description,
            proved: state.nodes[number],
            lost: lost.contains(number),
            age: node.isLeaf ? fact.age.map(age) : nil,
            proofs: fact.links.map(link),
            parts: node.parts.map { element($0, of: charge, state, lost) }
        )
    }

    private func age(_ age: AgeCheck) -> ProofResult.Age {
        ProofResult.Age(
            limit: "\(age.limit)",
            verdict: "\(age.verdict)",
            people: age.people.map { person in
                ProofResult.Age.Person(
                    party: names.name(person.party),
                    atLeast: person.years?.lowerBound,
                    atMost: person.years?.upperBound,
                    basis: person.basis,
                    disagreeing: person.disagreeing,
                    verdict: "\(person.verdict)"
                )
            }
        )
    }

    private func link(_ number: Int) -> ProofResult.Link {
        let link = matrix.links[number]
        return ProofResult.Link(
            record: link.id.description,
            source: link.source?.description,
            name: names.citation(of: link),
            manner: link.proof.manner.rawValue,
            bearing: link.proof.bearing.rawValue,
            witnesses: link.witnesses.map(names.name),
            struckOut: strike?.links.contains(number) ?? false
        )
    }

    func struck(_ strike: Strike) -> ProofResult.Struck {
        ProofResult.Struck(
            records: strike.struck.map(\.description),
            names: strike.struck.map(names.name),
            proofs: strike.links.map { matrix.links[$0].id.description },
            fallenCharges: strike.fallenCharges.map { matrix.charges[$0].id.description },
            losses: strike.losses.map { loss in
                let charge = matrix.charges[loss.charge]
                return ProofResult.Struck.Loss(
                    charge: charge.id.description,
                    falls: loss.chargeFalls,
                    elements: loss.nodes.map { charge.tree.nodes[$0].code }
                )
            },
            nothingLeftAgainst: strike.nothingLeft.map(names.name)
        )
    }
}
