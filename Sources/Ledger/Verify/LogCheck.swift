internal import GRDB

/// The check of a log's records: one pass over them, and in step with it over the stored hashes and the read model.
struct LogCheck {
    private var tree: TreeCheck
    private var firsts = FirstVersions(start: 0)
    private var amendments: [RecordBlock.Amendment] = []
    var readModel: ReadModelCheck
    private var own: FindingList
    private let limit: Int

    init(tree: TreeCheck, limit: Int) {
        self.tree = tree
        self.limit = limit
        readModel = ReadModelCheck(end: tree.end, limit: limit)
        own = FindingList(limit: limit)
    }

    var findings: FindingList {
        var all = own
        all.add(tree.findings)
        all.add(readModel.findings)
        return all
    }

    mutating func run(
        _ ledger: Ledger,
        _ log: StoredLog,
        _ db: Database,
        progress: (_ done: Int, _ of: Int) -> Void
    ) throws {
        let end = tree.end
        var leaves = try OrderedRows("first, hashes", of: "leaf", in: log, db)
        var latest = try OrderedRows("first, seq, kind", of: "latest", in: log, db)
        try BlockScan(ledger: ledger, log: log, end: end, limit: limit).forEach(db) { block in
            try leaves.forEach(below: block.range.upperBound) { row in
                tree.take(leaves: row.int(0), hashes: Array(row.bytes(1)))
            }
            for (seq, leaf) in block.records { tree.take(seq, leaf: leaf) }
            firsts.append(block.firsts)
            amendments += block.amendments
            own.add(block.findings)
            try latest.forEach(below: block.range.upperBound) { row in
                readModel.take(first: row.int(0), seq: row.int(1), kind: row.bytes(2), of: firsts)
            }
            progress(block.range.upperBound, end)
        }
        try leaves.forEach(below: nil) { tree.take(leaves: $0.int(0), hashes: Array($0.bytes(1))) }
        try latest.forEach(below: nil) { row in
            readModel.take(first: row.int(0), seq: row.int(1), kind: row.bytes(2), of: firsts)
        }
        tree.finish()
        try findUnsigned(log, db)
    }

    /// Records that no checkpoint speaks for, in ranges.
    private mutating func findUnsigned(_ log: StoredLog, _ db: Database) throws {
        var ranges: [Range<Int>] = []
        // Two statements, since SQLite would answer an OR by reading the whole log.
        for beyond in ["seq < 0", "seq >= \(tree.end)"] {
            let rows = try RawStatement(
                db,
                "SELECT seq FROM entry WHERE log = \(log.number) AND \(beyond) ORDER BY seq"
            )
            while try rows.step() {
                // A range cannot end behind the largest number; nobody has that many records.
                let seq = min(rows.int(0), .max - 1)
                if let last = ranges.last, last.upperBound == seq {
                    ranges[ranges.count - 1] = last.lowerBound..<seq + 1
                } else if ranges.count <= limit {
                    ranges.append(seq..<seq + 1)
                }
            }
        }
        for range in ranges {
            own.add(
                .recordUnsigned,
                .entries(range),
                expected: tree.end == 0 ? "no records" : "records 0 to \(tree.end - 1)",
                found: "records that no checkpoint speaks for"
            )
        }
    }

    /// After the scan: each later version continues the one before, and the read model has the last one.
    mutating func checkVersions(of log: StoredLog, _ db: Database) throws {
        var versions = VersionCheck(log: log, db: db, limit: limit)
        try versions.check(amendments)
        own.add(versions.findings)
        readModel.finish(of: firsts, latest: versions.latest)
    }
}
