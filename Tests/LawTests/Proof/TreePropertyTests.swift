import CaseFile
import Testing

@testable import Law

/// What holds for every tree, every file and every strike: tried on random ones.
@Suite struct `Random trees` {
    /// A case of random trees with random evidence.
    struct RandomCase {
        var file = ProofFile()
        var offences: [Offence] = []
        var struckable: [RecordID] = []

        init(seed: UInt64) {
            var random = SeededRandom(seed: seed)
            func upTo(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
            let witnesses = (0..<4).map { file.person(nil, witness: Code("PW\($0)")!).person }
            func some(_ from: [RecordID]) -> [RecordID] { from.filter { _ in upTo(3) == 0 } }
            var exhibits: [RecordID] = []
            for number in 0..<6 {
                let parent = number > 2 && upTo(2) == 0 ? exhibits[upTo(exhibits.count)] : nil
                exhibits.append(
                    file.exhibit(Code("X-\(number)")!, producers: some(witnesses), partOf: parent)
                )
            }
            let files = (0..<3).map { file.file(FileName("f\($0)")!, of: exhibits[upTo(6)]) }
            let statements = witnesses.map { file.statement("s180", by: $0) }
            let report = file.examination("dna", of: some(exhibits), by: some(witnesses))
            struckable = witnesses + exhibits + files + statements + [report]

            func tree(_ depth: Int) -> ElementTree {
                let code = "n\(upTo(9))-\(depth)"
                guard depth < 3, upTo(4) > 0 else { return .leaf("f\(upTo(6))") }
                let parts = (0...upTo(3)).map { _ in tree(depth + 1) }
                return ElementTree(
                    code: code,
                    text: LocalizedText(code),
                    join: upTo(2) == 0 ? .all : .any,
                    parts: parts
                )
            }
            for number in 0..<4 {
                let code = "o\(number)"
                let root = ElementTree(
                    code: "root",
                    text: LocalizedText("root"),
                    join: upTo(2) == 0 ? .all : .any,
                    parts: [tree(1), tree(1)]
                )
                offences.append(Offence(code, root))
                let accused = file.person(Code("A\(number % 2)")!, role: "accused").party
                let charge = file.charge(accused, Token(code)!)
                for element in file.elements(root, of: charge).values.sorted() {
                    for _ in 0..<upTo(4) {
                        let bearing: Proof.Bearing = upTo(5) == 0 ? .undermines : .supports
                        let named = upTo(3) == 0 ? some(witnesses) : []
                        switch upTo(4) {
                        case 0:
                            file.proof(
                                element,
                                exhibit: exhibits[upTo(6)],
                                bearing: bearing,
                                witnesses: named
                            )
                        case 1: file.proof(element, file: files[upTo(3)], bearing: bearing, witnesses: named)
                        case 2:
                            file.proof(
                                element,
                                statement: statements[upTo(4)],
                                bearing: bearing,
                                witnesses: named
                            )
                        default: file.proof(element, examination: report, bearing: bearing, witnesses: named)
                        }
                    }
                }
            }
        }

        var matrix: ProofMatrix { ProofMatrix(file.records, offences: Offences(offences)) }

        /// Evaluated again from nothing, without what is struck out: as slow and as plain as can be.
        func provedWithout(_ struck: Set<RecordID>, in matrix: ProofMatrix) -> [[Bool]] {
            let records = file.records
            func isGone(_ id: RecordID?) -> Bool {
                guard let id else { return false }
                if struck.contains(id) { return true }
                if let exhibit = records.exhibits[id] { return isGone(exhibit.parentExhibit?.to) }
                if let file = records.files[id] { return isGone(file.exhibit?.to) }
                if let statement = records.statements[id] { return isGone(statement.maker.to) }
                if let report = records.examinations[id], !report.exhibits.isEmpty {
                    return report.exhibits.allSatisfy { isGone($0.to) }
                }
                return false
            }
            return matrix.charges.map { charge in
                func isProved(_ node: Int) -> Bool {
                    let element = charge.tree.nodes[node]
                    switch element.join {
                    case .all: return element.parts.allSatisfy(isProved)
                    case .any: return element.parts.contains(where: isProved)
                    case nil:
                        return charge.tree.facts[element.fact].links.contains { index in
                            let link = matrix.links[index]
                            let hasWitness = link.witnesses.isEmpty || !struck.isSuperset(of: link.witnesses)
                            return link.proof.bearing == .supports && !isGone(link.source) && hasWitness
                        }
                    }
                }
                return charge.tree.nodes.indices.map(isProved)
            }
        }
    }

    @Test(arguments: 1...150)
    func `striking out proves nothing, and leaves what evaluating again would leave`(seed: UInt64) {
        let scene = RandomCase(seed: seed)
        let matrix = scene.matrix
        let before = matrix.charges.map(\.state.nodes)
        #expect(before == scene.provedWithout([], in: matrix))
        var random = SeededRandom(seed: seed &+ 1000)
        for count in 1...4 {
            let struck = Set(scene.struckable.shuffled(using: &random).prefix(count))
            let strike = matrix.without(Array(struck))
            var after = before
            for loss in strike.losses { after[loss.charge] = loss.state.nodes }
            #expect(after == scene.provedWithout(struck, in: matrix))
            for (old, new) in zip(before.joined(), after.joined()) { #expect(old || !new) }
            for loss in strike.losses {
                #expect(
                    loss.nodes
                        == before[loss.charge].indices.filter {
                            before[loss.charge][$0] && !after[loss.charge][$0]
                        }
                )
            }
        }
    }

    @Test(arguments: 1...150)
    func `the table of single points is what striking each out alone gives`(seed: UInt64) {
        let scene = RandomCase(seed: seed)
        let matrix = scene.matrix
        let before = matrix.charges.map(\.state.nodes)
        let singles = Dictionary(
            uniqueKeysWithValues: matrix.singlePointsOfFailure().map { ($0.struck[0], $0) }
        )
        for id in scene.struckable {
            // A file goes with its exhibit.
            guard scene.file.records.files[id] == nil else { continue }
            let after = scene.provedWithout([id], in: matrix)
            #expect((singles[id] != nil) == (after != before))
            let fallen = after.indices.filter { before[$0][0] && !after[$0][0] }
            #expect(singles[id]?.fallenCharges ?? [] == fallen)
        }
    }

    @Test(arguments: 1...60)
    func `more evidence disproves nothing, and a whole is what its parts make it`(seed: UInt64) {
        var scene = RandomCase(seed: seed)
        let before = scene.matrix
        for charge in before.charges {
            for (index, node) in charge.tree.nodes.enumerated() {
                let parts = node.parts.map { charge.state.nodes[$0] }
                switch node.join {
                case .all: #expect(charge.state.nodes[index] == parts.allSatisfy { $0 })
                case .any: #expect(charge.state.nodes[index] == parts.contains(true))
                case nil: #expect(charge.state.nodes[index] == charge.state.facts[node.fact])
                }
                #expect(node.parts.allSatisfy { charge.tree.nodes[$0].parent == index && $0 > index })
            }
        }
        let element = before.charges[Int(seed % 4)].tree.nodes.last!.element!
        let extra = scene.file.exhibit("Y-1")
        scene.file.proof(element, exhibit: extra)
        for (old, new) in zip(before.charges, scene.matrix.charges) {
            for (was, is_) in zip(old.state.nodes, new.state.nodes) { #expect(!was || is_) }
        }
    }
}
