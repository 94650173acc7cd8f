public import CaseFile

/// What falls when evidence or witnesses are struck out.
public struct Strike: Sendable {
    /// What was struck out.
    public let struck: [RecordID]
    /// The links that fall with it, by their indices in the matrix.
    public let links: [Int]
    /// Each charge in which something that was proved no longer is.
    public let losses: [Loss]
    /// Accused, by party, against whom a charge stood and none does any longer, or for whom no proof is left.
    public let nothingLeft: [RecordID]

    public struct Loss: Sendable {
        /// The index of the charge in the matrix.
        public let charge: Int
        /// What is left.
        public let state: ProofTree.State
        /// The nodes that are no longer proved, by their indices.
        public let nodes: [Int]

        /// The charge can no longer stand.
        public var chargeFalls: Bool { nodes.first == 0 }
    }

    public var fallenCharges: [Int] { losses.filter(\.chargeFalls).map(\.charge) }
}

extension ProofMatrix {
    /// Strikes out records: an exhibit with its parts and files, a statement, a document, everything from a search; or a
    /// witness, with whom fall that witness's statements and what comes in through nobody else.
    public func without(_ struck: [RecordID]) -> Strike {
        let set = Set(struck)
        var fallen: Set<Int> = []
        for id in set {
            for link in linksOfEvidence[id] ?? [] where graph.falls(links[link].source!, with: set) {
                fallen.insert(link)
            }
            for link in linksOfWitness[id] ?? [] where links[link].witnesses.allSatisfy(set.contains) {
                fallen.insert(link)
            }
        }
        let byCharge = Dictionary(grouping: fallen) { links[$0].charge }
        let losses = byCharge.keys.sorted().compactMap { loss(in: $0, fallen: fallen, of: byCharge[$0]!) }
        return Strike(
            struck: struck,
            links: fallen.sorted(),
            losses: losses,
            nothingLeft: nothingLeft(losses, fallen: byCharge)
        )
    }

    private func loss(in index: Int, fallen: Set<Int>, of links: [Int]) -> Strike.Loss? {
        let charge = charges[index]
        var facts = charge.state.facts
        for fact in Set(links.map { self.links[$0].fact }) where facts[fact] {
            facts[fact] = charge.tree.facts[fact].isProved(self.links) { !fallen.contains($0) }
        }
        guard facts != charge.state.facts else { return nil }
        let state = charge.tree.state(facts)
        let lost = state.nodes.indices.filter { charge.state.nodes[$0] && !state.nodes[$0] }
        guard !lost.isEmpty else { return nil }
        return Strike.Loss(charge: index, state: state, nodes: lost)
    }

    private func nothingLeft(_ losses: [Strike.Loss], fallen: [Int: [Int]]) -> [RecordID] {
        let fallenCharges = Set(losses.filter(\.chargeFalls).map(\.charge))
        var accused: [RecordID] = []
        for index in fallen.keys.sorted() where !accused.contains(charges[index].accused) {
            let own = chargesOf[charges[index].accused] ?? []
            let stood = own.filter { charges[$0].isProved }
            let supports = own.reduce(0) { $0 + supportsOf[$1] }
            let lostSupports = own.reduce(0) { sum, charge in
                sum + (fallen[charge] ?? []).count { links[$0].supports }
            }
            let noChargeLeft = !stood.isEmpty && fallenCharges.isSuperset(of: stood)
            if noChargeLeft || supports > 0 && supports == lostSupports {
                accused.append(charges[index].accused)
            }
        }
        return accused
    }

    /// Everything on which a fact of some charge hangs alone, the weightiest first: without it, that fact is no longer
    /// proved. Computed for all exhibits, papers, statements and witnesses at once.
    public func singlePointsOfFailure() -> [Strike] {
        // A file is struck out with its exhibit.
        let candidates = Set(linksOfEvidence.keys).union(linksOfWitness.keys).filter { id in
            records.files[id].map { $0.exhibit == nil } ?? true
        }
        let strikes = candidates.map { without([$0]) }.filter { !$0.losses.isEmpty }
        func weight(_ strike: Strike) -> (Int, Int, Int) {
            (
                strike.nothingLeft.count, strike.fallenCharges.count,
                strike.losses.reduce(0) { $0 + $1.nodes.count }
            )
        }
        return strikes.sorted { a, b in
            weight(a) == weight(b) ? a.struck[0] < b.struck[0] : weight(a) > weight(b)
        }
    }
}
