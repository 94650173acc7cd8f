internal import Crypto

/// The Merkle tree of RFC 6962 section 2.1 (RFC 9162 section 2.1 is the same), over SHA-256.
///
/// A leaf and a node are hashed with different first bytes, so that neither can be passed off as the other.
public enum Merkle {
    /// The root of a tree without leaves: the hash of nothing.
    public static let emptyRoot = Hash(SHA256())

    /// SHA-256(0x00 ‖ bytes).
    public static func leafHash(of bytes: UnsafeRawBufferPointer) -> Hash {
        var hasher = SHA256()
        withUnsafeBytes(of: 0x00 as UInt8) { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: bytes)
        return Hash(hasher)
    }

    /// SHA-256(0x00 ‖ bytes).
    public static func leafHash(of bytes: [UInt8]) -> Hash {
        bytes.withUnsafeBytes { leafHash(of: $0) }
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    public static func nodeHash(_ left: Hash, _ right: Hash) -> Hash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Hash.length, alignment: 8) { node in
            node[0] = 0x01
            left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: node[1...]).copyMemory(from: $0) }
            right.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(rebasing: node[(1 + Hash.length)...]).copyMemory(from: $0)
            }
            var hasher = SHA256()
            hasher.update(bufferPointer: UnsafeRawBufferPointer(node))
            return Hash(hasher)
        }
    }

    /// The root of the tree over these leaves, in their order.
    public static func root(of leaves: some Sequence<Hash>) -> Hash {
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }

    /// Where a tree of `size` leaves divides: the largest power of two below `size`, which is 2 at least.
    static func split(_ size: Int) -> Int {
        1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount)
    }
}

extension Hash {
    init(_ hasher: SHA256) {
        self = hasher.finalize().withUnsafeBytes { Hash(loading: $0.baseAddress!) }
    }
}
