/// Finds protected terms in text, in every spelling that a reader would still know them by.
///
/// All terms are looked for in one pass. What counts as a match is told in docs/leaks.md.
public struct LeakMatcher: Sendable {
    let tables: Tables

    /// What scanners share.
    final class Tables: Sendable {
        let terms: [ProtectedTerm]
        let index: LeakIndex
        let numbers: NumberIndex
        /// The terms that are dates of birth.
        let dates: [BirthDate: [Int]]

        init(_ terms: [ProtectedTerm]) {
            self.terms = terms
            index = LeakIndex(terms.map(TermPlan.init))
            numbers = NumberIndex(terms)
            var dates: [BirthDate: [Int]] = [:]
            for (index, term) in terms.enumerated() where term.kind == .birthDate {
                if let date = BirthDate(term.text) { dates[date, default: []].append(index) }
            }
            self.dates = dates
        }
    }

    public init(_ terms: [ProtectedTerm]) {
        tables = Tables(terms)
    }

    /// The matches in one whole piece of text, by where they begin.
    public func matches(in text: UnsafeBufferPointer<UInt8>) -> [LeakMatch] {
        LeakScanner(tables, pieceSize: text.count).matches(in: text)
    }

    public func matches(in text: some Sequence<UInt8>) -> [LeakMatch] {
        if let matches = text.withContiguousStorageIfAvailable({ matches(in: $0) }) { return matches }
        return Array(text).withUnsafeBufferPointer { matches(in: $0) }
    }

    public func matches(in text: String) -> [LeakMatch] { matches(in: text.utf8) }

    /// A scanner to be fed in chunks, or to be used for many pieces one after the other, which is faster
    /// than `matches(in:)` for each.
    public func scanner() -> LeakScanner { LeakScanner(tables, pieceSize: 1 << 20) }
}
