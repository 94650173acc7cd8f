/// The scripts that are told apart.
enum Script: UInt8, Sendable {
    case latin
    case devanagari
    case bengali
    /// Gurmukhi, Gujarati, Oriya: read as Devanagari, whose layout in Unicode they share.
    case other

    init(indic scalar: UInt32) {
        switch scalar {
        case 0x900..<0x980: self = .devanagari
        case 0x980..<0xA00: self = .bengali
        default: self = .other
        }
    }
}

/// Reads words in Indic scripts aloud in plain Latin letters.
///
/// The result is a key to compare by, no romanisation to print: long and short vowels, and the dental and
/// the retroflex letters, come out alike, since nobody spells them apart in names.
enum Brahmic {
    /// - Parameter asSpoken: leave out what is written but not spoken in Bengali: the last letter of শ্য, স্ব,
    ///   ক্ষ and ক্ষ্ম.
    static func romanise(_ word: ArraySlice<UInt32>, asSpoken: Bool = false, into out: inout [UInt8]) {
        // The vowel that a consonant carries until something else is said.
        var inherent = false
        // Whether that consonant is the second of two: such a vowel is spoken even at the end of a word.
        var joined = false
        var afterVirama = false
        // Where the letters of the last consonant begin.
        var consonant = out.count
        var index = word.startIndex

        func put(_ letters: StaticString) {
            letters.withUTF8Buffer { out.append(contentsOf: $0) }
        }
        func offset(_ index: Int) -> UInt32? { word.indices.contains(index) ? word[index] & 0x7F : nil }
        /// The offset of the next consonant or vowel, if the next is a consonant.
        func following(_ index: Int) -> UInt32? {
            guard let next = offset(index), isConsonant(next) else { return nil }
            return next
        }

        while index < word.endIndex {
            let scalar = word[index]
            let isBengali = Script(indic: scalar) == .bengali
            let place = scalar & 0x7F
            index += 1
            switch place {
            case 0x3C:  // nukta: another letter of the same shape
                change(&out, from: consonant, bengali: isBengali)
            case 0x4D:  // virama
                inherent = false
                afterVirama = true
                continue
            case _ where place == 0x01 || place == 0x02 || (place == 0x70 && !isBengali):
                if inherent { out.append(97) }
                inherent = false
                guard let next = following(index) else {
                    if place == 0x02 { put(isBengali ? "ng" : "n") }
                    break
                }
                switch next {
                case 0x2A...0x2E: put("m")
                case 0x39 where place == 0x02: put("ng")
                default: put("n")
                }
            case 0x05...0x14, 0x60, 0x61:  // vowels
                if inherent { out.append(97) }
                inherent = false
                put(vowel(place))
            case 0x3E...0x4C, 0x57, 0x62, 0x63:  // signs of vowels
                inherent = false
                // ো and ৌ may be written as two signs.
                if index >= word.startIndex + 2, offset(index - 2) == 0x47, out.last == 101,
                    place == 0x3E || place == 0x57
                {
                    out.removeLast()
                    put(place == 0x3E ? "o" : "au")
                } else {
                    put(place == 0x57 ? "au" : vowel(place))
                }
            case _ where isConsonant(place) || (isBengali && (place == 0x70 || place == 0x71)):
                if inherent { out.append(97) }
                inherent = place != 0x4E  // ৎ never has a vowel
                joined = afterVirama
                if afterVirama && asSpoken && isBengali && isSilent(place, after: out.last) {
                    if place == 0x37 { put("h") }  // ক্ষ is spoken kkh
                    break
                }
                consonant = out.count
                // ওয়া is spoken wa.
                if out.last == 111, isYa(word, at: index - 1), isAA(word, after: index - 1) {
                    out.removeLast()
                    consonant = out.count
                    put("w")
                    if offset(index) == 0x3C { index += 1 }
                    break
                }
                // ज्ञ is spoken gy.
                if place == 0x1E, afterVirama, out.last == 106 {
                    out.removeLast()
                    put("gy")
                    break
                }
                if isBengali {
                    switch place {
                    case 0x2F: put(afterVirama ? "y" : "j")
                    case 0x4E: put("t")
                    case 0x70: put("r")
                    case 0x71, 0x35: put("w")
                    default: put(name(place, beforeVirama: offset(index) == 0x4D))
                    }
                } else {
                    put(name(place, beforeVirama: offset(index) == 0x4D))
                }
            case 0x50: put("om")
            default: break  // visarga, avagraha, stress marks: not spoken, or not in a name
            }
            afterVirama = false
        }
        if inherent && joined { out.append(97) }
    }

