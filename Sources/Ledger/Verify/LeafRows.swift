/// The stored leaf hashes, taken row by row and asked for one by one, both in order.
struct LeafRows: Sendable {
    private var current = Row(range: 0..<0, hashes: [])
    private var waiting: ArraySlice<Row> = []
    /// Where the next row should begin.
    private(set) var next = 0

    private struct Row: Sendable {
        let range: Range<Int>
        let hashes: [UInt8]
    }

    /// Takes a row; what is wrong with its form goes into `findings`.
    mutating func take(first: Int, hashes: [UInt8], end: Int, findings: inout FindingList) {
        let place = LogFinding.Place.leaves(first: first)
        guard first >= 0, first < end else {
            findings.add(.leafUnsigned, place, expected: "leaf hashes of signed records", found: "of others")
            return
        }
        let count = hashes.count / Hash.length
        if !hashes.count.isMultiple(of: Hash.length) || count == 0 || count > LeafTable.rowLength {
            findings.add(
                .leafAltered,
                place,
                expected: "1 to \(LeafTable.rowLength) hashes of \(Hash.length) bytes",
                found: "\(hashes.count) bytes"
            )
        }
        if first < next {
            findings.add(.leafAltered, place, expected: "a row from \(next) on", found: "one that overlaps")
        }
        let range = max(first, next)..<max(first + count, next)
        if range.upperBound > end {
            findings.add(.leafUnsigned, place, expected: "hashes up to \(end)", found: "more")
        }
        next = range.upperBound
        let skipped = (range.lowerBound - first) * Hash.length
        waiting.append(Row(range: range, hashes: Array(hashes.dropFirst(skipped))))
    }

    /// The stored hash of one record; `seq` must not go back.
    mutating func hash(at seq: Int) -> Hash? {
        while current.range.upperBound <= seq {
            guard let next = waiting.popFirst() else { return nil }
            current = next
        }
        guard current.range.contains(seq) else { return nil }
        let offset = (seq - current.range.lowerBound) * Hash.length
        return current.hashes.withUnsafeBytes { Hash(loading: $0.baseAddress! + offset) }
    }
}
