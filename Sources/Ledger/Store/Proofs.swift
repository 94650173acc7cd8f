public import CaseFile
internal import GRDB

extension Ledger {
    /// Proves that the record at `seq` is in the log of which there is a checkpoint at `size`.
    public func inclusionProof(
        of seq: Int,
        in log: RecordID,
        size: Int
    ) throws(LedgerError) -> InclusionProof {
        try reading { db in
            let stored = try StoredLog.get(log, db)
            let root = try self.root(of: log, size: size)
            guard (0..<size).contains(seq), let entry = try self.entry(seq, of: log) else {
                throw LedgerError.noSuchEntry(log: log, seq: seq)
            }
            let path = try InclusionProof.subtrees(index: seq, size: size).map { subtree in
                try LeafTable.root(of: subtree, in: stored, db)
            }
            let proof = InclusionProof(index: seq, size: size, path: path)
            guard proof.holds(leaf: entry.leaf, root: root) else {
                throw LedgerError.damagedRow(log: log, seq: seq)
            }
            return proof
        }
    }

    /// Proves that the log only grew between two checkpoints.
    public func consistencyProof(
        in log: RecordID,
        from: Int,
        to: Int
    ) throws(LedgerError) -> ConsistencyProof {
        try reading { db in
            let stored = try StoredLog.get(log, db)
            let (old, new) = (try self.root(of: log, size: from), try self.root(of: log, size: to))
            guard from <= to else { throw LedgerError.noCheckpoint(log: log, size: to) }
            let path = try ConsistencyProof.subtrees(from: from, to: to).map { subtree in
                try LeafTable.root(of: subtree, in: stored, db)
            }
            let proof = ConsistencyProof(from: from, to: to, path: path)
            guard proof.holds(old: old, new: new) else { throw LedgerError.unsound(log: log, .frontier) }
            return proof
        }
    }

    /// The root that was signed at one size. Whoever gets a proof checks the signature.
    private func root(of log: RecordID, size: Int) throws(LedgerError) -> Hash {
        let note = try checkpoint(of: log, size: size)
        do { return try TreeHead(text: note.text).root } catch { throw .unsound(log: log, .note) }
    }
}
