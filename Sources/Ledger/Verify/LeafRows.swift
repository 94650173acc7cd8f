/// The stored leaf hashes, taken row by row and asked for one by one, both in order.
struct LeafRows: Sendable {
    private var rows: ArraySlice<Row> = []
    /// Where the next row should begin.
    private(set) var next = 0

    private struct Row: Sendable {
        let range: Range<Int>
        let hashes: [UInt8]
    }

    /// Takes a row; what is wrong with its form goes into `findings`.
    mutating func take(_ leaves: ScanBatch.Leaves, end: Int, findings: inout FindingList) {
        let place = LogFinding.Place.leaves(first: leaves.first)
        guard leaves.first >= 0, leaves.first < end else {
            findings.add(.leafUnsigned, place, expected: "leaf hashes of signed records", found: "of others")
            return
        }
        let count = leaves.hashes.count / Hash.length
        if !leaves.hashes.count.isMultiple(of: Hash.length) || count == 0 || count > LeafTable.rowLength {
            findings.add(
                .leafAltered,
                place,
                expected: "1 to \(LeafTable.rowLength) hashes of \(Hash.length) bytes",
                found: "\(leaves.hashes.count) bytes"
            )
        }
        if leaves.first < next {
            findings.add(.leafAltered, place, expected: "a row from \(next) on", found: "one that overlaps")
        }
        let range = max(leaves.first, next)..<max(leaves.first + count, next)
        if range.upperBound > end {
            findings.add(.leafUnsigned, place, expected: "hashes up to \(end)", found: "more")
        }
        next = range.upperBound
        let skipped = (range.lowerBound - leaves.first) * Hash.length
        rows.append(Row(range: range, hashes: Array(leaves.hashes.dropFirst(skipped))))
    }

    /// The stored hash of one record; `seq` must not go back.
    mutating func hash(at seq: Int) -> Hash? {
        while let row = rows.first, row.range.upperBound <= seq { rows.removeFirst() }
        guard let row = rows.first, row.range.contains(seq) else { return nil }
        let offset = (seq - row.range.lowerBound) * Hash.length
        return row.hashes.withUnsafeBytes { Hash(loading: $0.baseAddress! + offset) }
    }
}
