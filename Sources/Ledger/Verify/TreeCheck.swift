/// Holds the records and the stored leaf hashes against the signed roots.
///
/// Between two checkpoints lies a stretch. A stretch is sound if the stored hashes and the records agree and give
/// the signed root. Where they differ, the root says which of the two was altered, and for each record of the
/// stretch it is known whether it is as it was signed. Only where neither gives the root can no record be named.
/// After such a stretch the tree goes on from the stored frontier, if the next signed root proves it right, so
/// that damage in one stretch hides none in another.
struct TreeCheck: Sendable {
    /// How many records the last checkpoint speaks for.
    let end: Int
    private(set) var findings: FindingList

    private var marks: ArraySlice<CheckpointCheck.Mark>
    private var held: ArraySlice<HeldCheckpoint>
    private var leaves = LeafRows()
    private var next = 0

    // The present stretch
    private var start = 0
    private var suspects: [Suspect] = []
    /// The tree of the stored hashes.
    private var stored = Frontier()
    /// The tree of the records, from the first difference in the stretch on.
    private var made: Frontier?
    private var storedIsWhole = true
    private var madeIsWhole = true

    /// Records that were altered, until it is known whether they only changed places.
    private var altered: [Suspect] = []

    private struct Suspect: Sendable {
        var range: Range<Int>
        let stored: Hash?
        let made: Hash?
    }

    init(marks: [CheckpointCheck.Mark], held: [HeldCheckpoint], limit: Int) {
        self.marks = marks[...]
        self.held = held.sorted { $0.size < $1.size }[...]
        end = marks.last?.size ?? 0
        findings = FindingList(limit: limit)
        closeStretches()
    }

    /// Takes a row of stored hashes; those of a record come before the record.
    mutating func take(leaves first: Int, hashes: [UInt8]) {
        leaves.take(first: first, hashes: hashes, end: end, findings: &findings)
    }

    /// Takes the next record that is there.
    mutating func take(_ seq: Int, leaf: Hash) {
        skip(to: seq)
        let known = leaves.hash(at: seq)
        if known == leaf {
            stored.append(leaf)
            made?.append(leaf)
        } else {
            takeSuspect(stored: known, made: leaf)
        }
        next += 1
        closeStretches()
    }

    /// After the last record.
    mutating func finish() {
        skip(to: end)
        reportAltered()
        for checkpoint in held {
            findings.add(
                .historyShortened,
                .held(checkpoint.index),
                expected: "\(checkpoint.size) records or more",
                found: "\(end)"
            )
        }
    }

    /// Records up to `seq` are not there.
    private mutating func skip(to seq: Int) {
        while next < seq {
            takeSuspect(stored: leaves.hash(at: next), made: nil)
            next += 1
            closeStretches()
        }
    }

    private mutating func takeSuspect(stored known: Hash?, made leaf: Hash?) {
        if made == nil { made = stored }
        // A hash that is not known takes a place, so that what follows keeps its own.
        stored.append(known ?? leaf ?? Merkle.emptyRoot)
        made!.append(leaf ?? known ?? Merkle.emptyRoot)
        if known == nil { storedIsWhole = false }
        if leaf == nil { madeIsWhole = false }
        if let last = suspects.last, last.range.upperBound == next,
            (last.made == nil) == (leaf == nil), (last.stored == nil) == (known == nil),
            leaf == nil || known == nil
        {
            // Whole stretches without records, or without hashes, are one finding.
            suspects[suspects.count - 1].range = last.range.lowerBound..<next + 1
        } else {
            suspects.append(Suspect(range: next..<next + 1, stored: known, made: leaf))
        }
    }
}

// MARK: Stretches

extension TreeCheck {
    private mutating func closeStretches() {
        while let mark = marks.first, mark.size <= next {
            marks.removeFirst()
            closeStretch(mark)
        }
        while let checkpoint = held.first, checkpoint.size <= next {
            held.removeFirst()
            if checkpoint.root != stored.root {
                findings.add(
                    .historyRewritten,
                    .held(checkpoint.index),
                    expected: "the root \(checkpoint.root) at \(checkpoint.size) records",
                    found: "the root \(stored.root)"
                )
            }
        }
    }

    private mutating func closeStretch(_ mark: CheckpointCheck.Mark) {
        if storedIsWhole, stored.root == mark.root {
            for suspect in suspects { reportRecord(suspect) }
        } else if let made, madeIsWhole, made.root == mark.root {
            for suspect in suspects { reportLeaf(suspect) }
            stored = made
        } else {
            for suspect in suspects {
                if suspect.stored == nil { reportLeaf(suspect) }
                if suspect.made == nil || suspect.stored != nil { reportRecord(suspect) }
            }
            reportRoot(mark)
            if let frontier = mark.frontier { stored = frontier }
        }
        start = mark.size
        suspects.removeAll()
        made = nil
        storedIsWhole = true
        madeIsWhole = true
    }

    /// Neither the stored hashes nor the records give the signed root.
    private mutating func reportRoot(_ mark: CheckpointCheck.Mark) {
        let best = storedIsWhole ? stored : made ?? stored
        var ranges = [start..<mark.size]
        if let frontier = mark.frontier {
            // Subtrees that are as they were signed narrow it down.
            ranges = zip(zip(frontier.ranges, frontier.roots), best.roots)
                .filter { $0.0.1 != $0.1 }
                .map { $0.0.0.clamped(to: start..<mark.size) }
                .filter { !$0.isEmpty }
        }
        for range in ranges.isEmpty ? [start..<mark.size] : ranges {
            findings.add(
                .rootMismatch,
                .entries(range),
                expected: "the root \(mark.root) of checkpoint \(mark.number)",
                found: "\(best.root); any of these records may be altered, moved or another's"
            )
        }
    }

    private mutating func reportRecord(_ suspect: Suspect) {
        guard suspect.made != nil else {
            let one = suspect.range.count == 1 ? suspect.stored : nil
            findings.add(
                .recordMissing,
                .entries(suspect.range),
                expected: one.map { "the record with leaf \($0)" } ?? "\(suspect.range.count) records",
                found: "none"
            )
            return
        }
        if altered.count <= findings.limit { altered.append(suspect) }
    }

    private mutating func reportLeaf(_ suspect: Suspect) {
        let leaf = suspect.range.count == 1 ? suspect.made : nil
        let expected = leaf.map(\.description) ?? "\(suspect.range.count) hashes"
        findings.add(
            suspect.stored == nil ? .leafMissing : .leafAltered,
            .entries(suspect.range),
            expected: expected,
            found: suspect.stored.map(\.description) ?? "none"
        )
    }

    /// An altered record that is to be found at another place was moved.
    private mutating func reportAltered() {
        var homes: [Hash: Int] = [:]
        for suspect in altered {
            if let stored = suspect.stored { homes[stored] = suspect.range.lowerBound }
        }
        for suspect in altered {
            let place = LogFinding.Place.entry(seq: suspect.range.lowerBound, record: nil)
            let expected = "leaf \(suspect.stored.map(\.description) ?? "unknown")"
            if let made = suspect.made, let home = homes[made] {
                findings.add(
                    .recordMoved,
                    place,
                    expected: expected,
                    found: "what was signed as record \(home)"
                )
            } else {
                let found = suspect.made.map(\.description) ?? "none"
                findings.add(.recordAltered, place, expected: expected, found: "leaf \(found)")
            }
        }
    }
}

/// A checkpoint of this log that someone else holds.
struct HeldCheckpoint: Sendable {
    let index: Int
    let size: Int
    let root: Hash
}
