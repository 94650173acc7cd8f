/// The digests of the same bytes by one algorithm or several, as one term: `md5:0cc1… sha256:9f86…`.
///
/// Two such sets contradict each other when an algorithm of both gives two values. Without an algorithm in
/// common nothing can be said.
extension CustodyTerms {
    public mutating func term(for digests: [Digest]) -> CustodyTerm {
        var set = CustodyDigestSet()
        for digest in digests { set.insert(digest) }
        return set.term(&self)
    }

    enum Comparison {
        case same, different, incomparable
    }

    /// Both must be stated.
    func compare(_ a: CustodyTerm, _ b: CustodyTerm) -> Comparison {
        if a == b { return .same }
        let (a, b) = (digests(a), digests(b))
        let common = a.filter { b[$0.key] != nil }
        if common.isEmpty { return .incomparable }
        return common.allSatisfy { b[$0.key] == $0.value } ? .same : .different
    }

    /// The one of two sets that says more, where they agree; else the second.
    func richer(_ known: CustodyTerm, _ stated: CustodyTerm) -> CustodyTerm {
        if !known.isStated || known == stated { return stated }
        guard compare(known, stated) == .same else { return stated }
        return digests(known).count > digests(stated).count ? known : stated
    }

    private func digests(_ term: CustodyTerm) -> [Substring: Substring] {
        let words = (text(of: term) ?? "").split(separator: " ")
        let pairs = words.map { word in
            let algorithm = word.prefix { $0 != ":" }
            return (algorithm, word.dropFirst(algorithm.count + 1))
        }
        // Of two values by one algorithm, which the record's form forbids, the first one counts.
        return Dictionary(pairs) { first, _ in first }
    }
}

extension Digest.Algorithm {
    /// What people call it: `sha256`.
    var shortName: Substring { rawValue.drop { $0 != "#" }.dropFirst() }

    /// Two files with one digest have been made.
    var isWeak: Bool { self == .md5 || self == .sha1 }
}
