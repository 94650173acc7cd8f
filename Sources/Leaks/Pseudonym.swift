extension LeakMatcher {
    /// Whether somebody who knows the protected terms could see that a pseudonym was made from one of them:
    /// it contains a name or a piece of it, its initials, its sound, or its letters in another order.
    ///
    /// Stricter than the search in texts: a pseudonym can be changed, so every doubt counts against it.
    public func reveals(pseudonym: String) -> Bool {
        if !matches(in: pseudonym).isEmpty { return true }
        let words = TermWord.words(of: pseudonym)
        let letters = words.filter { !$0.isNumber }.flatMap(\.letters)
        let digits = words.filter(\.isNumber).flatMap(\.letters)
        if digits.count >= 4, tables.numbers.patterns.contains(where: { $0.pattern.digits.contains(digits) })
        {
            return true
        }
        return zip(tables.terms, tables.index.plans).contains { term, plan in
            switch term.kind {
            case .name, .nickname, .kin:
                Self.reveals(words.filter { !$0.isNumber }.map(\.letters), letters, plan)
            default: false
            }
        }
    }

    private static func reveals(_ words: [[UInt8]], _ letters: [UInt8], _ plan: TermPlan) -> Bool {
        let parts = zip(plan.words, plan.strengths).filter { $1 == .strong }.map(\.0.letters)
        let initials = plan.words.map { $0.letters[0] }
        // "M", "Victim M", "M.D.", "MD", "DM"
        if let first = initials.first, words.contains([first]) { return true }
        for candidate in words + [letters] where candidate.count > 1 && candidate.count == initials.count {
            if candidate == initials || candidate == initials.reversed() { return true }
        }
        return parts.contains { part in
            (words + [letters]).contains { candidate in isDerived(candidate, from: part) }
        }
    }

    private static func isDerived(_ word: [UInt8], from name: [UInt8]) -> Bool {
        guard word.count >= 3, name.count >= 3 else { return word == name }
        if word.contains(name) || name.contains(word) { return true }
        if word.reversed().contains(name) || word.sorted() == name.sorted() { return true }
        if word.prefix(3) == name.prefix(3) { return true }
        if EditDistance.between(word, name, limit: name.count >= 8 ? 2 : 1) != nil { return true }
        let (one, other) = (LeakIndex.key(word), LeakIndex.key(name))
        return one == other || (other.count >= 3 && one.contains(other))
    }
}

extension Collection where Element == UInt8 {
    /// Whether `other` stands somewhere in it.
    fileprivate func contains(_ other: some Collection<UInt8>) -> Bool {
        guard !other.isEmpty, count >= other.count else { return false }
        return indices.contains { self[$0...].starts(with: other) }
    }
}
