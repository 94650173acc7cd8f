/// The record that ends an archive (APPNOTE.TXT 6.3.10, section 4.3.16), without its comment.
struct EndRecord: Equatable {
    static let signature: UInt32 = 0x0605_4B50
    static let length = 22

    var disk: UInt16
    var directoryDisk: UInt16
    var entriesOnDisk: UInt16
    var entries: UInt16
    var directorySize: UInt32
    var directoryOffset: UInt32
    var commentLength: UInt16

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(little: Self.signature)
        bytes.append(little: disk)
        bytes.append(little: directoryDisk)
        bytes.append(little: entriesOnDisk)
        bytes.append(little: entries)
        bytes.append(little: directorySize)
        bytes.append(little: directoryOffset)
        bytes.append(little: commentLength)
        return bytes
    }
}

extension EndRecord {
    init?(parsing bytes: [UInt8]) {
        guard bytes.count == Self.length, bytes.little32(0) == Self.signature else { return nil }
        self.init(
            disk: bytes.little16(4),
            directoryDisk: bytes.little16(6),
            entriesOnDisk: bytes.little16(8),
            entries: bytes.little16(10),
            directorySize: bytes.little32(12),
            directoryOffset: bytes.little32(16),
            commentLength: bytes.little16(20)
        )
    }
}

/// What does not fit into the end record (section 4.3.14), without its "extensible data sector".
struct Zip64EndRecord: Equatable {
    static let signature: UInt32 = 0x0606_4B50
    static let length = 56

    /// Bytes of the record after this field.
    var remainingLength: UInt64
    var versionMadeBy: UInt16
    var versionNeeded: UInt16
    var disk: UInt32
    var directoryDisk: UInt32
    var entriesOnDisk: UInt64
    var entries: UInt64
    var directorySize: UInt64
    var directoryOffset: UInt64

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(little: Self.signature)
        bytes.append(little: remainingLength)
        bytes.append(little: versionMadeBy)
        bytes.append(little: versionNeeded)
        bytes.append(little: disk)
        bytes.append(little: directoryDisk)
        bytes.append(little: entriesOnDisk)
        bytes.append(little: entries)
        bytes.append(little: directorySize)
        bytes.append(little: directoryOffset)
        return bytes
    }
}

extension Zip64EndRecord {
    init?(parsing bytes: [UInt8]) {
        guard bytes.count == Self.length, bytes.little32(0) == Self.signature else { return nil }
        self.init(
            remainingLength: bytes.little64(4),
            versionMadeBy: bytes.little16(12),
            versionNeeded: bytes.little16(14),
            disk: bytes.little32(16),
            directoryDisk: bytes.little32(20),
            entriesOnDisk: bytes.little64(24),
            entries: bytes.little64(32),
            directorySize: bytes.little64(40),
            directoryOffset: bytes.little64(48)
        )
    }
}

/// Where the ZIP64 end record is (section 4.3.15); it stands right before the end record.
struct Zip64Locator: Equatable {
    static let signature: UInt32 = 0x0706_4B50
    static let length = 20

    var recordDisk: UInt32
    var recordOffset: UInt64
    var disks: UInt32

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(little: Self.signature)
        bytes.append(little: recordDisk)
        bytes.append(little: recordOffset)
        bytes.append(little: disks)
        return bytes
    }
}

extension Zip64Locator {
    init?(parsing bytes: [UInt8]) {
        guard bytes.count == Self.length, bytes.little32(0) == Self.signature else { return nil }
        self.init(
            recordDisk: bytes.little32(4),
            recordOffset: bytes.little64(8),
            disks: bytes.little32(16)
        )
    }
}
