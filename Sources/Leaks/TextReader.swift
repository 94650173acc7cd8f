/// Reads UTF-8 (tolerating what is none) character by character, and sees through character references of
/// HTML and XML, percent-encoding, and the escapes of JSON.
struct TextReader {
    let bytes: UnsafeBufferPointer<UInt8>

    /// No escaped character is longer than this, in bytes.
    static let lookahead = 16
    /// A word ends here at the latest, in letters and in bytes.
    static let longestWord = 120
    static let longestWordBytes = 1200

    /// The scalar at `index` and how many bytes it takes. A byte that is no UTF-8 is U+FFFD.
    func scalar(at index: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[index]
        switch first {
        case 38: return reference(at: index) ?? (38, 1)
        case 37: return percent(at: index) ?? (37, 1)
        case 92: return backslash(at: index) ?? (92, 1)
        case ..<0x80: return (UInt32(first), 1)
        default: return Self.decode(count: bytes.count - index) { bytes[index + $0] }
        }
    }

    private static func decode(count: Int, _ byte: (Int) -> UInt8) -> (scalar: UInt32, length: Int) {
        let first = UInt32(byte(0))
        let length: Int
        var scalar: UInt32
        switch first {
        case 0xC2...0xDF: (length, scalar) = (2, first & 0x1F)
        case 0xE0...0xEF: (length, scalar) = (3, first & 0x0F)
        case 0xF0...0xF4: (length, scalar) = (4, first & 0x07)
        default: return (0xFFFD, 1)
        }
        guard count >= length else { return (0xFFFD, 1) }
        for offset in 1..<length {
            let next = UInt32(byte(offset))
            guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | (next & 0x3F)
        }
        return (scalar, length)
    }

    /// `&#2350;`, `&#x92e;`, and the named ones that stand within or between words.
    private func reference(at index: Int) -> (scalar: UInt32, length: Int)? {
        guard index + 3 < bytes.count else { return nil }
        let end = min(bytes.count, index + Self.lookahead - 2)
        if bytes[index + 1] == 35 {
            var scalar: UInt32 = 0
            let isHex = bytes[index + 2] | 0x20 == 120
            var next = index + (isHex ? 3 : 2)
            let start = next
            while next < end, let digit = Self.digit(bytes[next], hex: isHex), scalar < 0x11_0000 {
                scalar = scalar * (isHex ? 16 : 10) + digit
                next += 1
            }
            guard next > start, next < end, bytes[next] == 59, scalar < 0x11_0000 else { return nil }
            return (scalar, next + 1 - index)
        }
        for (name, scalar) in Self.named {
            let length = name.utf8CodeUnitCount
            guard index + 1 + length < end, bytes[index + 1 + length] == 59 else { continue }
            let same = name.withUTF8Buffer { name in
                name.indices.allSatisfy { bytes[index + 1 + $0] == name[$0] }
            }
            if same { return (scalar, length + 2) }
        }
        return nil
    }

    private static let named: [(StaticString, UInt32)] = [
        ("nbsp", 0xA0), ("shy", 0xAD), ("zwj", 0x200D), ("zwnj", 0x200C), ("amp", 38), ("apos", 39),
        ("lt", 60), ("gt", 62), ("quot", 34), ("ensp", 0x20), ("emsp", 0x20), ("thinsp", 0x20),
        ("eacute", 0xE9), ("aacute", 0xE1), ("iacute", 0xED), ("oacute", 0xF3), ("uacute", 0xFA),
        ("commat", 64), ("period", 46), ("hyphen", 45), ("lowbar", 95),
    ]

    /// `%E0%A4%AE`: one character in one to four escaped bytes.
    private func percent(at index: Int) -> (scalar: UInt32, length: Int)? {
        var escaped: [UInt8] = []
        var next = index
        while escaped.count < 4, next + 2 < bytes.count, bytes[next] == 37,
            let high = Self.digit(bytes[next + 1], hex: true),
            let low = Self.digit(bytes[next + 2], hex: true)
        {
            escaped.append(UInt8(high << 4 | low))
            next += 3
            if escaped[0] < 0x80 { break }
        }
        guard let first = escaped.first else { return nil }
        if first < 0x80 { return (UInt32(first), 3) }
        let (scalar, length) = Self.decode(count: escaped.count) { escaped[$0] }
        return scalar == 0xFFFD ? nil : (scalar, length * 3)
    }

