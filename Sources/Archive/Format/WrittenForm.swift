// The form in which our own writer writes: every byte of a header follows from the entry's facts.
//
// The writer makes its headers here and the reader, having understood a header by itself, makes it here once more
// and compares. So a bit that says nothing and could be changed unnoticed does not exist.

/// All that a header of ours depends on.
struct EntryFacts: Equatable {
    var name: [UInt8]
    var method: CompressionMethod
    var modified: DOSTime
    var crc32: UInt32
    var compressedSize: UInt64
    var size: UInt64
    var headerOffset: UInt64

    /// From here on sizes are written in the ZIP64 field, in bytes. It is 4 MiB less than what 32 bits hold, so that
    /// the length of a local header is known before the content is deflated, which may make it longer.
    static let largeSize: UInt64 = 0xFFC0_0000

    var isLarge: Bool { size >= Self.largeSize }
}

private enum Version {
    static let stored: UInt16 = 10
    static let deflate: UInt16 = 20
    static let zip64: UInt16 = 45
    /// Unix, 4.5.
    static let madeBy: UInt16 = 3 << 8 | zip64
}

/// General purpose bit 11: the name is UTF-8. ASCII is what it is without.
private let markedUTF8: UInt16 = 1 << 11

/// A regular file, rw-r--r--.
private let regularFile: UInt32 = 0o100_644 << 16

extension LocalHeader {
    init(of facts: EntryFacts) {
        var sizes: [UInt8] = []
        if facts.isLarge {
            sizes.append(little: ExtraField.zip64)
            sizes.append(little: UInt16(16))
            sizes.append(little: facts.size)
            sizes.append(little: facts.compressedSize)
        }
        self.init(
            versionNeeded: facts.isLarge
                ? Version.zip64 : facts.method == .stored ? Version.stored : Version.deflate,
            flags: facts.name.allSatisfy { $0 < 0x80 } ? 0 : markedUTF8,
            method: facts.method.rawValue,
            modified: facts.modified,
            crc32: facts.crc32,
            compressedSize: facts.isLarge ? .max : UInt32(clamping: facts.compressedSize),
            size: facts.isLarge ? .max : UInt32(clamping: facts.size),
            name: facts.name,
            extra: sizes
        )
    }
}

extension CentralHeader {
    init(of facts: EntryFacts) {
        let isFar = facts.headerOffset >= UInt64(UInt32.max)
        var numbers: [UInt8] = []
        if facts.isLarge || isFar {
            numbers.append(little: ExtraField.zip64)
            numbers.append(little: UInt16((facts.isLarge ? 16 : 0) + (isFar ? 8 : 0)))
            if facts.isLarge {
                numbers.append(little: facts.size)
                numbers.append(little: facts.compressedSize)
            }
            if isFar { numbers.append(little: facts.headerOffset) }
        }
        let local = LocalHeader(of: facts)
        self.init(
            versionMadeBy: Version.madeBy,
            versionNeeded: isFar ? Version.zip64 : local.versionNeeded,
            flags: local.flags,
            method: local.method,
            modified: local.modified,
            crc32: local.crc32,
            compressedSize: local.compressedSize,
            size: local.size,
            disk: 0,
            internalAttributes: 0,
            externalAttributes: regularFile,
            headerOffset: isFar ? .max : UInt32(clamping: facts.headerOffset),
            name: facts.name,
            extra: numbers,
            comment: []
        )
    }
}

/// All that the end of an archive of ours depends on.
struct DirectoryFacts: Equatable {
    var entries: UInt64
    var directoryOffset: UInt64
    var directorySize: UInt64

    var needsZip64: Bool {
        entries >= UInt64(UInt16.max) || directoryOffset >= UInt64(UInt32.max)
            || directorySize >= UInt64(UInt32.max)
    }

    /// Everything after the central directory.
    func encodedEnd() -> [UInt8] {
        var bytes: [UInt8] = []
        if needsZip64 {
            bytes += Zip64EndRecord(
                remainingLength: UInt64(Zip64EndRecord.length) - 12,
                versionMadeBy: Version.madeBy,
                versionNeeded: Version.zip64,
                disk: 0,
                directoryDisk: 0,
                entriesOnDisk: entries,
                entries: entries,
                directorySize: directorySize,
                directoryOffset: directoryOffset
            ).encoded()
            bytes += Zip64Locator(recordDisk: 0, recordOffset: directoryOffset + directorySize, disks: 1)
                .encoded()
        }
        bytes += EndRecord(
            disk: 0,
            directoryDisk: 0,
            entriesOnDisk: UInt16(clamping: entries),
            entries: UInt16(clamping: entries),
            directorySize: UInt32(clamping: directorySize),
            directoryOffset: UInt32(clamping: directoryOffset),
            commentLength: 0
        ).encoded()
        return bytes
    }
}
