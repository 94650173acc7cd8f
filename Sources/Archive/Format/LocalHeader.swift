/// The header before an entry's content (APPNOTE.TXT 6.3.10, section 4.3.7), field by field.
struct LocalHeader: Equatable {
    static let signature: UInt32 = 0x0403_4B50
    /// Bytes before the name.
    static let fixedLength = 30

    var versionNeeded: UInt16
    var flags: UInt16
    var method: UInt16
    var modified: DOSTime
    var crc32: UInt32
    var compressedSize: UInt32
    var size: UInt32
    var name: [UInt8]
    var extra: [UInt8]

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.fixedLength + name.count + extra.count)
        bytes.append(little: Self.signature)
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
        return bytes + name + extra
    }

    /// Bytes of the whole header whose first ``fixedLength`` bytes these are; nil when it is no local header.
    static func length(of fixed: [UInt8]) -> Int? {
        guard fixed.count >= fixedLength, fixed.little32(0) == signature else { return nil }
        return fixedLength + Int(fixed.little16(26)) + Int(fixed.little16(28))
    }
}

extension LocalHeader {
    /// Reads a header of exactly the length that ``length(of:)`` gives.
    init?(parsing bytes: [UInt8]) {
        guard let length = Self.length(of: bytes), bytes.count == length else { return nil }
        let extraStart = Self.fixedLength + Int(bytes.little16(26))
        self.init(
            versionNeeded: bytes.little16(4),
            flags: bytes.little16(6),
            method: bytes.little16(8),
            modified: DOSTime(time: bytes.little16(10), date: bytes.little16(12)),
            crc32: bytes.little32(14),
            compressedSize: bytes.little32(18),
            size: bytes.little32(22),
            name: Array(bytes[Self.fixedLength..<extraStart]),
            extra: Array(bytes[extraStart...])
        )
    }
}