    /// `\u092e`, as JSON and programs write it.
    private func backslash(at index: Int) -> (scalar: UInt32, length: Int)? {
        guard let high = unit(at: index) else { return nil }
        if (0xD800..<0xDC00).contains(high), let low = unit(at: index + 6), (0xDC00..<0xE000).contains(low) {
            return (0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
        }
        return (high, 6)
    }

    private func unit(at index: Int) -> UInt32? {
        guard index + 5 < bytes.count, bytes[index] == 92, bytes[index + 1] == 117 else { return nil }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            guard let digit = Self.digit(bytes[index + offset], hex: true) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func digit(_ byte: UInt8, hex: Bool) -> UInt32? {
        switch byte {
        case 48...57: UInt32(byte - 48)
        case 65...70 where hex: UInt32(byte - 55)
        case 97...102 where hex: UInt32(byte - 87)
        default: nil
        }
    }
}

/// The word (or number) that a reader has just read.
struct ReadWord {
    enum Kind {
        case letters
        case digits
    }
    var kind = Kind.letters
    var script = Script.latin
    /// Lower-case ASCII letters or digits, whatever they were written in.
    var letters: [UInt8] = []
    /// Where the last letter ends.
    var end = 0
    /// The scalars of a word in an Indic script.
    var scalars: [UInt32] = []
    /// Where, in `letters`, a capital follows a small letter: `MinaDas`.
    var humps: [Int] = []
    /// The bytes at which those capitals stand.
    var humpOffsets: [Int] = []
    var startsWithCapital = false

    /// The letters as Bengali is spoken rather than written.
    func spoken() -> [UInt8] {
        guard script == .bengali else { return letters }
        var spoken: [UInt8] = []
        Brahmic.romanise(scalars[...], asSpoken: true, into: &spoken)
        return spoken
    }
}

extension TextReader {
    /// Reads the word that begins at `start` (where a letter or digit stands) into `word`.
    ///
    /// - Returns: whether the word is sure to be whole: false if it runs up to `limit`.
    func readWord(at start: Int, limit: Int, into word: inout ReadWord) -> Bool {
        word.letters.removeAll(keepingCapacity: true)
        word.scalars.removeAll(keepingCapacity: true)
        word.humps.removeAll(keepingCapacity: true)
        word.humpOffsets.removeAll(keepingCapacity: true)
        word.script = .latin
        word.kind = .letters
        word.end = start
        var index = start
        var isFirst = true
        var afterSmall = false
        var count = 0
        reading: while index < limit {
            if count >= Self.longestWord || index - start > Self.longestWordBytes { break }
            let (scalar, length) = scalar(at: index)
            switch Glyph(scalar) {
            case .ignorable:
                index += length
                continue
            case .separator: break reading
            case .digit(let value):
                if isFirst {
                    word.kind = .digits
                } else if word.kind != .digits {
                    break reading
                }
                word.letters.append(48 + value)
            case .letters(let packed):
                if !isFirst, word.kind == .digits || word.script != .latin { break reading }
                let isCapital = (65...90).contains(scalar)
                if isFirst { word.startsWithCapital = isCapital }
                if isCapital && afterSmall {
                    word.humps.append(word.letters.count)
                    word.humpOffsets.append(index)
                }
                afterSmall = (97...122).contains(scalar)
                var rest = packed
                while rest != 0 {
                    word.letters.append(UInt8(truncatingIfNeeded: rest))
                    rest >>= 8
                }
            case .indic(let indic):
                let script = Script(indic: indic)
                if isFirst {
                    word.script = script
                    word.startsWithCapital = false
                } else if word.kind == .digits || word.script != script {
                    break reading
                }
                word.scalars.append(indic)
            }
            isFirst = false
            count += 1
            index += length
            word.end = index
        }
        if !word.scalars.isEmpty { Brahmic.romanise(word.scalars[...], into: &word.letters) }
        return index < limit
    }
}
