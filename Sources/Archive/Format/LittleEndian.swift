// Numbers in ZIP records are little-endian, unaligned and unsigned.

extension [UInt8] {
    mutating func append<Number: FixedWidthInteger & UnsignedInteger>(little number: Number) {
        for byte in 0..<(Number.bitWidth / 8) {
            append(UInt8(truncatingIfNeeded: number >> (byte * 8)))
        }
    }

    /// The number at an offset. Whoever asks has checked that it is there; otherwise this stops the process.
    func little<Number: FixedWidthInteger & UnsignedInteger>(_ offset: Int, as type: Number.Type) -> Number {
        precondition(offset >= 0 && offset <= count - MemoryLayout<Number>.size, "a number beyond the end")
        return withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self))
        }
    }

    func little16(_ offset: Int) -> UInt16 { little(offset, as: UInt16.self) }
    func little32(_ offset: Int) -> UInt32 { little(offset, as: UInt32.self) }
    func little64(_ offset: Int) -> UInt64 { little(offset, as: UInt64.self) }
}
