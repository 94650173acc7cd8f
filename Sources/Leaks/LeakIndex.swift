/// The words of all terms, filed so that one look tells whether a word of a text is one of them.
final class LeakIndex: Sendable {
    /// That a word belongs to a term, and which of the term's words it is (all, if they are run together).
    struct Use: Sendable, Hashable {
        let term: Int
        let mask: UInt64
    }

    struct Word: Sendable {
        let letters: [UInt8]
        let script: Script
        let isGlued: Bool
        let isEveryday: Bool
        /// As the terms write it.
        var spellings: Set<[UInt8]> = []
        var uses: [Use] = []
    }

    /// What a word is, beside being a word of a term.
    struct Roles: OptionSet, Sendable {
        let rawValue: UInt8
        static let honorific = Roles(rawValue: 1)
        static let filler = Roles(rawValue: 2)
        static let joint = Roles(rawValue: 4)
        static let surname = Roles(rawValue: 8)
        static let place = Roles(rawValue: 16)
        static let everyday = Roles(rawValue: 32)
        /// What stands between words or says nothing of its own.
        static let telling: Roles = [.honorific, .filler, .joint, .surname, .place]
    }

    struct Hit: Sendable {
        let word: Int
        let manner: LeakMatch.Manner
    }

    /// What a word of a text turned out to be.
    final class Finding {
        var hits: [Hit] = []
        var roles: Roles = []
        /// 1 to 12, or 0.
        var month = 0
        /// The letter that it may stand for as an initial, or 0.
        var initial: UInt8 = 0
        var isNothing: Bool { hits.isEmpty && initial == 0 && roles.isEmpty && month == 0 }
    }

    private struct Key: Sendable {
        let word: Int
        let letters: [UInt8]
        let scripts: Set<Script>
    }

    let plans: [TermPlan]
    let words: [Word]
    /// Lengths (in letters, as bits) of terms run together.
    let gluedLengths: UInt64
    /// The most letters that a term run together has, or less than 0.
    let longestGlued: Int
    /// The hashes of what words and terms run together end with: where a word may be the last piece of one
    /// that is taken apart.
    let endings: HashFilter
    private let exact: HashIndex<Int>
    private let keys: HashIndex<Key>
    private let misspelt: HashIndex<Int>
    /// The lengths (in letters, as bits) of words of a text that may be a word of a term with one mistake,
    /// and with two.
    private let oneMistake: UInt64
    private let twoMistakes: UInt64
    private let facts: HashIndex<Facts>

    private struct Identity: Hashable {
        let letters: [UInt8]
        let script: Script
        let isGlued: Bool
    }

    init(_ plans: [TermPlan]) {
        self.plans = plans
        var words: [Word] = []
        var known: [Identity: Int] = [:]
        var exact: [UInt64: [Int]] = [:]
        var keys: [UInt64: [Key]] = [:]
        var misspelt: [UInt64: [Int]] = [:]
        var gluedLengths: UInt64 = 0

        func file(_ word: TermWord, glued: Bool, bySound: Bool = true, use: Use) {
            let identity = Identity(letters: word.letters, script: word.script, isGlued: glued)
            if let index = known[identity] {
                words[index].spellings.insert(word.bytes)
                if !words[index].uses.contains(use) { words[index].uses.append(use) }
                return
            }
            let index = words.count
            known[identity] = index
            words.append(
                Word(
                    letters: word.letters,
                    script: word.script,
                    isGlued: glued,
                    isEveryday: WordLists.everyday.contains(word.letters),
                    spellings: [word.bytes],
                    uses: [use]
                )
            )
            exact[WordHash.of(word.letters), default: []].append(index)
            guard !word.isNumber, bySound else { return }
            for spelling in Spellings.of(word) {
                let key = Self.key(spelling.letters)
                guard key.count >= 2 else { continue }
                keys[WordHash.of(key), default: []].append(
                    Key(word: index, letters: spelling.letters, scripts: spelling.scripts)
                )
            }
            if !glued {
                for hash in Self.shortened(
                    word.letters,
                    times: EditDistance.allowed(letters: word.letters.count)
                ) {
                    if misspelt[hash]?.last != index { misspelt[hash, default: []].append(index) }
                }
            }
        }

        for (term, plan) in plans.enumerated() {
            for (index, word) in plan.words.enumerated() {
                let use = Use(term: term, mask: 1 << UInt64(index))
                file(word, glued: false, use: use)
                guard plan.strengths[index] == .generic, plan.rule == .place else { continue }
                for other in WordLists.sameInPlaces[word.letters] ?? [] {
                    file(TermWord(letters: other, script: word.script), glued: false, use: use)
                }
            }
            for (letters, mask, bySound) in plan.glued {
                let word = TermWord(letters: letters, script: plan.words[0].script)
                file(word, glued: true, bySound: bySound, use: Use(term: term, mask: mask))
                if letters.count < 64 { gluedLengths |= 1 << UInt64(letters.count) }
            }
        }
        self.words = words
        self.gluedLengths = gluedLengths
        longestGlued = 63 - gluedLengths.leadingZeroBitCount
        endings = HashFilter(Self.endings(words))
        self.exact = HashIndex(exact)
        self.keys = HashIndex(keys)
        self.misspelt = HashIndex(misspelt)
        var mistakes: [UInt64] = [0, 0, 0]
        for word in words where !word.isGlued && word.letters.count < 60 {
            let allowed = EditDistance.allowed(letters: word.letters.count)
            for most in 1..<(allowed + 1) where allowed > 0 {
                for length in (word.letters.count - allowed)...(word.letters.count + allowed) {
                    mistakes[most] |= 1 << UInt64(length)
                }
            }
        }
        oneMistake = mistakes[1]
        twoMistakes = mistakes[2]
        facts = Self.facts
    }

