/// The digests that one field gives, on the way to becoming one term.
struct CustodyDigestSet {
    /// Each as `sha256:9f86…`, in UTF-8.
    private var digests: [[UInt8]] = []
    private var hasStrong = false

    /// There are some, and all of them are by algorithms that have been broken.
    var isWeak: Bool { !digests.isEmpty && !hasStrong }

    mutating func insert(_ digest: Digest) {
        insert(digest.algorithm, Array(digest.value.utf8))
    }

    /// - Parameter algorithm: its XML Signature URI. What the grammar does not know is left out: the schema says so.
    mutating func insert(algorithm: UnsafeBufferPointer<UInt8>, value: [UInt8]) {
        if let known = CustodyWords.algorithms.value(of: algorithm) { insert(known, value) }
    }

    private mutating func insert(_ algorithm: Digest.Algorithm, _ value: [UInt8]) {
        digests.append(CustodyWords.prefixes[algorithm]! + value)
        hasStrong = hasStrong || !algorithm.isWeak
    }

    /// The same term for the same digests, in whatever order they came.
    func term(_ terms: inout CustodyTerms) -> CustodyTerm {
        if digests.isEmpty { return .none }
        let sorted = digests.count == 1 ? digests : digests.sorted { $0.lexicographicallyPrecedes($1) }
        return Array(sorted.joined(separator: [UInt8(ascii: " ")])).withUnsafeBufferPointer {
            terms.term(utf8: $0)
        }
    }
}
