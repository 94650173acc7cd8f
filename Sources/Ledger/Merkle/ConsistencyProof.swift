/// Shows that a log only grew from one size to another (RFC 6962 section 2.1.2).
public struct ConsistencyProof: Hashable, Sendable {
    /// How many leaves the earlier tree has.
    public let from: Int
    /// How many leaves the later tree has.
    public let to: Int
    /// The subtrees that make up both roots; empty where `from` is 0 or equals `to`.
    public let path: [Hash]

    public init(from: Int, to: Int, path: [Hash]) {
        self.from = from
        self.to = to
        self.path = path
    }

    /// - Precondition: there are `from` leaves or more.
    public init(from: Int, in leaves: [Hash]) {
        self.init(
            from: from,
            to: leaves.count,
            path: Self.subtrees(from: from, to: leaves.count).map { Merkle.root(of: leaves[$0]) }
        )
    }

    /// The leaves under each hash of the path.
    static func subtrees(from: Int, to: Int) -> [Range<Int>] {
        precondition(0 <= from && from <= to)
        guard from > 0 else { return [] }
        var (low, high) = (0, to)
        var subtrees: [Range<Int>] = []
        while from < high {
            let middle = low + Merkle.split(high - low)
            if from <= middle {
                subtrees.append(middle..<high)
                high = middle
            } else {
                subtrees.append(low..<middle)
                low = middle
            }
        }
        // A subtree that begins with the log is the earlier tree itself, whose root the verifier has.
        if low > 0 { subtrees.append(low..<high) }
        return subtrees.reversed()
    }

    /// Whether the tree with root `new` continues the tree with root `old` (RFC 9162 section 2.1.4.2).
    public func holds(old: Hash, new: Hash) -> Bool {
        guard 0 <= from, from <= to else { return false }
        if from == to { return path.isEmpty && old == new && (from > 0 || old == Merkle.emptyRoot) }
        if from == 0 { return path.isEmpty && old == Merkle.emptyRoot }
        var rest = path[...]
        var place = from - 1
        var last = to - 1
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        // Where the earlier tree is perfect, its root is the first subtree, and the proof leaves it out.
        guard let seed = place == 0 ? old : rest.popFirst() else { return false }
        var oldNode = seed
        var newNode = seed
        for sibling in rest {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                oldNode = Merkle.nodeHash(sibling, oldNode)
                newNode = Merkle.nodeHash(sibling, newNode)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                newNode = Merkle.nodeHash(newNode, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && oldNode == old && newNode == new
    }
}
