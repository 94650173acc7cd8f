/// How one term is put together from its words: which of them must stand in a text, and how.
struct TermPlan: Sendable {
    /// What a word of the term tells.
    enum Strength: UInt8, Sendable {
        /// Alone it tells who or where.
        case strong
        /// A name that many share.
        case weak
        /// A word that all addresses have.
        case generic
        case number
    }

    enum Rule: Sendable {
        /// Any strong word, or two weak ones.
        case name
        /// Every word, in order.
        case whole
        /// Strong words with others near them.
        case place
        /// The words before the @, and after it or beside it the first word of the domain.
        case email
        /// Nothing by words: numbers and dates are found by their digits.
        case none
    }

    var rule = Rule.none
    var words: [TermWord] = []
    var strengths: [Strength] = []
    /// For `.email`: how many of the words stand before the @.
    var localCount = 0

    static let mostWords = 60

    init(_ term: ProtectedTerm) {
        let all = TermWord.words(of: term.text)
        switch term.kind {
        case .name, .kin:
            rule = .name
            take(
                all.filter {
                    $0.letters.count > 1 && !$0.isNumber && !WordLists.honorifics.contains($0.letters)
                }
            )
            if words.isEmpty { take(all.filter { $0.letters.count > 1 }) }
            strengths = words.map { WordLists.surnames.contains($0.letters) ? .weak : .strong }
            if words.count == 1 { strengths = [.strong] }
        case .nickname, .other:
            rule = .whole
            take(all.filter { !WordLists.honorifics.contains($0.letters) })
            if words.isEmpty { take(all) }
            strengths = words.map { _ in .strong }
        case .address, .school:
            rule = .place
            take(all.filter { $0.letters.count > 1 || $0.isNumber })
            strengths = words.map { word in
                if word.isNumber { return .number }
                return WordLists.placeWords.contains(word.letters) ? .generic : .strong
            }
        case .email: takeAddress(term.text)
        case .account
        where !term.text.utf8.contains(where: { (48...57).contains($0) }) || term.text.contains("@"):
            takeAddress(term.text)
        case .account where NumberPattern(term) == nil:
            takeAddress(term.text)
        case .paper where NumberPattern(term) == nil:
            rule = .whole
            take(all)
            strengths = words.map { _ in .strong }
        case .phone, .account, .paper, .birthDate: rule = .none
        }
    }

    private mutating func take(_ words: [TermWord]) {
        self.words = Array(words.prefix(Self.mostWords))
    }

    /// An e-mail address, or the name in a link to a person's page.
    private mutating func takeAddress(_ text: String) {
        rule = .email
        var local = Substring(text)
        var domain = Substring("")
        if let at = text.lastIndex(of: "@") {
            local = text[..<at]
            domain = text[text.index(after: at)...]
            if local.isEmpty { (local, domain) = (domain, "") }
        } else if let slash = text.lastIndex(of: "/"), text.index(after: slash) < text.endIndex {
            local = text[text.index(after: slash)...]
        }
        let before = TermWord.words(of: String(local))
        take(before + TermWord.words(of: String(domain)).prefix(1))
        localCount = min(before.count, words.count)
        strengths = words.indices.map { $0 < localCount ? .strong : .generic }
    }

    func mask(_ strength: Strength) -> UInt64 {
        strengths.indices.reduce(0) { strengths[$1] == strength ? $0 | 1 << UInt64($1) : $0 }
    }

    var allMask: UInt64 { strengths.isEmpty ? 0 : (1 << UInt64(strengths.count)) - 1 }
    var localMask: UInt64 { (1 << UInt64(localCount)) - 1 }

    /// The ways in which the words stand when run together, with the words that each covers, and whether
    /// other spellings of them count.
    var glued: [(letters: [UInt8], mask: UInt64, bySound: Bool)] {
        switch rule {
        case .name, .whole:
            guard words.count > 1 else { return [] }
            var ways = [(words.flatMap(\.letters), allMask, true)]
            if rule == .name {
                ways.append((words.reversed().flatMap(\.letters), allMask, true))
                let last = words.count - 1
                if last > 1 {
                    ways.append((words[0].letters + words[last].letters, 1 | 1 << UInt64(last), true))
                    ways.append((words[last].letters + words[0].letters, 1 | 1 << UInt64(last), true))
                }
                if strengths[0] == .strong, words[last].letters.count >= 5 {
                    // mchatterjee
                    ways.append(
                        (words[0].letters.prefix(1) + words[last].letters, 1 | 1 << UInt64(last), false)
                    )
                }
            }
            return ways.filter { $0.0.count >= 6 }
        case .email:
            // minadas95 is read as a word and a number.
            let local = words.prefix(localCount).prefix { !$0.isNumber }
            guard local.count > 1 else { return [] }
            return [(local.flatMap(\.letters), (1 << UInt64(local.count)) - 1, true)]
        case .place, .none: return []
        }
    }
}
