/// Fills bytes up to a size that tells nothing of what is inside: the length in 8 bytes (big end first), the bytes,
/// then zeros.
enum Padding {
    static let lengthCount = 8

    /// - Precondition: `bytes.count + 8 <= count`.
    static func fill(_ bytes: some Collection<UInt8>, to count: Int) -> [UInt8] {
        var filled: [UInt8] = []
        filled.reserveCapacity(count)
        for shift in stride(from: 56, through: 0, by: -8) {
            filled.append(UInt8(truncatingIfNeeded: bytes.count >> shift))
        }
        filled += bytes
        filled += repeatElement(0, count: count - filled.count)
        return filled
    }

    /// - Returns: nil where it was not filled so: only who holds the key could have made it otherwise.
    static func unfill(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= lengthCount, bytes[0] == 0 else { return nil }
        let count = bytes.prefix(lengthCount).reduce(0) { $0 << 8 | Int($1) }
        guard count <= bytes.count - lengthCount, bytes[(lengthCount + count)...].allSatisfy({ $0 == 0 })
        else { return nil }
        return Array(bytes[lengthCount..<lengthCount + count])
    }

    /// The next power of two from 64 KiB on.
    static func step(atLeast count: Int) -> Int {
        var step = 64 << 10
        while step < count { step <<= 1 }
        return step
    }
}
