import Archive
import Foundation
import Testing

let asice = "application/vnd.etsi.asic-e+zip"
let moment = DOSTime(secondsSince1970: 1_773_508_201)!  // 2026-03-14 17:10:01 UTC

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Everything in it, hidden files included.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
    }

    func write(_ bytes: [UInt8], to name: String = "a.zip") throws -> String {
        try Data(bytes).write(to: url.appending(path: name))
        return path(name)
    }

    func truncate(_ name: String, to count: UInt64) throws {
        let handle = try FileHandle(forWritingTo: url.appending(path: name))
        try handle.truncate(atOffset: count)
        try handle.close()
    }

    func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }
}

/// Bytes that do not compress, the same on every run. They repeat after 64 KiB, out of the sight of DEFLATE.
func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var block: [UInt8] = []
    for _ in 0..<min(count, 1 << 16) {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        block.append(UInt8(truncatingIfNeeded: state >> 32))
    }
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += block.prefix(count - bytes.count) }
    return bytes
}

struct SampleEntry {
    var name: String
    var content: [UInt8]
    var method: CompressionMethod = .stored
}

/// One of every kind that a bundle has, and some that it has not.
let sample: [SampleEntry] = [
    SampleEntry(name: "mimetype", content: Array(asice.utf8)),
    SampleEntry(name: "data/empty.txt", content: []),
    SampleEntry(
        name: "data/casefile.xml",
        content: Array(String(repeating: "<exhibit/>", count: 500).utf8),
        method: .deflate
    ),
    SampleEntry(name: "data/evidence/KT-1/ছবি.jpg", content: noise(150_000)),
    SampleEntry(name: "data/nothing.xml", content: [], method: .deflate),
    SampleEntry(name: "data/noise.bin", content: noise(50_000, seed: 7), method: .deflate),
]

@discardableResult
func writeSample(_ entries: [SampleEntry] = sample, to path: String) throws -> UInt64 {
    var writer = try ArchiveWriter(path: path, modified: moment)
    for entry in entries { try writer.add(entry.name, .bytes(entry.content), method: entry.method) }
    return try writer.finish()
}

/// What is found in these bytes: on opening, and on reading every entry that may be read.
func findings(in bytes: [UInt8], limits: ArchiveLimits = .bundle) throws -> [ArchiveFinding] {
    let folder = try TemporaryFolder()
    let reader = try ArchiveReader(path: folder.write(bytes), limits: limits)
    var findings = reader.directory.findings
    for entry in reader.directory.entries {
        do {
            var read: UInt64 = 0
            try reader.read(entry) { piece in
                read += UInt64(piece.count)
                #expect(read <= entry.size, "no handler sees more than was declared")
            }
        } catch let damaged as DamagedEntry {
            findings.append(damaged.finding)
        }
    }
    return findings
}

/// The codes, less those that only say that another writer was at work.
func codes(in archive: RawArchive, limits: ArchiveLimits = .bundle) throws -> [ArchiveFinding.Code] {
    let forms: Set<ArchiveFinding.Code> = [.localHeaderForm, .centralHeaderForm, .endRecordForm]
    return try findings(in: archive.bytes, limits: limits).map(\.code).filter { !forms.contains($0) }
}

/// The names of the entries that may be read.
func readableNames(in archive: RawArchive) throws -> [String] {
    let folder = try TemporaryFolder()
    return try ArchiveReader(path: folder.write(archive.bytes)).directory.entries.map(\.name)
}