    private static func isConsonant(_ place: UInt32) -> Bool {
        (0x15...0x39).contains(place) || (0x58...0x5F).contains(place) || place == 0x4E
    }

    private static func isSilent(_ place: UInt32, after letter: UInt8?) -> Bool {
        place == 0x2F || place == 0x2C || (place == 0x37 && letter == 107) || (place == 0x2E && letter == 104)
    }

    /// Whether য় stands there, as one character or as two.
    private static func isYa(_ word: ArraySlice<UInt32>, at index: Int) -> Bool {
        word[index] == 0x9DF
            || (word[index] == 0x9AF && index + 1 < word.endIndex && word[index + 1] == 0x9BC)
    }

    private static func isAA(_ word: ArraySlice<UInt32>, after index: Int) -> Bool {
        var next = index + 1
        if next < word.endIndex, word[next] == 0x9BC { next += 1 }
        return next < word.endIndex && word[next] == 0x9BE
    }

    private static func name(_ place: UInt32, beforeVirama: Bool) -> StaticString {
        switch place {
        case 0x15: "k"
        case 0x16: "kh"
        case 0x17: "g"
        case 0x18: "gh"
        case 0x19: beforeVirama ? "n" : "ng"
        case 0x1A: "ch"
        case 0x1B: "chh"
        case 0x1C: "j"
        case 0x1D: "jh"
        case 0x1F, 0x24: "t"
        case 0x20, 0x25: "th"
        case 0x21, 0x26: "d"
        case 0x22, 0x27: "dh"
        case 0x1E, 0x23, 0x28, 0x29: "n"
        case 0x2A: "p"
        case 0x2B: "ph"
        case 0x2C: "b"
        case 0x2D: "bh"
        case 0x2E: "m"
        case 0x2F, 0x5F: "y"
        case 0x30, 0x31, 0x5C: "r"
        case 0x32, 0x33, 0x34: "l"
        case 0x35: "v"
        case 0x36, 0x37: "sh"
        case 0x38: "s"
        case 0x39: "h"
        case 0x58: "q"
        case 0x59: "kh"
        case 0x5A: "g"
        case 0x5B: "z"
        case 0x5D: "rh"
        case 0x5E: "f"
        default: ""
        }
    }

    private static func vowel(_ place: UInt32) -> StaticString {
        switch place {
        case 0x05, 0x06, 0x3E: "a"
        case 0x07, 0x08, 0x3F, 0x40: "i"
        case 0x09, 0x0A, 0x41, 0x42: "u"
        case 0x0B, 0x43, 0x44, 0x60: "ri"
        case 0x0C, 0x61, 0x62, 0x63: "li"
        case 0x0D...0x0F, 0x45...0x47: "e"
        case 0x10, 0x48: "ai"
        case 0x11...0x13, 0x49...0x4B: "o"
        case 0x14, 0x4C: "au"
        default: ""
        }
    }

    /// What a nukta makes of the consonant whose letters begin at `start`.
    private static func change(_ out: inout [UInt8], from start: Int, bengali: Bool) {
        guard start < out.count else { return }
        let old = out[start]
        func replace(_ letters: StaticString) {
            out.removeSubrange(start...)
            letters.withUTF8Buffer { out.append(contentsOf: $0) }
        }
        switch old {
        case 100: replace("r")  // ड़ ঢ়
        case 106: replace(bengali ? "y" : "z")  // য় is য with a nukta; ज़
        case 112: replace("f")
        case 107 where out.count == start + 1: replace("q")
        default: break
        }
    }
}
