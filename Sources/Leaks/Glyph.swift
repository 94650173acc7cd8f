/// What stands between two words.
struct Separator: OptionSet, Sendable {
    let rawValue: UInt16
    static let space = Separator(rawValue: 1)
    static let newline = Separator(rawValue: 2)
    static let hyphen = Separator(rawValue: 4)
    static let dot = Separator(rawValue: 8)
    static let underscore = Separator(rawValue: 16)
    static let apostrophe = Separator(rawValue: 32)
    static let at = Separator(rawValue: 64)
    static let slash = Separator(rawValue: 128)
    static let comma = Separator(rawValue: 256)
    static let other = Separator(rawValue: 512)
    static let plus = Separator(rawValue: 1024)
    static let bracket = Separator(rawValue: 2048)
    /// Invisible, but said to be a place where a word may be broken.
    static let softHyphen = Separator(rawValue: 4096)

    /// What people put between the groups of a number.
    static let grouping: Separator = [
        .space, .newline, .hyphen, .dot, .underscore, .slash, .comma, .plus, .bracket, .softHyphen,
    ]
    /// What people put between the letters of a word that they spell out.
    static let spelling: Separator = [.space, .newline, .hyphen, .dot, .underscore, .softHyphen, .comma]
    /// Whether there is a blank or a line end.
    var isBlank: Bool { !intersection([.space, .newline]).isEmpty }
}

/// One character as the search sees it.
enum Glyph {
    /// Up to four ASCII letters, the first in the lowest byte.
    case letters(UInt32)
    /// A letter or sign of an Indic script.
    case indic(UInt32)
    /// 0 to 9, whatever the script.
    case digit(UInt8)
    /// Seen by nobody, or a mark on the letter before it.
    case ignorable
    case separator(Separator)

    init(_ scalar: UInt32) {
        if scalar < GlyphTable.limit {
            self = GlyphTable.shared.glyph(scalar)
            return
        }
        switch scalar {
        case 0xFF10...0xFF19: self = .digit(UInt8(scalar - 0xFF10))
        case 0xFF21...0xFF3A: self = .letters(scalar - 0xFF21 + 97)
        case 0xFF41...0xFF5A: self = .letters(scalar - 0xFF41 + 97)
        case 0xFF0D, 0xFE63, 0xFE58: self = .separator(.hyphen)
        case 0xFF0E, 0xFF61: self = .separator(.dot)
        case 0xFF3F: self = .separator(.underscore)
        case 0xFF20: self = .separator(.at)
        case 0xFF0F: self = .separator(.slash)
        case 0xFF07: self = .separator(.apostrophe)
        case 0xFF0C, 0x3001: self = .separator(.comma)
        case 0x3000: self = .separator(.space)
        case 0xFB00: self = .letters(Glyph.packed("ff"))
        case 0xFB01: self = .letters(Glyph.packed("fi"))
        case 0xFB02: self = .letters(Glyph.packed("fl"))
        case 0xFB03: self = .letters(Glyph.packed("ffi"))
        case 0xFB04: self = .letters(Glyph.packed("ffl"))
        case 0xFB05, 0xFB06: self = .letters(Glyph.packed("st"))
        case 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xE0000...0xE01EF: self = .ignorable
        // Mathematical letters: alphabets of 52, upper case first; a few places are empty.
        case 0x1D400...0x1D6A3:
            self = .letters((scalar - 0x1D400) % 26 + 97)
        case 0x1D7CE...0x1D7FF: self = .digit(UInt8((scalar - 0x1D7CE) % 10))
        // Letters in squares and circles, and flags.
        case 0x1F110...0x1F129: self = .letters(scalar - 0x1F110 + 97)
        case 0x1F130...0x1F149: self = .letters(scalar - 0x1F130 + 97)
        case 0x1F150...0x1F169: self = .letters(scalar - 0x1F150 + 97)
        case 0x1F170...0x1F189: self = .letters(scalar - 0x1F170 + 97)
        case 0x1F1E6...0x1F1FF: self = .letters(scalar - 0x1F1E6 + 97)
        case 0x1FBF0...0x1FBF9: self = .digit(UInt8(scalar - 0x1FBF0))
        default: self = .separator(.other)
        }
    }

    fileprivate static func packed(_ letters: StaticString) -> UInt32 {
        letters.withUTF8Buffer { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    }
}

/// The characters below U+3000, looked up.
private struct GlyphTable: Sendable {
    static let limit: UInt32 = 0x3000
    static let shared = GlyphTable()