    private struct Facts {
        var roles: Roles = []
        var month = 0
        var initial: UInt8 = 0
    }

    /// What is known about words without any term.
    private static let facts: HashIndex<Facts> = {
        var facts: [UInt64: Facts] = [:]
        func add(_ words: Set<[UInt8]>, _ role: Roles) {
            for word in words { facts[WordHash.of(word), default: Facts()].roles.insert(role) }
        }
        add(WordLists.honorifics, .honorific)
        add(WordLists.fillers, .filler)
        add(WordLists.addressJoints, .joint)
        add(WordLists.surnames, .surname)
        add(WordLists.placeWords, .place)
        add(WordLists.everyday, .everyday)
        for (word, month) in WordLists.months { facts[WordHash.of(word), default: Facts()].month = month }
        for (word, letter) in WordLists.letterNames {
            facts[WordHash.of(word), default: Facts()].initial = letter
        }
        return HashIndex(facts.mapValues { [$0] })
    }()

    private static func endings(_ words: [Word]) -> Set<UInt64> {
        var hashes: Set<UInt64> = []
        for word in words {
            var hash: UInt64 = 0
            for (index, letter) in word.letters.reversed().prefix(64).enumerated() {
                hash = hash &+ WordHash.code(letter) &* WordHash.powers[index]
                hashes.insert(hash)
            }
        }
        return hashes
    }

    static func key(_ letters: [UInt8], _ grain: Skeleton.Grain = .coarse) -> [UInt8] {
        var key: [UInt8] = []
        letters.withUnsafeBufferPointer { Skeleton.append($0, grain, to: &key) }
        return key
    }

    /// The hashes of a word, and of it without any one letter (or any two).
    static func shortened(_ letters: [UInt8], times: Int) -> [UInt64] {
        guard times > 0 else { return [] }
        var hashes = [WordHash.of(letters)]
        for first in letters.indices {
            var once = letters
            once.remove(at: first)
            hashes.append(WordHash.of(once))
            guard times > 1 else { continue }
            for second in first..<once.count {
                var twice = once
                twice.remove(at: second)
                hashes.append(WordHash.of(twice))
            }
        }
        return hashes
    }

    func mayHold(_ hash: UInt64) -> Bool { exact.mayHold(hash) }

    /// The words with just these letters, by their hash: for letters taken apart in the text.
    func joined(_ hash: UInt64, glued: Bool) -> [Int] {
        exact[hash].filter { !glued || words[$0].isGlued }
    }

    /// What a word of a text is.
    func find(_ word: ReadWord) -> Finding {
        let finding = Finding()
        let letters = word.letters
        let hash = WordHash.of(letters)
        func add(_ index: Int, _ manner: LeakMatch.Manner) {
            if !finding.hits.contains(where: { $0.word == index }) {
                finding.hits.append(Hit(word: index, manner: manner))
            }
        }
        for index in exact[hash] where words[index].letters == letters {
            add(index, words[index].script == word.script ? .folded : .transliterated)
        }
        guard word.kind == .letters else { return finding }
        let known = facts.first(hash) ?? Facts()
        finding.roles = known.roles.intersection(.telling)
        finding.month = known.month
        if letters.count == 1 {
            finding.initial = letters[0]
        } else if word.script != .latin, letters.count <= 5 {
            finding.initial = known.initial
        }
        guard letters.count >= 3, letters.count <= 48, !known.roles.contains(.everyday) else {
            return finding
        }
        spelt(word, letters, .transliterated, add)
        if word.script == .bengali {
            let spoken = word.spoken()
            if spoken != letters { spelt(word, spoken, .transliterated, add) }
        }
        inflected(word, add)
        if letters.count >= 5, known.roles.intersection([.surname, .place]).isEmpty {
            misspelt(letters, add)
        }
        return finding
    }

