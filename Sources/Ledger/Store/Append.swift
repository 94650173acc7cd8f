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
    private let insertion: RawStatement
    private let latest: LatestTable
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
        // OR ROLLBACK for the same reason as in the triggers: see StoreSchema.
        insertion = try RawStatement(
            db,
            """
            INSERT OR ROLLBACK INTO entry (log, seq, kind, record, version, bytes)
            VALUES (\(log.number), ?1, ?2, ?3, ?4, ?5)
            """
        )
        latest = try LatestTable(of: log, db)
    }

    mutating func add(_ entry: NewEntry, index: Int) throws {
        let seq = frontier.size
        let head = try EntryHead(entry.bytes, index: index)
        let first = head.version == 1 ? seq : try continued(head, index: index)
        do { try insert(entry.bytes, head, seq: seq) } catch DatabaseError.SQLITE_CONSTRAINT {
            throw LedgerError.alreadyRecorded(index: index, record: head.record, version: head.version)
        }
        try latest.set(first: first, seq: seq, kind: head.kind, label: entry.label, subject: entry.subject)
        let leaf = Merkle.leafHash(of: entry.bytes)
        frontier.append(leaf)
        leaf.withUnsafeBytes { hashes.append(contentsOf: $0) }
        if frontier.size.isMultiple(of: LeafTable.rowLength) { try flushHashes() }
    }

    private func insert(_ bytes: [UInt8], _ head: EntryHead, seq: Int) throws {
        try bytes.withUnsafeBytes { bytes in
            insertion.bind(seq, at: 1)
            insertion.bind(text: UnsafeRawBufferPointer(rebasing: bytes[head.tag.kind]), at: 2)
            insertion.bind(text: UnsafeRawBufferPointer(rebasing: bytes[head.tag.id]), at: 3)
            insertion.bind(head.version, at: 4)
            insertion.bind(blob: bytes, at: 5)
            try insertion.run()
        }
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
        return try LogEntry.first(of: head.record, in: log, db) ?? current.seq
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
    let tag: RecordTag
    let kind: String
    let record: RecordID
    let replaces: [Hash]
    var version: Int { tag.version }

    init(_ bytes: [UInt8], index: Int) throws {
        self = try bytes.withUnsafeBytes { bytes in
            do throws(LedgerError.EntryFault) { return try EntryHead(bytes) } catch {
                throw LedgerError.malformedEntry(index: index, error)
            }
        }
    }

    private init(_ bytes: UnsafeRawBufferPointer) throws(LedgerError.EntryFault) {
        guard let tag = RecordTag(bytes) else { throw .startTag }
        guard let record = tag.record(in: bytes) else { throw .identifier }
        guard let replaces = tag.replaced(in: bytes), replaces.isEmpty == (tag.version == 1) else {
            throw .replaces
        }
        let kind = tag.kind(in: bytes)
        guard bytes.suffix(kind.utf8.count + 3).elementsEqual("</\(kind)>".utf8) else { throw .endTag }
        self.tag = tag
        self.kind = kind
        self.record = record
        self.replaces = replaces
    }
}
