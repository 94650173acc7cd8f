/// A second ZIP encoder, which writes whatever it is told; every entry is stored.
struct RawZip {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        /// Unix mode and type, as in `st_mode`.
        var mode: UInt32 = 0o100_644
        /// In the central directory, where it is to lie.
        var size: UInt32?
        /// Of the local header, where it is to lie.
        var offset: UInt32?
        /// The content is a DEFLATE stream that gives so many bytes of this checksum.
        var deflated: (size: UInt32, crc: UInt32)?
        var extra: [UInt8] = []

        init(_ name: String, _ content: [UInt8]) {
            self.name = Array(name.utf8)
            self.content = content
        }
    }

    var entries: [Entry]

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = entry.offset ?? UInt32(bytes.count)
            let flags: UInt16 = entry.name.contains { $0 > 0x7F } ? 0x0800 : 0
            let needed: UInt16 = entry.deflated == nil ? 10 : 20
            let size = entry.deflated?.size ?? UInt32(entry.content.count)
            let crc = entry.deflated?.crc ?? crc32(entry.content)
            let common =
                le(needed) + le(flags) + le(UInt16(entry.deflated == nil ? 0 : 8)) + le(UInt16(0x8940))
                + le(UInt16(0x5C6E)) + le(crc) + le(UInt32(entry.content.count))
            let lengths = le(UInt16(entry.name.count)) + le(UInt16(entry.extra.count))
            bytes += le(UInt32(0x0403_4B50)) + common + le(size) + lengths + entry.name + entry.extra
            bytes += entry.content
            directory +=
                le(UInt32(0x0201_4B50)) + le(UInt16(0x032D)) + common + le(entry.size ?? size) + lengths
            directory += le(UInt16(0)) + le(UInt16(0)) + le(UInt16(0)) + le(entry.mode << 16) + le(offset)
            directory += entry.name + entry.extra
        }
        let offset = UInt32(bytes.count)
        let count = UInt16(entries.count)
        bytes += directory
        bytes += le(UInt32(0x0605_4B50)) + le(UInt16(0)) + le(UInt16(0)) + le(count) + le(count)
        return bytes + le(UInt32(directory.count)) + le(offset) + le(UInt16(0))
    }
}

private func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

private let crcTable: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
}

func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { crc, byte in crc >> 8 ^ crcTable[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
    }
}
