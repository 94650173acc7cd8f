internal import CaseFile
internal import GRDB

/// A stretch of a log's records, each looked at by itself: its leaf hash, and whether the columns beside its bytes
/// say what the bytes say. Blocks do not need each other, so they are read on all cores.
struct RecordBlock: Sendable {
    /// How many places in the log a block covers.
    static let length = 1 << 14

    let range: Range<Int>
    /// The records that are there, in their order.
    private(set) var records: [(seq: Int, leaf: Hash)] = []
    private(set) var firsts: FirstVersions
    /// The versions after the first.
    private(set) var amendments: [Amendment] = []
    private(set) var findings: FindingList

    struct Amendment: Sendable {
        let seq: Int
        let record: RecordID
        let version: Int
        let replaces: [Hash]
    }

    init(_ range: Range<Int>, of log: StoredLog, limit: Int, _ db: Database) throws {
        self.range = range
        firsts = FirstVersions(start: range.lowerBound)
        findings = FindingList(limit: limit)
        records.reserveCapacity(range.count)
        let rows = try RawStatement(
            db,
            """
            SELECT seq, kind, record, version, bytes FROM entry
            WHERE log = \(log.number) AND seq >= \(range.lowerBound) AND seq < \(range.upperBound) ORDER BY seq
            """
        )
        while try rows.step() {
            let bytes = rows.bytes(4)
            records.append((rows.int(0), Merkle.leafHash(of: bytes)))
            check(
                seq: rows.int(0),
                kind: rows.bytes(1),
                record: rows.bytes(2),
                version: rows.int(3),
                bytes: bytes
            )
        }
    }

    private mutating func check(
        seq: Int,
        kind: UnsafeRawBufferPointer,
        record: UnsafeRawBufferPointer,
        version: Int,
        bytes: UnsafeRawBufferPointer
    ) {
        func report(_ code: LogFinding.Code, expected: String, found: String) {
            findings.add(code, .entry(seq: seq, record: nil), expected: expected, found: found)
        }
        guard let tag = RecordTag(bytes) else {
            report(.recordForm, expected: "a record in canonical form", found: "something else")
            return
        }
        if !bytes[tag.kind].isSame(as: kind) {
            report(.recordColumns, expected: "kind \(tag.kind(in: bytes))", found: "another kind in the row")
        }
        if !bytes[tag.id].isSame(as: record) {
            let expected = "record \(tag.record(in: bytes)?.description ?? "without an id")"
            report(.recordColumns, expected: expected, found: "another record in the row")
        }
        if tag.version != version {
            let found = "version \(version) in the row"
            report(.recordColumns, expected: "version \(tag.version)", found: found)
        }
        if tag.version == 1, tag.replaces.isEmpty {
            firsts.add(UnsafeRawBufferPointer(rebasing: bytes[tag.kind]), at: seq)
        } else if tag.version > 1, let replaces = tag.replaced(in: bytes), !replaces.isEmpty,
            let record = tag.record(in: bytes)
        {
            amendments.append(Amendment(seq: seq, record: record, version: tag.version, replaces: replaces))
        } else {
            report(
                .versionChain,
                expected: "version 1 that replaces nothing, or a later one that replaces the one before",
                found: "version \(tag.version) that does not"
            )
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        UnsafeRawBufferPointer(rebasing: self).isSame(as: other)
    }
}