    /// The kind in the upper byte, its value in the lower three.
    private let entries: [UInt32]

    private enum Kind {
        static let letters: UInt32 = 1 << 28
        static let indic: UInt32 = 2 << 28
        static let digit: UInt32 = 3 << 28
        static let ignorable: UInt32 = 4 << 28
        static let separator: UInt32 = 5 << 28
        static let mask: UInt32 = 15 << 28
    }

    func glyph(_ scalar: UInt32) -> Glyph {
        let entry = entries[Int(scalar)]
        let value = entry & ~Kind.mask
        switch entry & Kind.mask {
        case Kind.letters: return .letters(value)
        case Kind.indic: return .indic(value)
        case Kind.digit: return .digit(UInt8(value))
        case Kind.ignorable: return .ignorable
        default: return .separator(Separator(rawValue: UInt16(value)))
        }
    }

    private init() {
        var entries = [UInt32](
            repeating: Kind.separator | UInt32(Separator.other.rawValue),
            count: Int(Self.limit)
        )
        func set(_ range: ClosedRange<Int>, _ entry: UInt32) {
            for scalar in range { entries[scalar] = entry }
        }
        func separators(_ scalars: [Int], _ separator: Separator) {
            for scalar in scalars { entries[scalar] = Kind.separator | UInt32(separator.rawValue) }
        }
        func digits(from zero: Int) {
            for digit in 0..<10 { entries[zero + digit] = Kind.digit | UInt32(digit) }
        }
        for letter in 0..<26 {
            let entry = Kind.letters | UInt32(97 + letter)
            entries[97 + letter] = entry
            entries[65 + letter] = entry
            entries[0x24B6 + letter] = entry  // in circles
            entries[0x24D0 + letter] = entry
            entries[0x249C + letter] = entry  // in brackets
        }
        for (letters, characters) in [LatinLetters.folded, LatinLetters.lookAlikes].joined() {
            for scalar in characters.unicodeScalars where scalar.value < Self.limit {
                entries[Int(scalar.value)] = Kind.letters | Glyph.packed(letters)
            }
        }
        digits(from: 48)
        for zero in [0x660, 0x6F0] { digits(from: zero) }
        // Devanagari, Bengali, Gurmukhi, Gujarati, Oriya: one layout.
        for block in stride(from: 0x900, through: 0xB00, by: 0x80) {
            for scalar in block...(block + 0x7F) {
                entries[scalar] = Kind.indic | UInt32(scalar)
            }
            separators([block + 0x64, block + 0x65, block + 0x70], .dot)
            if block != 0x900 {
                // Letters of Bengali (Assamese) and signs of Gurmukhi, where Devanagari has a stop.
                entries[block + 0x70] = Kind.indic | UInt32(block + 0x70)
            }
            digits(from: block + 0x66)
        }
        // Bengali rupee signs and fractions.
        set(0x9F2...0x9FB, Kind.separator | UInt32(Separator.other.rawValue))

        set(0x300...0x36F, Kind.ignorable)
        set(0x1AB0...0x1AFF, Kind.ignorable)
        set(0x1DC0...0x1DFF, Kind.ignorable)
        set(0x20D0...0x20FF, Kind.ignorable)
        set(0x180B...0x180F, Kind.ignorable)
        set(0x200B...0x200F, Kind.ignorable)
        set(0x202A...0x202E, Kind.ignorable)
        set(0x2060...0x206F, Kind.ignorable)
        for scalar in [0x34F, 0x61C, 0x115F] { entries[scalar] = Kind.ignorable }
        separators([0xAD], .softHyphen)

        separators([0x20, 0x09, 0xA0, 0x1680, 0x202F, 0x205F] + Array(0x2000...0x200A), .space)
        separators([0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], .newline)
        separators([0x2D, 0x2212, 0x2043] + Array(0x2010...0x2015), .hyphen)
        separators([0x2E, 0xB7, 0x2022, 0x2024, 0x2027], .dot)
        separators([0x5F], .underscore)
        separators([0x27, 0x60, 0xB4, 0x2BC, 0x2B9, 0x2018, 0x2019, 0x201B, 0x2032], .apostrophe)
        separators([0x40], .at)
        separators([0x2F, 0x5C, 0x2044, 0x2215], .slash)
        separators([0x2C], .comma)
        separators([0x2B], .plus)
        separators([0x28, 0x29, 0x5B, 0x5D], .bracket)
        self.entries = entries
    }
}
