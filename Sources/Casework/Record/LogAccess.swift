public import CaseFile
internal import Foundation
public import Ledger

// The one place where a case's records meet the ledger's rows. What is above speaks of records and ids.

/// A record as the log holds it.
public struct StoredRecord: Sendable {
    public let entry: LogEntry
    public let record: Record

    init(_ entry: LogEntry) throws {
        self.entry = entry
        record = try Record(parsing: entry.bytes)
    }

    public var id: RecordID { record.head.id }
    public var kind: Kind { record.kind }
    public var label: String? { record.body.label }
    public var version: Int { record.head.version }
    public var recordedAt: String { record.head.recordedAt.text }
    public var recordedBy: String { record.head.recordedBy.rawValue }
    public var amendment: String? { record.head.amendment?.plain() }
    public var bytes: [UInt8] { entry.bytes }
    /// The leaf hash in lower-case hexadecimal.
    public var leaf: String { entry.leaf.description }
    /// Its place in the log, from 0.
    public var seq: Int { entry.seq }
}

extension NewEntry {
    init(_ record: Record, bytes: [UInt8]) {
        self.init(bytes: bytes, label: record.body.label, subject: record.body.subject)
    }
}

extension OpenCase {
    /// A record as an entry, without weighing it.
    package func entry(_ record: Record) throws -> NewEntry {
        NewEntry(record, bytes: try record.canonicalBytes())
    }

    /// Adds to the log in one commit.
    /// - Parameter size: of the log that the entries were made for; nil: as it is now. Where somebody else has
    ///   recorded something since, it is a `LedgerError.conflict`, and nothing is stored.
    package func append(_ entries: [NewEntry], expecting size: Int? = nil) throws {
        guard !entries.isEmpty else { return }
        try office.ledger.append(
            entries,
            to: id,
            expecting: try size ?? self.size(),
            key: try office.logKey(),
            at: Date(timeIntervalSince1970: Double(office.surroundings.now()) / 1_000_000)
        )
    }

    /// The newest state of the log, its signatures checked with the office's own key.
    func checkpoint() throws -> SignedCheckpoint {
        try SignedCheckpoint(
            verifying: try office.ledger.checkpoint(of: id),
            keys: [try office.logKey().office]
        )
    }

    /// How many records the log has.
    /// 0 where it has no log yet.
    public func size() throws -> Int {
        do { return try office.ledger.log(id).size } catch LedgerError.noSuchLog { return 0 }
    }

    func kind(of id: RecordID) throws -> Kind? {
        try office.ledger.current(id, in: self.id).flatMap { Kind(rawValue: $0.kind) }
    }

    /// What the file calls a record.
    public func label(of id: RecordID) throws -> String? { try current(id)?.label }

    /// The current version of a record.
    public func current(_ id: RecordID) throws -> StoredRecord? {
        try office.ledger.current(id, in: self.id).map { try StoredRecord($0) }
    }

    /// All versions of a record, the first one first.
    public func versions(of id: RecordID) throws -> [StoredRecord] {
        try office.ledger.versions(of: id, in: self.id).map { try StoredRecord($0) }
    }

    /// The current records of a kind, in the order in which they were first recorded.
    public func list(_ kind: Kind) throws -> [StoredRecord] {
        var records: [StoredRecord] = []
        try office.ledger.forEachCurrent(kind.rawValue, in: id) { records.append(try StoredRecord($0)) }
        return records
    }

    /// The current records that belong to another: the custody events of an exhibit, its files, its parts.
    func belonging(to id: RecordID) throws -> [StoredRecord] {
        try office.ledger.current(about: id, in: self.id).map { try StoredRecord($0) }
    }

    /// The records of these kinds that are called so.
    func find(_ label: String, kinds: Set<Kind>) throws -> [RecordID] {
        try office.ledger.current(labelled: label, in: id).filter { entry in
            Kind(rawValue: entry.kind).map(kinds.contains) ?? false
        }.map(\.record)
    }

    /// The record that a person means: by its id or by its label.
    public func record(named name: String, kinds: [Kind]? = nil) throws -> RecordID {
        if let id = RecordID(name) {
            guard let kind = try kind(of: id), kinds?.contains(kind) ?? true else {
                throw CaseworkError.noRecord(name)
            }
            return id
        }
        let found = try find(name, kinds: Set(kinds ?? Kind.allCases))
        guard let first = found.first else { throw CaseworkError.noRecord(name) }
        guard found.count == 1 else { throw CaseworkError.manyRecords(name, ids: found) }
        return first
    }

    /// Every leaf of the log, in order.
    func forEachEntry(_ body: (LogEntry) throws -> Void) throws {
        try office.ledger.forEachEntry(of: id, body)
    }

    /// Every record of the log from one place on, older versions among them.
    public func forEachRecord(from start: Int = 0, _ body: (StoredRecord) throws -> Void) throws {
        try office.ledger.forEachEntry(of: id, from: start) { try body(try StoredRecord($0)) }
    }

    func counts() throws -> [(kind: String, count: Int)] { try office.ledger.counts(in: id) }
}
