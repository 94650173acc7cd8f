/// One of the fields that follow a name in a header: a number that says what it is, and bytes (APPNOTE.TXT 4.5).
struct ExtraField: Equatable {
    /// Sizes and offsets of 64 bits.
    static let zip64: UInt16 = 0x0001
    /// Info-ZIP's second, UTF-8 name, which some readers prefer to the first.
    static let unicodePath: UInt16 = 0x7075

    var identifier: UInt16
    var bytes: [UInt8]

    /// The fields in order; nil when they do not fill the bytes exactly.
    static func all(in extra: [UInt8]) -> [ExtraField]? {
        var fields: [ExtraField] = []
        var offset = 0
        while offset < extra.count {
            guard offset + 4 <= extra.count else { return nil }
            let end = offset + 4 + Int(extra.little16(offset + 2))
            guard end <= extra.count else { return nil }
            fields.append(
                ExtraField(identifier: extra.little16(offset), bytes: Array(extra[(offset + 4)..<end]))
            )
            offset = end
        }
        return fields
    }
}

/// The numbers of a header; those that did not fit stand in its ZIP64 field.
struct WideNumbers: Equatable {
    var size: UInt64
    var compressedSize: UInt64
    var headerOffset: UInt64
    var disk: UInt32

    /// As the header itself gives them. A local header has neither offset nor disk.
    init(size: UInt32, compressedSize: UInt32, headerOffset: UInt32 = 0, disk: UInt16 = 0) {
        self.size = UInt64(size)
        self.compressedSize = UInt64(compressedSize)
        self.headerOffset = UInt64(headerOffset)
        self.disk = UInt32(disk)
    }

    /// The numbers with those of the ZIP64 field. Nil when the field lacks one that the header leaves to it, holds
    /// bytes that no rule accounts for, or says of a number in the header something else.
    ///
    /// Without a field the numbers may also be exactly those that stand for "look there".
    func widened(by fields: [ExtraField]) -> WideNumbers? {
        let zip64 = fields.filter { $0.identifier == ExtraField.zip64 }
        guard let field = zip64.first?.bytes else { return self }
        guard zip64.count == 1 else { return nil }

        let isLeft = [
            size == UInt32.max, compressedSize == UInt32.max, headerOffset == UInt32.max, disk == UInt16.max,
        ]
        let needed = zip(isLeft, [8, 8, 8, 4]).reduce(0) { $1.0 ? $0 + $1.1 : $0 }
        if field.count == needed { return taking(isLeft, from: field) }

        // Some writers put the first one, two, three or four there, needed or not.
        guard let last = [8, 16, 24, 28].firstIndex(of: field.count) else { return nil }
        let wide = taking((0..<4).map { $0 <= last }, from: field)
        guard (last + 1..<4).allSatisfy({ !isLeft[$0] }),
            isLeft[0] || wide.size == size,
            isLeft[1] || wide.compressedSize == compressedSize,
            isLeft[2] || wide.headerOffset == headerOffset,
            isLeft[3] || wide.disk == disk
        else { return nil }
        return wide
    }

    private func taking(_ isThere: [Bool], from field: [UInt8]) -> WideNumbers {
        var wide = self
        var offset = 0
        func next() -> UInt64 {
            defer { offset += 8 }
            return field.little64(offset)
        }
        if isThere[0] { wide.size = next() }
        if isThere[1] { wide.compressedSize = next() }
        if isThere[2] { wide.headerOffset = next() }
        if isThere[3] { wide.disk = field.little32(offset) }
        return wide
    }
}
