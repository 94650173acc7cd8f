public import CaseFile
internal import Dispatch
internal import GRDB
internal import Synchronization

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
            let tree = TreeCheck(marks: checkpoints.marks, held: known, limit: limit)
            let records = RecordCheck(end: tree.end, limit: limit)
            let check = BatchCheck(tree: tree, records: records)
            let total = tree.end
            let checked = try check.run { hand in
                try LogScan(log: stored, db: db).forEachBatch { batch in
                    hand(batch)
                    progress(min((batch.rows.last?.seq ?? 0) + 1, total), total)
                }
            }
            findings.add(checked.tree.findings)
            findings.add(checked.records.findings)

            var versions = VersionCheck(log: stored, db: db, limit: limit)
            try versions.check(checked.records.amendments)
            findings.add(versions.findings)

            var readModel = ReadModelCheck(
                log: stored,
                db: db,
                firsts: checked.records.firsts,
                kinds: checked.records.kinds,
                latest: versions.latest,
                findings: FindingList(limit: limit)
            )
            try readModel.check(describing: describe)
            findings.add(readModel.findings)
            return findings.sorted
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

/// Checks batches on a thread of its own, while the next ones are read.
private struct BatchCheck: Sendable {
    var tree: TreeCheck
    var records: RecordCheck

    /// - Parameter read: hands over the batches in order.
    func run(_ read: ((ScanBatch) -> Void) throws -> Void) throws -> BatchCheck {
        let state = Mutex(self)
        let queue = DispatchQueue(label: "dossier.ledger.verify", qos: .userInitiated)
        // Two batches may wait: enough for both sides to keep busy, and little memory.
        let room = DispatchSemaphore(value: 3)
        defer { queue.sync {} }
        try read { batch in
            room.wait()
            queue.async {
                state.withLock { $0.check(batch) }
                room.signal()
            }
        }
        queue.sync {}
        return state.withLock { checked in
            checked.tree.finish()
            return checked
        }
    }

    private mutating func check(_ batch: ScanBatch) {
        tree.take(batch.leaves)
        batch.data.withUnsafeBytes { data in
            for row in batch.rows {
                var position = row.start
                func next(_ length: Int) -> UnsafeRawBufferPointer {
                    defer { position += length }
                    return UnsafeRawBufferPointer(rebasing: data[position..<position + length])
                }
                let kind = next(row.kindLength)
                let record = next(row.recordLength)
                let bytes = next(row.bytesLength)
                tree.take(
                    seq: row.seq,
                    record: RecordCheck.identifier(record)?.description,
                    leaf: Merkle.leafHash(of: bytes)
                )
                records.check(seq: row.seq, kind: kind, record: record, version: row.version, bytes: bytes)
            }
        }
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
