public import CaseFile

/// For each charge, what must be proved and what proves it.
///
/// It is computed once from the records; striking evidence out asks only the trees that it touches.
public struct ProofMatrix: Sendable {
    /// The charges that are to be proved, in the order of the file. Those that were withdrawn, or ended in discharge or
    /// acquittal, are not among them.
    public private(set) var charges: [ChargeProof] = []
    /// What proves or undermines the facts of all trees.
    public private(set) var links: [ProofLink] = []
    public let records: ProofRecords
    let offences: Offences
    let graph: EvidenceGraph
    /// By record, the links whose evidence hangs on it in one way or another.
    private(set) var linksOfEvidence: [RecordID: [Int]] = [:]
    private(set) var linksOfWitness: [RecordID: [Int]] = [:]
    /// By accused.
    private(set) var chargesOf: [RecordID: [Int]] = [:]
    /// By charge, how many proofs speak for it.
    private(set) var supportsOf: [Int] = []

    /// - Parameters:
    ///   - records: current versions.
    ///   - offences: of the case's jurisdiction.
    public init(
        _ records: ProofRecords,
        offences: Offences,
        ages: AgeRanking = .juvenileJusticeAct
    ) {
        self.records = records
        self.offences = offences
        graph = EvidenceGraph(records)
        let elements = Dictionary(grouping: records.elements) { $0.body.charge.to }
        let proofs = Dictionary(grouping: records.proofs) { $0.body.element.to }
        let proved = Set(proofs.keys)
        for (id, charge) in records.charges where charge.status.isAlive {
            let offence = offences[charge.offence.text]
            var merge = ElementMerge(elements[id] ?? [], proved: proved)
            let root = merge.tree(offence?.element)
            var tree = ProofTree(root, differences: merge.differences)
            tree.addAges(of: charge, offence, records, ages)
            addLinks(to: &tree, charge: charges.count, proofs)
            charges.append(
                ChargeProof(
                    id: id,
                    charge: charge,
                    offence: offence,
                    hasElements: elements[id] != nil,
                    tree: tree,
                    state: tree.state(tree.facts.map { $0.isProved(links) { _ in true } })
                )
            )
        }
        for index in charges.indices { chargesOf[charges[index].accused, default: []].append(index) }
        supportsOf = [Int](repeating: 0, count: charges.count)
        for link in links where link.supports { supportsOf[link.charge] += 1 }
        var ancestries: [RecordID: [RecordID]] = [:]
        for (index, link) in links.enumerated() {
            for witness in link.witnesses { linksOfWitness[witness, default: []].append(index) }
            guard let source = link.source else { continue }
            let ancestry = ancestries[source] ?? graph.ancestry(of: source)
            ancestries[source] = ancestry
            for id in ancestry { linksOfEvidence[id, default: []].append(index) }
        }
    }

    private mutating func addLinks(
        to tree: inout ProofTree,
        charge: Int,
        _ proofs: [RecordID: [(id: RecordID, body: Proof)]]
    ) {
        for fact in tree.facts.indices {
            for element in tree.facts[fact].nodes.compactMap({ tree.nodes[$0].element }) {
                for (id, proof) in proofs[element] ?? [] {
                    tree.facts[fact].links.append(links.count)
                    links.append(
                        ProofLink(
                            id: id,
                            proof: proof,
                            charge: charge,
                            fact: fact,
                            witnesses: graph.witnesses(of: proof)
                        )
                    )
                }
            }
        }
    }
}

/// One accused, one offence: the tree, and what of it is proved.
public struct ChargeProof: Sendable {
    /// The charge's record.
    public let id: RecordID
    public let charge: Charge
    /// Nil where the pack does not have it.
    public let offence: Offence?
    /// Whether the file has elements for it. Where it has none, the tree is the pack's, and nothing proves it.
    public let hasElements: Bool
    public let tree: ProofTree
    public let state: ProofTree.State

    /// The accused, a party.
    public var accused: RecordID { charge.accused.to }
    public var isProved: Bool { state.isProved }
}

/// A proof in its place: what it proves, and through whom it comes before the court.
public struct ProofLink: Sendable {
    /// The proof's record.
    public let id: RecordID
    public let proof: Proof
    /// The index of the charge in the matrix, and of the fact in its tree.
    public let charge: Int
    public let fact: Int
    /// Those whom it names, else those who made, produce or found the evidence. None: nobody brings it in.
    public let witnesses: [RecordID]

    /// The record that proves.
    public var source: RecordID? { proof.source }
    public var supports: Bool { proof.bearing == .supports }
}

extension ProofTree.Fact {
    /// Whether at least one proof that stands supports it, and no age on record speaks against it.
    func isProved(_ links: [ProofLink], standing: (Int) -> Bool) -> Bool {
        guard age?.verdict != .contradicted else { return false }
        return self.links.contains { links[$0].supports && standing($0) }
    }
}

extension ProofTree {
    fileprivate mutating func addAges(
        of charge: Charge,
        _ offence: Offence?,
        _ records: ProofRecords,
        _ ranking: AgeRanking
    ) {
        var limits: [String: AgeLimit] = [:]
        offence?.element.forEach { limits[$0.code] = limits[$0.code] ?? $0.age }
        guard !limits.isEmpty else { return }
        let days = charge.days
        for index in facts.indices {
            guard let limit = limits[facts[index].code] else { continue }
            let parties = limit.subject == .accused ? [charge.accused.to] : charge.victims.map(\.to)
            let people = parties.map { party in
                PersonAge(
                    party: party,
                    facts: records.parties[party]?.person.flatMap { records.persons[$0.to] }?.ages ?? [],
                    limit: limit,
                    days: days,
                    ranking: ranking
                )
            }
            facts[index].age = AgeCheck(limit, people: people)
        }
    }
}
