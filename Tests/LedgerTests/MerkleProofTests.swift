import Ledger
import Testing

/// Every leaf of every tree, and every pair of sizes, up to a size that has all the shapes a tree can have.
@Suite struct MerkleProofTests {
    static let largest = 130

    static let leaves: [Hash] = {
        var random = SeededGenerator(seed: 6962)
        return (0..<largest).map { _ in
            Merkle.leafHash(of: (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }()

    static let roots = (0...largest).map { naiveRoot(leaves[..<$0]) }

    /// The definition of RFC 6962 section 2.1, as it is written there.
    static func naiveRoot(_ leaves: ArraySlice<Hash>) -> Hash {
        switch leaves.count {
        case 0: return Merkle.emptyRoot
        case 1: return leaves.first!
        default:
            var half = 1
            while half * 2 < leaves.count { half *= 2 }
            return Merkle.nodeHash(naiveRoot(leaves.prefix(half)), naiveRoot(leaves.dropFirst(half)))
        }
    }

    @Test func theFrontierHasTheRootOfEverySizeOnTheWay() {
        var frontier = Frontier()
        for size in 0...Self.largest {
            #expect(frontier.root == Self.roots[size])
            #expect(frontier.size == size)
            #expect(frontier.roots.count == size.nonzeroBitCount)
            #expect(Frontier(size: size, roots: frontier.roots) == frontier)
            if size < Self.largest { frontier.append(Self.leaves[size]) }
        }
    }

    @Test func aFrontierWithTooManyOrTooFewRootsIsRefused() {
        #expect(Frontier(size: 3, roots: [Self.leaves[0]]) == nil)
        #expect(Frontier(size: 4, roots: [Self.leaves[0], Self.leaves[1]]) == nil)
        #expect(Frontier(size: 0, roots: [Self.leaves[0]]) == nil)
        #expect(Frontier(size: -1, roots: Array(repeating: Self.leaves[0], count: 64)) == nil)
    }

    @Test func everyLeafOfEveryTreeIsProvedAndNothingElseIs() {
        var refused: [String] = []
        var believed: [String] = []
        for size in 1...Self.largest {
            let leaves = Array(Self.leaves.prefix(size))
            let root = Self.roots[size]
            for index in 0..<size {
                let proof = InclusionProof(of: index, in: leaves)
                if !proof.holds(leaf: leaves[index], root: root) { refused.append("\(index) in \(size)") }
                let others = [
                    size > 1 && proof.holds(leaf: leaves[(index + 1) % size], root: root),
                    proof.holds(leaf: leaves[index], root: Self.roots[size - 1]),
                ]
                let wrong = tampered(proof).filter { $0.holds(leaf: leaves[index], root: root) }
                if others.contains(true) || !wrong.isEmpty { believed.append("\(index) in \(size)") }
            }
        }
        #expect(refused == [])
        #expect(believed == [])
    }

    @Test func everyPairOfSizesIsProvedAndNothingElseIs() {
        var refused: [String] = []
        var believed: [String] = []
        for to in 0...Self.largest {
            let leaves = Array(Self.leaves.prefix(to))
            for from in 0...to {
                let proof = ConsistencyProof(from: from, in: leaves)
                let (old, new) = (Self.roots[from], Self.roots[to])
                if !proof.holds(old: old, new: new) { refused.append("\(from) to \(to)") }
                let others = [
                    from != to && proof.holds(old: new, new: old),
                    from != 1 && proof.holds(old: Self.leaves[0], new: new),
                    to != 1 && from != 0 && proof.holds(old: old, new: Self.leaves[0]),
                ]
                let wrong = tampered(proof).filter { $0.holds(old: old, new: new) }
                if others.contains(true) || !wrong.isEmpty { believed.append("\(from) to \(to)") }
            }
        }
        #expect(refused == [])
        #expect(believed == [])
    }

    @Test func numbersThatCannotBeAreRefused() {
        let (leaf, root) = (Self.leaves[0], Self.roots[1])
        #expect(!InclusionProof(index: 0, size: 0, path: []).holds(leaf: leaf, root: root))
        #expect(!InclusionProof(index: -1, size: 1, path: []).holds(leaf: leaf, root: root))
        #expect(!InclusionProof(index: 1, size: 1, path: []).holds(leaf: leaf, root: root))
        #expect(!InclusionProof(index: 0, size: Int.max, path: []).holds(leaf: leaf, root: root))
        #expect(!InclusionProof(index: 0, size: Int.min, path: []).holds(leaf: leaf, root: root))
        #expect(!ConsistencyProof(from: -1, to: 1, path: []).holds(old: root, new: root))
        #expect(!ConsistencyProof(from: 2, to: 1, path: []).holds(old: root, new: root))
        #expect(!ConsistencyProof(from: 1, to: Int.max, path: []).holds(old: root, new: root))
        #expect(!ConsistencyProof(from: 0, to: 0, path: []).holds(old: root, new: root))
        #expect(!ConsistencyProof(from: 0, to: 1, path: []).holds(old: root, new: root))
        // Another log's beginning proves nothing about this one.
        #expect(ConsistencyProof(from: 0, to: 1, path: []).holds(old: Merkle.emptyRoot, new: root))
    }

    private func tampered(_ proof: InclusionProof) -> [InclusionProof] {
        paths(proof.path).map { InclusionProof(index: proof.index, size: proof.size, path: $0) }
            + [
                InclusionProof(index: proof.index - 1, size: proof.size, path: proof.path),
                InclusionProof(index: proof.index + 1, size: proof.size, path: proof.path),
                InclusionProof(index: proof.index ^ 2, size: proof.size, path: proof.path),
                InclusionProof(index: proof.index, size: proof.size * 2, path: proof.path),
                InclusionProof(index: proof.index, size: proof.size / 2, path: proof.path),
            ]
    }

    private func tampered(_ proof: ConsistencyProof) -> [ConsistencyProof] {
        var wrong = paths(proof.path).map { ConsistencyProof(from: proof.from, to: proof.to, path: $0) }
        // From the empty log there is nothing to prove, whatever it grew to.
        guard proof.from > 0, proof.from < proof.to else { return wrong }
        wrong.append(ConsistencyProof(from: proof.from - 1, to: proof.to, path: proof.path))
        wrong.append(ConsistencyProof(from: proof.from + 1, to: proof.to, path: proof.path))
        wrong.append(ConsistencyProof(from: proof.from ^ 2, to: proof.to, path: proof.path))
        wrong.append(ConsistencyProof(from: proof.from, to: proof.to * 2, path: proof.path))
        wrong.append(ConsistencyProof(from: proof.from, to: proof.to / 2, path: proof.path))
        return wrong
    }

    /// The same path with a hash too many, a hash too few, a hash changed, two exchanged.
    private func paths(_ path: [Hash]) -> [[Hash]] {
        var wrong = [path + [Merkle.emptyRoot], [Merkle.emptyRoot] + path]
        guard let last = path.indices.last else { return wrong }
        wrong.append(path.dropLast())
        wrong.append(Array(path.dropFirst()))
        for index in path.indices {
            var bytes = path[index].bytes
            bytes[index % 32] ^= 0x10
            var changed = path
            changed[index] = Hash(bytes: bytes)!
            wrong.append(changed)
        }
        if last > 0 {
            var exchanged = path
            exchanged.swapAt(0, last)
            wrong.append(exchanged)
        }
        return wrong
    }
}
