public import CaseFile
internal import GRDB

extension Ledger {
    /// Checks a log from its first record to its last: what is not as it was signed is a finding.
    ///
    /// Nothing that can be made again is trusted: not the read model, not the columns beside a record's bytes,
    /// not the stored hashes. Only the office's keys are, so they must come from elsewhere than the store. What
    /// the store alone cannot show is that its newest records and their checkpoints were cut off together, or
    /// that someone with the key wrote another history: that takes a checkpoint which someone else holds.
    ///
    /// - Parameters:
    ///   - keys: the keys that the office signs with or has signed with.
    ///   - held: checkpoints of the log that others hold, out of bundles and receipts.
    ///   - describe: gives labels and subjects to compare the read model with; it costs reading every record.
    ///   - limit: how many findings are listed; the last one says how many more there are.
    ///   - progress: how many records have been read, of how many.
    /// - Returns: the findings, in the log's order.
    public func verify(
        _ log: RecordID,
        keys: [OfficeKey],
        held: [SignedNote] = [],
        describing describe: Describe? = nil,
        limit: Int = 1000,
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> [LogFinding] {
        try callingBack { db in
            let stored = try StoredLog.get(log, db)
            var findings = FindingList(limit: limit)

            var store = StoreCheck(db: db, limit: limit)
            try store.checkSchema()
            try store.checkStrays()
            findings.add(store.findings)

            let origins = Set(keys.map { Self.origin(of: log, office: $0.name) })
            if !origins.contains(where: stored.origin.isExactly) {
                let expected = origins.sorted().joined(separator: " or ")
                findings.add(.originAltered, .log, expected: expected, found: "another name")
            }

            var checkpoints = CheckpointCheck(keys: keys, origins: origins, limit: limit)
            try StoredCheckpoint.forEachBatch(of: stored, db) { checkpoints.check($0) }
            checkpoints.finish()
            findings.add(checkpoints.findings)
            let known = Self.check(held, keys: keys, origins: origins, findings: &findings)

            var records = LogCheck(
                tree: TreeCheck(marks: checkpoints.marks, held: known, limit: limit),
                limit: limit
            )
            try records.run(self, stored, db, progress: progress)
            try records.checkVersions(of: stored, db)
            if let describe { try records.readModel.check(describe, in: stored, db) }
            findings.add(records.findings)
            return try findings.sorted.map { try $0.named(in: stored, db) }
        }
    }

    private static func check(
        _ held: [SignedNote],
        keys: [OfficeKey],
        origins: Set<String>,
        findings: inout FindingList
    ) -> [HeldCheckpoint] {
        var known: [HeldCheckpoint] = []
        for (index, note) in held.enumerated() {
            do throws(NoteError) {
                let head = try SignedCheckpoint(verifying: note, keys: keys).head
                guard origins.contains(where: head.origin.isExactly) else {
                    findings.add(
                        .checkpointMisplaced,
                        .held(index),
                        expected: "a checkpoint of this log",
                        found: "one of another"
                    )
                    continue
                }
                known.append(HeldCheckpoint(index: index, size: head.size, root: head.root))
            } catch {
                findings.add(
                    .checkpointUnsigned,
                    .held(index),
                    expected: "a checkpoint signed by the office",
                    found: error.description
                )
            }
        }
        return known
    }
}

extension LogFinding {
    /// The finding with the record's id, where it is about one record and its row has an id: nothing else of a
    /// row is ever quoted.
    fileprivate func named(in log: StoredLog, _ db: Database) throws -> LogFinding {
        guard case .entry(let seq, nil) = place,
            let entry = try LogEntry.readable({ try .at(seq, in: log, db) })
        else { return self }
        let place = Place.entry(seq: seq, record: entry.record.description)
        return LogFinding(code, place, expected: expected, found: found)
    }
}

extension StoredCheckpoint {
    /// Hands over all rows in the order of their numbers.
    fileprivate static func forEachBatch(
        of log: StoredLog,
        _ db: Database,
        _ body: ([StoredCheckpoint]) -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT \(columns) FROM checkpoint WHERE log = ? ORDER BY number",
            arguments: [log.number]
        )
        var batch: [StoredCheckpoint] = []
        while let row = try rows.next() {
            batch.append(try StoredCheckpoint(row))
            if batch.count == 1024 {
                body(batch)
                batch.removeAll(keepingCapacity: true)
            }
        }
        if !batch.isEmpty { body(batch) }
    }
}
