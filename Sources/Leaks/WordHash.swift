/// A polynomial hash of letters: the hash of two words run together follows from theirs, and so does that
/// of a word without one of its letters.
enum WordHash {
    static let base: UInt64 = 0x9E37_79B9_7F4A_7C55

    /// `base` to the power of 0 to 255.
    static let powers: [UInt64] = {
        var powers: [UInt64] = [1]
        for _ in 1..<256 { powers.append(powers[powers.count - 1] &* base) }
        return powers
    }()

    /// Without the bounds check of an array: this is asked for every word.
    @inline(__always) static func power(_ exponent: Int) -> UInt64 { table[exponent] }
    nonisolated(unsafe) static let table: UnsafePointer<UInt64> = {
        let table = UnsafeMutablePointer<UInt64>.allocate(capacity: powers.count)
        table.initialize(from: powers, count: powers.count)
        return UnsafePointer(table)
    }()

    /// 1 to 36 for ASCII letters and digits.
    @inline(__always) static func code(_ letter: UInt8) -> UInt64 {
        letter >= 97 ? UInt64(letter &- 96) : UInt64(letter &- 48) &+ 27
    }

    static func of(_ letters: some Sequence<UInt8>) -> UInt64 {
        letters.reduce(0) { $0 &* base &+ code($1) }
    }

    /// Spreads a hash over all its bits: a polynomial's low bits know little.
    @inline(__always) static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash ^= hash >> 32
        hash = hash &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        return hash
    }
}

/// Answers "not among them" for most hashes by one look at a small table of bits.
final class HashFilter: Sendable {
    private nonisolated(unsafe) let bits: UnsafeMutablePointer<UInt64>
    private let mask: UInt64

    init(_ hashes: some Collection<UInt64>) {
        var size = 1024
        while size < hashes.count * 32 { size *= 2 }
        mask = UInt64(size - 1)
        bits = .allocate(capacity: size / 64)
        bits.initialize(repeating: 0, count: size / 64)
        for hash in hashes {
            let bit = WordHash.mixed(hash) & mask
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
    }

    deinit { bits.deallocate() }

    @inline(__always) func mayHold(_ hash: UInt64) -> Bool {
        let bit = WordHash.mixed(hash) & mask
        return bits[Int(truncatingIfNeeded: bit >> 6)] & (1 << (bit & 63)) != 0
    }
}

/// From a hash to the entries that were filed under it.
struct HashIndex<Entry: Sendable>: Sendable {
    private let filter: HashFilter
    private let entries: [UInt64: [Entry]]

    init(_ entries: [UInt64: [Entry]]) {
        self.entries = entries
        filter = HashFilter(entries.keys)
    }

    @inline(__always) func mayHold(_ hash: UInt64) -> Bool { filter.mayHold(hash) }

    func first(_ hash: UInt64) -> Entry? {
        mayHold(hash) ? entries[hash]?.first : nil
    }

    subscript(_ hash: UInt64) -> [Entry] {
        mayHold(hash) ? entries[hash] ?? [] : []
    }
}
