// A second, independent ZIP encoder, which writes whatever it is told: the attack files are made with it.

/// One header; the fields that a local header has not are ignored there.
struct RawHeader {
    var signature: UInt32
    var versionMadeBy: UInt16 = 0x032D
    var versionNeeded: UInt16 = 10
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var time: UInt16 = 0x8940  // 17:10:00
    var date: UInt16 = 0x5C6E  // 2026-03-14
    var crc32: UInt32
    var compressedSize: UInt32
    var size: UInt32
    var disk: UInt16 = 0
    var internalAttributes: UInt16 = 0
    var externalAttributes: UInt32 = 0o100_644 << 16
    var offset: UInt32 = 0
    var name: [UInt8]
    var extra: [UInt8] = []
    var comment: [UInt8] = []
    /// When the length fields are to lie.
    var nameLength: UInt16?
    var extraLength: UInt16?

    var localBytes: [UInt8] {
        le(signature) + le(versionNeeded) + le(flags) + le(method) + le(time) + le(date) + le(crc32)
            + le(compressedSize) + le(size) + le(nameLength ?? UInt16(name.count))
            + le(extraLength ?? UInt16(extra.count)) + name + extra
    }

    var centralBytes: [UInt8] {
        let start = le(signature) + le(versionMadeBy) + le(versionNeeded) + le(flags) + le(method) + le(time)
        let sizes =
            le(date) + le(crc32) + le(compressedSize) + le(size) + le(nameLength ?? UInt16(name.count))
        let rest = le(extraLength ?? UInt16(extra.count)) + le(UInt16(comment.count)) + le(disk)
        return start + sizes + rest + le(internalAttributes) + le(externalAttributes) + le(offset) + name
            + extra
            + comment
    }
}

struct RawEntry {
    var local: RawHeader
    var central: RawHeader
    /// The content as it stands in the archive.
    var data: [UInt8]
    var before: [UInt8] = []
    var after: [UInt8] = []
    /// Whether the central header's offset is where the local header is put.
    var setsOffset = true

    /// An entry as our writer writes it.
    init(_ name: String, _ content: [UInt8], deflated data: [UInt8]? = nil) {
        self.init(bytes: Array(name.utf8), content, deflated: data)
    }

    init(bytes name: [UInt8], _ content: [UInt8], deflated data: [UInt8]? = nil) {
        self.data = data ?? content
        local = RawHeader(
            signature: 0x0403_4B50,
            versionNeeded: data == nil ? 10 : 20,
            flags: name.contains { $0 > 0x7F } ? 0x0800 : 0,
            method: data == nil ? 0 : 8,
            crc32: checksum(content),
            compressedSize: UInt32(self.data.count),
            size: UInt32(content.count),
            name: name
        )
        central = local
        central.signature = 0x0201_4B50
    }

    /// Changes both headers alike.
    mutating func both(_ change: (inout RawHeader) -> Void) {
        change(&local)
        change(&central)
    }

    func with(_ change: (inout RawEntry) -> Void) -> RawEntry {
        var entry = self
        change(&entry)
        return entry
    }
}

struct RawArchive {
    var entries: [RawEntry]
    var leading: [UInt8] = []
    /// Added to every offset that is written; by the length of `leading`, when that is not to show.
    var offsetShift = 0
    var beforeDirectory: [UInt8] = []
    var inDirectory: [UInt8] = []
    var afterDirectory: [UInt8] = []
    var trailing: [UInt8] = []
    var comment: [UInt8] = []
    var end = End()
    var zip64: Zip64?

    /// The end record's fields; nil for the truth.
    struct End {
        var disk: UInt16 = 0
        var directoryDisk: UInt16 = 0
        var entriesOnDisk: UInt16?
        var entries: UInt16?
        var directorySize: UInt32?
        var directoryOffset: UInt32?
        var commentLength: UInt16?
    }

    /// A ZIP64 end record and its locator; nil for the truth.
    struct Zip64 {
        var entries: UInt64?
        var directorySize: UInt64?
        var directoryOffset: UInt64?
        var disks: UInt32 = 1
        var disk: UInt32 = 0
        var recordOffset: UInt64?
        var remainingLength: UInt64?
        var extensible: [UInt8] = []
    }

    init(_ entries: [RawEntry]) {
        self.entries = entries
    }

    init(_ entries: [RawEntry], _ change: (inout RawArchive) -> Void) {
        self.entries = entries
        change(&self)
    }

    var bytes: [UInt8] {
        var bytes = leading
        var directory: [UInt8] = []
        for entry in entries {
            bytes += entry.before
            var central = entry.central
            if entry.setsOffset { central.offset = UInt32(bytes.count + offsetShift) }
            bytes += entry.local.localBytes + entry.data + entry.after
            directory += central.centralBytes
        }
        directory += inDirectory
        bytes += beforeDirectory
        let offset = bytes.count + offsetShift
        bytes += directory + afterDirectory

        if let zip64 {
            let record = bytes.count
            let count = UInt64(entries.count)
            bytes +=
                le(UInt32(0x0606_4B50)) + le(zip64.remainingLength ?? UInt64(44 + zip64.extensible.count))
            bytes += le(UInt16(0x032D)) + le(UInt16(45)) + le(zip64.disk) + le(zip64.disk)
            bytes += le(zip64.entries ?? count) + le(zip64.entries ?? count)
            bytes += le(zip64.directorySize ?? UInt64(directory.count))
            bytes += le(zip64.directoryOffset ?? UInt64(offset)) + zip64.extensible
            bytes += le(UInt32(0x0706_4B50)) + le(UInt32(0)) + le(zip64.recordOffset ?? UInt64(record))
            bytes += le(zip64.disks)
        }
        bytes += le(UInt32(0x0605_4B50)) + le(end.disk) + le(end.directoryDisk)
        bytes += le(end.entriesOnDisk ?? end.entries ?? UInt16(entries.count))
        bytes += le(end.entries ?? UInt16(entries.count))
        bytes += le(end.directorySize ?? UInt32(directory.count))
        bytes += le(end.directoryOffset ?? UInt32(offset))
        bytes += le(end.commentLength ?? UInt16(comment.count)) + comment + trailing
        return bytes
    }
}

func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

/// CRC-32, a bit at a time, as the standard defines it.
func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
        (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
}

/// A DEFLATE stream of one stored block: short enough to write by hand.
func deflatedPlainly(_ content: [UInt8]) -> [UInt8] {
    [1] + le(UInt16(content.count)) + le(~UInt16(content.count)) + content
}
