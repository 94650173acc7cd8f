internal import Glibc

/// Bytes with which files begin, for those that stand inside or behind others.
enum Signatures {
    static let pdf = Array("%PDF-".utf8)

    static let pictures: Set<[UInt8]> = [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0], [0xFF, 0xD8, 0xFF, 0xE1],
    ]

    /// Long enough that chance hardly makes them.
    static let inside: [[UInt8]] = [
        [0x50, 0x4B, 3, 4], pdf, Array("Rar!\u{1A}\u{07}".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
        Array("SQLite format 3\0".utf8), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF, 0xE0], [0xFF, 0xD8, 0xFF, 0xE1],
    ]

    static func isIn(_ signature: [UInt8], _ bytes: some Sequence<UInt8>) -> Bool {
        Array(bytes).withUnsafeBytes { find(signature, in: $0, from: 0, to: $0.count) != nil }
    }

    static func find(
        _ signature: [UInt8],
        in bytes: UnsafeRawBufferPointer,
        from start: Int,
        to end: Int
    ) -> Int? {
        let end = min(end, bytes.count)
        var index = start
        while index + signature.count <= end {
            guard let hit = memchr(bytes.baseAddress! + index, Int32(signature[0]), end - index) else {
                return nil
            }
            index = bytes.baseAddress!.distance(to: UnsafeRawPointer(hit))
            guard index + signature.count <= end else { return nil }
            if memcmp(bytes.baseAddress! + index, signature, signature.count) == 0 { return index }
            index += 1
        }
        return nil
    }
}
