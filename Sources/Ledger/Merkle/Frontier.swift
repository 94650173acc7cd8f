/// The right edge of a growing tree: all that is needed to add a leaf and to know the root.
///
/// It holds the roots of the perfect subtrees that the leaves so far fill, the largest first, one for each bit
/// that is set in the number of leaves. A million leaves need seven of them.
public struct Frontier: Hashable, Sendable {
    /// How many leaves the tree has.
    public private(set) var size: Int
    /// The roots of the perfect subtrees, from left to right.
    public private(set) var roots: [Hash]

    public init() {
        size = 0
        roots = []
    }

    /// Nil where there is not one root for each bit of `size`.
    public init?(size: Int, roots: [Hash]) {
        guard size >= 0, roots.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.roots = roots
    }

    public mutating func append(_ leaf: Hash) {
        var node = leaf
        // As in adding one to a number: each bit that is set carries, and its subtree joins the new one.
        var carry = size
        while carry & 1 == 1 {
            node = Merkle.nodeHash(roots.removeLast(), node)
            carry >>= 1
        }
        roots.append(node)
        size += 1
    }

    public var root: Hash {
        guard var node = roots.last else { return Merkle.emptyRoot }
        for left in roots.dropLast().reversed() { node = Merkle.nodeHash(left, node) }
        return node
    }
}

extension Frontier {
    /// The roots one after the other, 32 bytes each.
    var bytes: [UInt8] { roots.flatMap(\.bytes) }

    init?(size: Int, bytes: [UInt8]) {
        guard bytes.count.isMultiple(of: Hash.length) else { return nil }
        self.init(size: size, roots: Hash.array(bytes))
    }

    /// The leaves under each root, from left to right.
    var ranges: [Range<Int>] {
        var start = 0
        return (0..<Int.bitWidth).reversed().filter { size >> $0 & 1 == 1 }.map { bit in
            defer { start += 1 << bit }
            return start..<start + 1 << bit
        }
    }
}

extension Hash {
    /// Cuts `bytes`, a multiple of 32 of them, into hashes.
    static func array(_ bytes: [UInt8]) -> [Hash] {
        bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count, by: length).map { Hash(loading: bytes.baseAddress! + $0) }
        }
    }
}
