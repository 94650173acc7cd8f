/// The other spellings of a word by which it is filed, beside its own.
enum Spellings {
    struct Spelling {
        var letters: [UInt8]
        /// The scripts of text in which it counts.
        var scripts: Set<Script>
    }

    static func of(_ word: TermWord) -> [Spelling] {
        let letters = word.letters
        let indic: Set<Script> = [.devanagari, .bengali, .other]
        var spellings = [Spelling(letters: letters, scripts: indic.union([.latin]))]
        func add(_ letters: [UInt8], _ scripts: Set<Script>) {
            spellings.append(Spelling(letters: letters, scripts: scripts))
        }
        guard !word.isNumber, letters.count >= 3, let last = letters.last else { return spellings }

        if word.spoken != letters { add(word.spoken, indic.union([.latin])) }
        // The last a is written or left out: Ashok, Ashoka; Krishna, Krishn.
        if last == .a, letters.count >= 6 { add(letters.dropLast(), indic.union([.latin])) }
        if !Skeleton.isVowel(last), last != .y, last != .h {
            let isJoined = !Skeleton.isVowel(letters[letters.count - 2])
            if letters.count >= 5 { add(letters + [.a], [.latin]) }
            if letters.count >= 4, isJoined { add(letters + [.a], indic) }
        }
        // Bengali speaks the inherent vowel o, and spells it so in Latin letters: Komol, Kamal.
        let alone = letters.indices.filter { isAlone(letters, $0) }
        if word.spoken != letters {
            let spoken = word.spoken
            let places = spoken.indices.filter {
                spoken[$0] == .a && $0 != spoken.count - 1 && isAlone(spoken, $0)
            }
            for spelling in swapped(spoken, at: places, to: .o) { add(spelling, [.latin]) }
        }
        if word.script == .latin {
            let scripts: Set<Script> = letters.count >= 6 ? indic.union([.latin]) : [.bengali, .devanagari]
            for spelling in swapped(letters, at: alone.filter { letters[$0] == .o }, to: .a) {
                add(spelling, scripts)
            }
        }
        if word.script == .bengali || letters.count >= 5 {
            let places = alone.filter { letters[$0] == .a && $0 != letters.count - 1 }
            for spelling in swapped(letters, at: places, to: .o) { add(spelling, [.latin]) }
        }
        // য is spoken j and often written y: Surya, Surja; Sanjukta, Sanyukta.
        if letters.count >= 5 {
            let places = letters.indices.filter { $0 > 0 && letters[$0] == .y && isConsonantal(letters, $0) }
            for spelling in swapped(letters, at: places, to: .j) { add(spelling, indic.union([.latin])) }
            let other = letters.indices.filter { $0 > 0 && letters[$0] == .j }
            for spelling in swapped(letters, at: other, to: .y) where letters.count >= 7 {
                add(spelling, indic.union([.latin]))
            }
        }
        return spellings
    }

    /// Whether the vowel there is no part of a longer one.
    private static func isAlone(_ letters: [UInt8], _ index: Int) -> Bool {
        let before = index > 0 ? letters[index - 1] : 0
        let after = index + 1 < letters.count ? letters[index + 1] : 0
        return !Skeleton.isVowel(before) && !Skeleton.isVowel(after) && after != .y && after != .w
    }

    private static func isConsonantal(_ letters: [UInt8], _ index: Int) -> Bool {
        index + 1 < letters.count && Skeleton.isVowel(letters[index + 1]) && letters[index - 1] != .i
    }

    /// Every way of changing some of the letters at these places (of the first three).
    private static func swapped(_ letters: [UInt8], at places: [Int], to letter: UInt8) -> [[UInt8]] {
        let places = places.prefix(3)
        guard !places.isEmpty else { return [] }
        return (1..<(1 << places.count)).map { choice in
            var letters = letters
            for (bit, place) in places.enumerated() where choice >> bit & 1 == 1 { letters[place] = letter }
            return letters
        }
    }
}
