/// Shows that a record is in a log, without the other records (RFC 6962 section 2.1.1).
public struct InclusionProof: Hashable, Sendable {
    /// Which leaf it is about, counted from 0.
    public let index: Int
    /// How many leaves the tree has.
    public let size: Int
    /// What the leaf is hashed with on its way to the root, the nearest first.
    public let path: [Hash]

    public init(index: Int, size: Int, path: [Hash]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// - Precondition: `index` is one of the leaves.
    public init(of index: Int, in leaves: [Hash]) {
        self.init(
            index: index,
            size: leaves.count,
            path: Self.subtrees(index: index, size: leaves.count).map { Merkle.root(of: leaves[$0]) }
        )
    }

    /// The leaves under each hash of the path.
    static func subtrees(index: Int, size: Int) -> [Range<Int>] {
        precondition((0..<size).contains(index))
        var (low, high) = (0, size)
        var subtrees: [Range<Int>] = []
        while high - low > 1 {
            let middle = low + Merkle.split(high - low)
            if index < middle {
                subtrees.append(middle..<high)
                high = middle
            } else {
                subtrees.append(low..<middle)
                low = middle
            }
        }
        return subtrees.reversed()
    }

    /// Whether `leaf` is in the tree with this root (RFC 9162 section 2.1.3.2).
    public func holds(leaf: Hash, root: Hash) -> Bool {
        guard index >= 0, index < size else { return false }
        var node = leaf
        var place = index
        var last = size - 1
        for sibling in path {
            guard last > 0 else { return false }
            if place & 1 == 1 || place == last {
                node = Merkle.nodeHash(sibling, node)
                // A node without a right sibling rises unchanged: skip to where it has one.
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                node = Merkle.nodeHash(node, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && node == root
    }
}
