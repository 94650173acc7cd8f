/// What stays of a word when the freedom of spelling is taken out of it.
///
/// South Asian names are spelt in Latin letters as each person likes: Meena and Mina, Sharma and Sarma,
/// Bikram and Vikram, Moumita and Maumita. Two spellings of one name have one skeleton, and so have the
/// spellings in Bengali and Devanagari after `Brahmic.romanise`. The rules: aspiration and doubling are
/// dropped, letters that stand for one sound become one, and (`.coarse`) the vowel a is kept only at both
/// ends, since scripts write or leave it out where Latin does the other.
enum Skeleton {
    enum Grain {
        case coarse
        /// Keeps every a: for words so short that nothing else would be left.
        case medium
    }

    static func append(_ word: UnsafeBufferPointer<UInt8>, _ grain: Grain, to out: inout [UInt8]) {
        let start = out.count
        let count = word.count
        var index = 0

        func at(_ index: Int) -> UInt8 { index < count ? word[index] : 0 }
        func put(_ letter: Letter) {
            if out.count > start, out[out.count - 1] == letter.rawValue { return }
            out.append(letter.rawValue)
        }

        while index < count {
            let letter = word[index]
            let next = at(index + 1)
            var taken = 1
            switch letter {
            case .a:
                switch next {
                case .a:
                    while at(index + taken) == .a { taken += 1 }
                    // As one a; what follows may make it another vowel.
                    index += taken - 1
                    continue
                case _ where next == .i || (next == .y && !isVowel(at(index + 2))):
                    put(.a)
                    put(.y)
                    taken = 2
                    while at(index + taken) == .i { taken += 1 }
                case .u:
                    put(.u)
                    taken = 2
                case .w where !isVowel(at(index + 2)):
                    put(.u)
                    taken = 2
                case .e:
                    put(.e)
                    taken = 2
                default: put(.a)
                }
            case .e:
                switch next {
                case .e:
                    while at(index + taken) == .e { taken += 1 }
                    // preeya is priya is prya
                    if at(index + taken) != .y || !isVowel(at(index + taken + 1)) { put(.i) }
                case .a where grain == .coarse && index + 2 < count:
                    put(.i)
                    taken = 2
                case .i:
                    put(.i)
                    taken = 2
                case .y where !isVowel(at(index + 2)):
                    put(index + 2 == count ? .i : .e)
                    taken = 2
                default: put(.e)
                }
            case .i:
                while at(index + taken) == .i { taken += 1 }
                let after = at(index + taken)
                if after == .y, isVowel(at(index + taken + 1)) {
                    // priya, prya
                } else if after == .a || after == .o || after == .u {
                    put(.y)  // ria, riya
                } else {
                    put(.i)
                    if after == .e { taken += 1 }
                }
            case .o:
                switch next {
                case .o:
                    while at(index + taken) == .o { taken += 1 }
                    put(.u)
                case .u:
                    put(.u)
                    taken = 2
                case .w where !isVowel(at(index + 2)):
                    put(.u)
                    taken = 2
                case .i, .y:
                    put(.a)
                    put(.y)
                    taken = 2
                default: put(.o)
                }
            case .u:
                while at(index + taken) == .u { taken += 1 }
                put(.u)
            case .y:
                if index == 0 {
                    put(.j)
                } else if isVowel(next) || isVowel(word[index - 1]) {
                    put(.y)
                } else {
                    put(.i)
                }
            case .b, .v, .w: put(.b)
            case .c:
                if next == .h {
                    put(.c)
                } else if next == .c || next == .k {
                    // The next letter says it.
                } else if next == .e || next == .i || next == .y {
                    put(.s)
                } else {
                    put(.k)
                }
            case .g where next == .n && index == 0: break
            case .j where next == .n:
                put(.g)
                put(.y)
                taken = 2
            case .j, .z: put(.j)
            case .k, .q: put(.k)
            case .x:
                put(.k)
                put(.s)
            case .p where next == .h:
                put(.f)
                taken = 2
            case .h:
                // Spoken only at the start, and between or before other sounds; else it is aspiration.
                if index == 0 || (isVowel(word[index - 1]) && index + 1 < count) { put(.h) }
            default:
                if let plain = Letter(ascii: letter) { put(plain) }
            }
            index += taken
        }
        if grain == .coarse { dropInnerA(&out, from: start) }
        // n is spoken m before lips.
        for index in start..<out.count where index > start && out[index - 1] == Letter.n.rawValue {
            if out[index] == Letter.b.rawValue || out[index] == Letter.p.rawValue {
                out[index - 1] = Letter.m.rawValue
            }
        }
    }

    private static func dropInnerA(_ out: inout [UInt8], from start: Int) {
        guard out.count > start + 2 else { return }
        var kept = start + 1
        for index in (start + 1)..<out.count {
            if out[index] == Letter.a.rawValue && index != out.count - 1 { continue }
            out[kept] = out[index]
            kept += 1
        }
        out.removeSubrange(kept...)
    }

    static func isVowel(_ letter: UInt8) -> Bool {
        letter == .a || letter == .e || letter == .i || letter == .o || letter == .u
    }

    private enum Letter: UInt8 {
        case a = 97, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z
        init?(ascii: UInt8) { self.init(rawValue: ascii) }
    }
}

extension UInt8 {
    static let a: UInt8 = 97
    static let b: UInt8 = 98
    static let c: UInt8 = 99
    static let e: UInt8 = 101
    static let g: UInt8 = 103
    static let h: UInt8 = 104
    static let i: UInt8 = 105
    static let j: UInt8 = 106
    static let k: UInt8 = 107
    static let n: UInt8 = 110
    static let o: UInt8 = 111
    static let p: UInt8 = 112
    static let q: UInt8 = 113
    static let u: UInt8 = 117
    static let v: UInt8 = 118
    static let w: UInt8 = 119
    static let x: UInt8 = 120
    static let y: UInt8 = 121
    static let z: UInt8 = 122
}
