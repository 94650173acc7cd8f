import CaseFile
import Foundation
import Ledger

/// A record in canonical form, as small as one can be.
struct SampleRecord {
    var kind = "exhibit"
    var id: RecordID
    var version = 1
    var replaces: [Hash] = []
    var label: String?
    var subject: RecordID?
    var text = "a phone, black"
    /// Thirty-two digits, from which the leaf gets its salt.
    var nonce = "00112233445566778899aabbccddeeff"

    var bytes: [UInt8] {
        let replaced = replaces.map(\.description).joined(separator: " ")
        let start =
            #"<\#(kind) xmlns="urn:dossier:casefile:1" id="\#(id)" nonce="\#(nonce)""#
            + #" recordedAt="2026-03-14T22:40:00+05:30" recordedBy="AHTU-KOL:r.sen""#
            + (replaces.isEmpty ? "" : #" replaces="\#(replaced)""#)
            + #" version="\#(version)">"#
        let label = label.map { "<mark>\($0)</mark>" } ?? ""
        let subject = subject.map { #"<of to="\#($0)"></of>"# } ?? ""
        return Array("\(start)\(label)\(subject)<text>\(text)</text></\(kind)>".utf8)
    }

    var entry: NewEntry { NewEntry(bytes: bytes, label: label, subject: subject) }

    /// The next version of the record.
    func amended(text: String) -> SampleRecord {
        var next = self
        next.version += 1
        next.replaces = [Merkle.leafHash(of: bytes)]
        next.text = text
        return next
    }

    /// What `NewEntry` was given, read out of the bytes again.
    static func describe(_ entry: LogEntry) -> (label: String?, subject: RecordID?) {
        let text = String(decoding: entry.bytes, as: UTF8.self)
        func between(_ start: String, _ end: String) -> String? {
            text.range(of: start).flatMap { start in
                text.range(of: end, range: start.upperBound..<text.endIndex).map { end in
                    String(text[start.upperBound..<end.lowerBound])
                }
            }
        }
        return (between("<mark>", "</mark>"), between(#"<of to=""#, #"""#).flatMap { RecordID($0) })
    }
}

extension RecordID {
    /// An id that is the same in every run.
    static func sample(_ number: Int) -> RecordID {
        var random = SeededGenerator(seed: UInt64(number))
        return RecordID(milliseconds: 1_773_508_200_000 + UInt64(number), using: &random)
    }
}

/// A folder that is gone with the last reference to it.
final class ScratchFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/dossier-ledger-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// A store in a folder of its own, with one log.
struct SampleLog {
    static let key = try! LogKey(office: "AHTU-KOL.dossier", seed: Array(0..<32))
    static let log = RecordID.sample(0)
    static let start = Date(timeIntervalSince1970: 1_773_508_200)

    let folder: ScratchFolder
    let ledger: Ledger
    var path: String { ledger.path }

    init() throws {
        folder = try ScratchFolder()
        ledger = try Ledger(at: folder.file("store.sqlite"))
        try ledger.open(Self.log, key: Self.key, at: Self.start)
    }

    /// Appends at the end, a minute after the commit before.
    @discardableResult
    func append(_ records: [SampleRecord]) throws -> SignedCheckpoint {
        let size = try ledger.log(Self.log).size
        let commits = try ledger.checkpoints(of: Self.log).count
        return try ledger.append(
            records.map(\.entry),
            to: Self.log,
            expecting: size,
            key: Self.key,
            at: Self.start + TimeInterval(60 * commits)
        )
    }

    func verify(held: [SignedNote] = [], limit: Int = 1000) throws -> [LogFinding] {
        try ledger.verify(
            Self.log,
            keys: [Self.key.office],
            held: held,
            describing: SampleRecord.describe,
            limit: limit
        )
    }

    /// Twenty records in six commits: exhibits, their custody events, and records that were amended.
    static func withTwentyRecords() throws -> SampleLog {
        let sample = try SampleLog()
        let exhibits = (1...4).map { SampleRecord(id: .sample($0), label: "KT-\($0)") }
        func events(_ numbers: ClosedRange<Int>, of exhibit: SampleRecord) -> [SampleRecord] {
            numbers.map { SampleRecord(kind: "custodyEvent", id: .sample($0), subject: exhibit.id) }
        }
        try sample.append([exhibits[0]])
        try sample.append(Array(exhibits[1...]) + events(10...11, of: exhibits[0]))
        let amended = exhibits[1].amended(text: "a phone, dark blue")
        try sample.append(events(12...14, of: exhibits[1]) + [amended])
        try sample.append([amended.amended(text: "a phone, blue"), exhibits[2].amended(text: "a ledger")])
        try sample.append(events(15...20, of: exhibits[3]))
        try sample.append([
            SampleRecord(kind: "person", id: .sample(30), label: "Girl-A"),
            events(21...21, of: exhibits[0])[0],
        ])
        return sample
    }
}