    private func spelt(
        _ word: ReadWord,
        _ letters: [UInt8],
        _ manner: LeakMatch.Manner,
        _ add: (Int, LeakMatch.Manner) -> Void
    ) {
        let found = keys[WordHash.of(Self.key(letters))]
        guard !found.isEmpty else { return }
        let medium = Self.key(letters, .medium)
        for key in found where key.scripts.contains(word.script) {
            let shorter = min(key.letters.count, letters.count)
            let longer = max(key.letters.count, letters.count)
            guard words[key.word].letters.count > 2, Self.key(key.letters) == Self.key(letters) else {
                continue
            }
            let isLatin = word.script == .latin && words[key.word].script == .latin
            // Without their a's, short words would be taken for one another.
            let needsAll = shorter <= 4 || (isLatin && longer < 6)
            if needsAll, medium != Self.key(key.letters, .medium) { continue }
            add(key.word, manner)
        }
    }

    private func inflected(_ word: ReadWord, _ add: (Int, LeakMatch.Manner) -> Void) {
        let letters = word.letters
        let endings: [[UInt8]]
        let least: Int
        switch word.script {
        case .bengali: (endings, least) = (WordLists.bengaliEndings, 3)
        case .devanagari, .other: (endings, least) = (WordLists.hindiEndings, 3)
        case .latin: (endings, least) = (WordLists.latinEndings, 4)
        }
        for ending in endings
        where letters.count >= ending.count + least && letters.suffix(ending.count).elementsEqual(ending) {
            var stem = Array(letters.dropLast(ending.count))
            for _ in 0..<2 {
                for index in exact[WordHash.of(stem)] where words[index].letters == stem {
                    add(index, .inflected)
                }
                if word.script != .latin, stem.count >= 4, !isEveryday(stem) {
                    spelt(word, stem, .inflected, add)
                }
                // The vowel that the last consonant got only from the ending.
                guard word.script != .latin, stem.last == .a, stem.count > least else { break }
                stem.removeLast()
            }
        }
    }

    private func isEveryday(_ letters: [UInt8]) -> Bool {
        facts.first(WordHash.of(letters))?.roles.contains(.everyday) ?? false
    }

    private func misspelt(_ letters: [UInt8], _ add: (Int, LeakMatch.Manner) -> Void) {
        let count = letters.count
        guard count <= 40, oneMistake >> UInt64(count) & 1 == 1 else { return }
        func look(_ hash: UInt64) {
            guard misspelt.mayHold(hash) else { return }
            for index in misspelt[hash] {
                let own = words[index].letters
                let limit = EditDistance.allowed(letters: own.count)
                guard isSameBeginning(own, letters),
                    EditDistance.between(own, letters, limit: limit) != nil
                else { continue }
                add(index, .misspelt)
            }
        }
        // prefix[i]: the hash of the first i letters; without letter i, the rest follows at once.
        var prefix: [UInt64] = [0]
        for letter in letters {
            prefix.append(prefix[prefix.count - 1] &* WordHash.base &+ WordHash.code(letter))
        }
        let powers = WordHash.powers
        func part(_ from: Int, _ to: Int) -> UInt64 { prefix[to] &- prefix[from] &* powers[to - from] }
        look(prefix[count])
        for first in 0..<count {
            look(prefix[first] &* powers[count - first - 1] &+ part(first + 1, count))
        }
        guard twoMistakes >> UInt64(count) & 1 == 1 else { return }
        for first in 0..<(count - 1) {
            for second in (first + 1)..<count {
                let head = prefix[first] &* powers[second - first - 1] &+ part(first + 1, second)
                look(head &* powers[count - second - 1] &+ part(second + 1, count))
            }
        }
    }

    /// Few mistakes are made in the first letter, and many words differ only there.
    private func isSameBeginning(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        if one.count >= 8 { return one[0] == other[0] || one[1] == other[1] || one[1] == other[0] }
        return one[0] == other[0] || (one[0] == other[1] && one[1] == other[0])
    }
}
