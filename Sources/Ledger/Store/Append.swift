public import CaseFile
public import Foundation
internal import GRDB

extension Ledger {
    /// Adds records to a log and signs the result: all of them, or, whatever goes wrong, none.
    ///
    /// - Parameters:
    ///   - entries: the records, in their order. They are taken one by one, while nobody else can write.
    ///   - size: how many records the log has, as far as the caller knows. Where someone else wrote in the
    ///     meantime, this is a `conflict`, and the caller looks at what is new before it tries again.
    ///   - formerKeys: keys that the office signed earlier checkpoints with.
    ///   - time: when it is signed, to the second; not before the last time.
    @discardableResult
    public func append(
        _ entries: some Sequence<NewEntry>,
        to log: RecordID,
        expecting size: Int,
        key: LogKey,
        formerKeys: [OfficeKey] = [],
        at time: Date
    ) throws(LedgerError) -> SignedCheckpoint {
        try writing { db in
            let stored = try StoredLog.get(log, db)
            guard stored.origin.isExactly(Self.origin(of: log, office: key.office.name)) else {
                throw LedgerError.wrongKey(log: log, .noKnownSignature)
            }
            var commit = try Commit(to: stored, keys: [key.office] + formerKeys, db)
            guard commit.frontier.size == size else {
                throw LedgerError.conflict(log: log, expected: size, actual: commit.frontier.size)
            }
            guard commit.last.signedAt <= time else {
                throw LedgerError.clockBehind(log: log, last: commit.last.signedAt, now: time)
            }
            for (index, entry) in entries.enumerated() { try commit.add(entry, index: index) }
            return try commit.sign(with: key, at: time)
        }
    }
}

/// One transaction of a log: what it adds, and the tree as it grows.
private struct Commit {
    let last: SignedCheckpoint
    private(set) var frontier: Frontier
    private let log: StoredLog
    private let number: Int
    private let db: Database
    /// Hashes that are not in `leaf` yet.
    private var hashes: [UInt8] = []

    /// No signature is made over a history that the last signature does not cover.
    init(to log: StoredLog, keys: [OfficeKey], _ db: Database) throws {
        func unsound(_ why: LedgerError.Unsoundness) -> LedgerError { .unsound(log: log.log, why) }
        guard let stored = try StoredCheckpoint.last(of: log, db) else { throw unsound(.noCheckpoint) }
        guard let note = try? SignedNote(stored.note) else { throw unsound(.note) }
        guard let last = try? SignedCheckpoint(verifying: note, keys: keys) else { throw unsound(.signature) }
        guard last.head.origin.isExactly(log.origin), last.head.size == stored.size else {
            throw unsound(.head)
        }
        guard let frontier = Frontier(size: stored.size, bytes: stored.frontier),
            frontier.root == last.head.root
        else { throw unsound(.frontier) }
        let end = try Int.fetchOne(
            db,
            sql: "SELECT max(seq) FROM entry WHERE log = ?",
            arguments: [log.number]
        )
        guard (end ?? -1) + 1 == stored.size else { throw unsound(.size) }
        self.last = last
        self.frontier = frontier
        self.log = log
        self.number = stored.number + 1
        self.db = db
    }

    mutating func add(_ entry: NewEntry, index: Int) throws {
        let seq = frontier.size
        let head = try EntryHead(entry.bytes, index: index)
        let first = head.version == 1 ? seq : try continued(head, index: index)
        do {
            // OR ROLLBACK for the same reason as in the triggers: see StoreSchema.
            try db.cachedStatement(
                sql: """
                    INSERT OR ROLLBACK INTO entry (log, seq, kind, record, version, bytes)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    log.number, seq, head.kind, head.record.description, head.version, entry.bytes.data,
                ]
            )
        } catch DatabaseError.SQLITE_CONSTRAINT {
            throw LedgerError.alreadyRecorded(index: index, record: head.record, version: head.version)
        }
        try LatestTable.set(
            first: first,
            seq: seq,
            kind: head.kind,
            label: entry.label,
            subject: entry.subject,
            in: log,
            db
        )
        let leaf = Merkle.leafHash(of: entry.bytes)
        frontier.append(leaf)
        leaf.withUnsafeBytes { hashes.append(contentsOf: $0) }
        if frontier.size.isMultiple(of: LeafTable.rowLength) { try flushHashes() }
    }

    /// Checks that a version follows the current one.
    /// - Returns: where the record's first version is.
    private func continued(_ head: EntryHead, index: Int) throws -> Int {
        func breaks(_ why: LedgerError.VersionFault) -> LedgerError {
            .versionBreak(index: index, record: head.record, why)
        }
        guard let current = try LogEntry.current(head.record, in: log, db) else {
            throw breaks(.follows(version: nil))
        }
        if current.version >= head.version {
            throw LedgerError.alreadyRecorded(index: index, record: head.record, version: head.version)
        }
        guard current.version == head.version - 1 else { throw breaks(.follows(version: current.version)) }
        guard current.kind == head.kind else { throw breaks(.kind) }
        guard head.replaces.contains(current.leaf) else { throw breaks(.replacesOther) }
        return try LogEntry.first(head.record, in: log, db) ?? current.seq
    }

    private mutating func flushHashes() throws {
        guard !hashes.isEmpty else { return }
        let first = frontier.size - hashes.count / Hash.length
        try db.cachedStatement(sql: "INSERT INTO leaf (log, first, hashes) VALUES (?, ?, ?)")
            .execute(arguments: [log.number, first, hashes.data])
        hashes.removeAll(keepingCapacity: true)
    }

    mutating func sign(with key: LogKey, at time: Date) throws -> SignedCheckpoint {
        guard frontier.size > last.head.size else { throw LedgerError.nothingToAppend }
        try flushHashes()
        let head = TreeHead(origin: log.origin, size: frontier.size, root: frontier.root)
        let checkpoint: SignedCheckpoint
        do { checkpoint = try SignedCheckpoint(signing: head, with: key, at: time) } catch {
            throw LedgerError.wrongKey(log: log.log, error)
        }
        try log.insert(checkpoint, number: number, frontier: frontier, db)
        return checkpoint
    }
}

/// What a new entry's bytes say about themselves, checked.
private struct EntryHead {
    let kind: String
    let record: RecordID
    let version: Int
    let replaces: [Hash]

    init(_ bytes: [UInt8], index: Int) throws(LedgerError) {
        let found: Result<EntryHead, LedgerError> = bytes.withUnsafeBytes { bytes in
            func fault(_ why: LedgerError.EntryFault) -> Result<EntryHead, LedgerError> {
                .failure(.malformedEntry(index: index, why))
            }
            guard let tag = RecordTag(bytes) else { return fault(.startTag) }
            guard let record = tag.record(in: bytes) else { return fault(.identifier) }
            guard let replaces = tag.replaced(in: bytes), replaces.isEmpty == (tag.version == 1) else {
                return fault(.replaces)
            }
            let kind = tag.kind(in: bytes)
            guard bytes.suffix(kind.utf8.count + 3).elementsEqual("</\(kind)>".utf8) else {
                return fault(.endTag)
            }
            return .success(EntryHead(kind: kind, record: record, version: tag.version, replaces: replaces))
        }
        self = try found.get()
    }

    private init(kind: String, record: RecordID, version: Int, replaces: [Hash]) {
        self.kind = kind
        self.record = record
        self.version = version
        self.replaces = replaces
    }
}
