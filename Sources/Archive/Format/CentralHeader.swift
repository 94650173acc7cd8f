/// An entry's record in the central directory (APPNOTE.TXT 6.3.10, section 4.3.12), field by field.
struct CentralHeader: Equatable {
    static let signature: UInt32 = 0x0201_4B50
    /// Bytes before the name.
    static let fixedLength = 46

    /// The system in the high byte (3 is Unix), the version of the format in the low one.
    var versionMadeBy: UInt16
    var versionNeeded: UInt16
    var flags: UInt16
    var method: UInt16
    var modified: DOSTime
    var crc32: UInt32
    var compressedSize: UInt32
    var size: UInt32
    var disk: UInt16
    var internalAttributes: UInt16
    /// Unix type and permissions in the high half, DOS attributes in the low one.
    var externalAttributes: UInt32
    var headerOffset: UInt32
    var name: [UInt8]
    var extra: [UInt8]
    var comment: [UInt8]

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.fixedLength + name.count + extra.count + comment.count)
        bytes.append(little: Self.signature)
        bytes.append(little: versionMadeBy)
        bytes.append(little: versionNeeded)
        bytes.append(little: flags)
        bytes.append(little: method)
        bytes.append(little: modified.time)
        bytes.append(little: modified.date)
        bytes.append(little: crc32)
        bytes.append(little: compressedSize)
        bytes.append(little: size)
        bytes.append(little: UInt16(name.count))
        bytes.append(little: UInt16(extra.count))
        bytes.append(little: UInt16(comment.count))
        bytes.append(little: disk)
        bytes.append(little: internalAttributes)
        bytes.append(little: externalAttributes)
        bytes.append(little: headerOffset)
        return bytes + name + extra + comment
    }

    /// Bytes of the whole record whose first ``fixedLength`` bytes these are; nil when it is no such record.
    static func length(of fixed: [UInt8]) -> Int? {
        guard fixed.count >= fixedLength, fixed.little32(0) == signature else { return nil }
        return fixedLength + Int(fixed.little16(28)) + Int(fixed.little16(30)) + Int(fixed.little16(32))
    }
}

extension CentralHeader {
    /// Reads a record of exactly the length that ``length(of:)`` gives.
    init?(parsing bytes: [UInt8]) {
        guard let length = Self.length(of: bytes), bytes.count == length else { return nil }
        let extraStart = Self.fixedLength + Int(bytes.little16(28))
        let commentStart = extraStart + Int(bytes.little16(30))
        self.init(
            versionMadeBy: bytes.little16(4),
            versionNeeded: bytes.little16(6),
            flags: bytes.little16(8),
            method: bytes.little16(10),
            modified: DOSTime(time: bytes.little16(12), date: bytes.little16(14)),
            crc32: bytes.little32(16),
            compressedSize: bytes.little32(20),
            size: bytes.little32(24),
            disk: bytes.little16(34),
            internalAttributes: bytes.little16(36),
            externalAttributes: bytes.little32(38),
            headerOffset: bytes.little32(42),
            name: Array(bytes[Self.fixedLength..<extraStart]),
            extra: Array(bytes[extraStart..<commentStart]),
            comment: Array(bytes[commentStart...])
        )
    }
}
