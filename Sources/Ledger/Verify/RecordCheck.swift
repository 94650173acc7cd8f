internal import CaseFile

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Holds the columns of each row against its bytes, and notes what the checks after the scan need.
struct RecordCheck: Sendable {
    private(set) var findings: FindingList
    /// The versions after the first.
    private(set) var amendments: [Amendment] = []
    /// For each place in the log, the kind of the record that first comes in there, as an index into `kinds`
    /// and one more; 0 where a later version stands. Two bytes for a record, so that a million take 2 MB.
    private(set) var firsts: [UInt16] = []
    private(set) var kinds: [String] = []
    private var kindBytes: [[UInt8]] = []
    private let end: Int

    struct Amendment: Sendable {
        let seq: Int
        let record: RecordID
        let version: Int
        let replaces: [Hash]
    }

    init(end: Int, limit: Int) {
        findings = FindingList(limit: limit)
        self.end = end
        firsts.reserveCapacity(end)
    }

    mutating func check(
        seq: Int,
        kind: UnsafeRawBufferPointer,
        record: UnsafeRawBufferPointer,
        version: Int,
        bytes: UnsafeRawBufferPointer
    ) {
        guard seq >= 0, seq < end else { return }
        while firsts.count < seq { firsts.append(0) }
        let place = LogFinding.Place.entry(seq: seq, record: Self.identifier(record)?.description)
        guard let tag = RecordTag(bytes), let id = tag.record(in: bytes) else {
            firsts.append(0)
            findings.add(.recordForm, place, expected: "a record in canonical form", found: "something else")
            return
        }
        if !Self.same(kind, UnsafeRawBufferPointer(rebasing: bytes[tag.kind])) {
            findings.add(
                .recordColumns,
                place,
                expected: "kind \(tag.kind(in: bytes))",
                found: "another kind in the row"
            )
        }
        if !Self.same(record, UnsafeRawBufferPointer(rebasing: bytes[tag.id])) {
            findings.add(.recordColumns, place, expected: "record \(id)", found: "another record in the row")
        }
        if version != tag.version {
            findings.add(
                .recordColumns,
                place,
                expected: "version \(tag.version)",
                found: "version \(version) in the row"
            )
        }
        guard tag.version > 1 || !tag.replaces.isEmpty else {
            firsts.append(index(of: UnsafeRawBufferPointer(rebasing: bytes[tag.kind])))
            return
        }
        firsts.append(0)
        guard tag.version > 1, let replaces = tag.replaced(in: bytes), !replaces.isEmpty else {
            findings.add(
                .versionChain,
                place,
                expected: "version 1 that replaces nothing, or a later one that replaces the one before",
                found: "version \(tag.version) that does not"
            )
            return
        }
        amendments.append(Amendment(seq: seq, record: id, version: tag.version, replaces: replaces))
    }

    static func same(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        a.count == b.count && (a.isEmpty || memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0)
    }

    /// The id in a `record` column, if it is one: nothing else of a row is ever quoted.
    static func identifier(_ column: UnsafeRawBufferPointer) -> RecordID? {
        RecordID(utf8: column.assumingMemoryBound(to: UInt8.self))
    }

    private mutating func index(of kind: UnsafeRawBufferPointer) -> UInt16 {
        for (index, known) in kindBytes.enumerated() where known.withUnsafeBytes({ Self.same($0, kind) }) {
            return UInt16(index + 1)
        }
        guard kinds.count < Int(UInt16.max) else { return 0 }
        kindBytes.append(Array(kind))
        kinds.append(String(decoding: kind, as: UTF8.self))
        return UInt16(kinds.count)
    }
}
