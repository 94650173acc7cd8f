/// Turns bytes of any charset into UTF-8.
///
/// Nothing is dropped: a byte that is not UTF-8 is read as Windows-1252, which has a character for nearly every byte,
/// so that a text in which two charsets are mixed is still read to its end.
enum Charset {
    enum Guess: Hashable {
        case utf8
        case utf16(bigEndian: Bool)
        case utf32(bigEndian: Bool)
        case mixed
    }

    static func decode(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        switch guess(bytes) {
        case .utf8: [UInt8](bytes)
        case .mixed: lenient(bytes)
        case .utf16(let bigEndian): utf16(bytes, bigEndian: bigEndian)
        case .utf32(let bigEndian): utf32(bytes, bigEndian: bigEndian)
        }
    }

    static func guess(_ bytes: UnsafeRawBufferPointer) -> Guess {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32(bigEndian: false) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32(bigEndian: true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true) }
        let hasNUL = bytes.prefix(1 << 16).contains(0)
        if !hasNUL, isUTF8(bytes) { return .utf8 }
        for bigEndian in [false, true] where looksLikeUTF16(bytes, bigEndian: bigEndian) {
            return .utf16(bigEndian: bigEndian)
        }
        return isUTF8(bytes) ? .utf8 : .mixed
    }

    static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
                continue
            }
            let length = sequenceLength(bytes, index)
            guard length > 0 else { return false }
            index += length
        }
        return true
    }

    /// The length of the UTF-8 sequence at `index`, or 0 if there is none (RFC 3629).
    static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return 0 }
        for next in 1..<length where bytes[index + next] & 0xC0 != 0x80 { return 0 }
        let second = bytes[index + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
            0xF4 where second > 0x8F:
            return 0
        default: return length
        }
    }

    /// UTF-8 where it is UTF-8, Windows-1252 elsewhere.
    static func lenient(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(bytes, index)
            if length > 0 {
                for next in index..<index + length { text.append(bytes[next]) }
                index += length
            } else {
                append(windows1252[Int(bytes[index]) - 0x80], to: &text)
                index += 1
            }
        }
        return text
    }

    static func lenient(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBytes { isUTF8($0) ? bytes : lenient($0) }
    }

    static func utf16(_ bytes: UnsafeRawBufferPointer, bigEndian: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        while index + 1 < bytes.count {
            let unit = unit16(bytes, index, bigEndian: bigEndian)
            index += 2
            if unit & 0xFC00 == 0xD800, index + 1 < bytes.count {
                let low = unit16(bytes, index, bigEndian: bigEndian)
                if low & 0xFC00 == 0xDC00 {
                    index += 2
                    append(0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF), to: &text)
                    continue
                }
            }
            append(UInt32(unit), to: &text)
        }
        return text
    }

    static func utf32(_ bytes: UnsafeRawBufferPointer, bigEndian: Bool) -> [UInt8] {
        var text: [UInt8] = []
        for index in stride(from: 0, to: bytes.count - 3, by: 4) {
            let value = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)
            append(bigEndian ? UInt32(bigEndian: value) : UInt32(littleEndian: value), to: &text)
        }
        return text
    }

    static func unit16(_ bytes: UnsafeRawBufferPointer, _ index: Int, bigEndian: Bool) -> UInt16 {
        bigEndian
            ? UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
            : UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index])
    }

    static func append(_ value: UInt32, to text: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return text.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
        text.append(contentsOf: UTF8.encode(scalar)!)
    }

    /// Whether nine in ten units are of scripts that a paper in these courts is written in.
    private static func looksLikeUTF16(_ bytes: UnsafeRawBufferPointer, bigEndian: Bool) -> Bool {
        let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 14))
        guard sample.count >= 8, bytes.count % 2 == 0 else { return false }
        var plausible = 0
        for index in stride(from: 0, to: sample.count - 1, by: 2)
        where isTextUnit(unit16(sample, index, bigEndian: bigEndian)) {
            plausible += 1
        }
        return plausible * 10 >= sample.count / 2 * 9
    }

    /// Latin, Greek, Cyrillic, Arabic, the scripts of India, and punctuation: few enough that noise seldom looks so.
    static func isTextUnit(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x52F, 0x600...0x6FF, 0x900...0xDFF, 0x2010...0x2027,
            0x200C, 0x200D:
            true
        default: false
        }
    }

    /// What Windows-1252 has at 0x80…0xFF; its five holes are the control characters there.
    private static let windows1252: [UInt32] =
        [
            0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
            0x0152,
            0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161,
            0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
        ] + Array(0xA0...0xFF)
}
