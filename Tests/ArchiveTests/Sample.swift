import Archive
import Foundation

let asice = "application/vnd.etsi.asic-e+zip"
let moment = DOSTime(secondsSince1970: 1_773_508_201)!  // 2026-03-14 17:10:01 UTC

/// A folder that goes away with the test.
final class TemporaryFolder {
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
}

/// Bytes that do not compress, the same on every run.
func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state >> 32)
    }
}

struct SampleEntry {
    var name: String
    var content: [UInt8]
    var method: CompressionMethod = .stored
}

let sample: [SampleEntry] = [
    SampleEntry(name: "mimetype", content: Array(asice.utf8)),
    SampleEntry(name: "data/empty.txt", content: []),
    SampleEntry(
        name: "data/casefile.xml",
        content: Array(String(repeating: "<exhibit/>", count: 500).utf8),
        method: .deflate
    ),
    SampleEntry(name: "data/evidence/KT-1/ছবি.jpg", content: noise(3_000_000)),
    SampleEntry(name: "data/nothing.xml", content: [], method: .deflate),
    SampleEntry(name: "data/noise.bin", content: noise(1 << 20, seed: 7), method: .deflate),
]

@discardableResult
func writeSample(_ entries: [SampleEntry] = sample, to path: String) throws -> UInt64 {
    var writer = try ArchiveWriter(path: path, modified: moment)
    for entry in entries { try writer.add(entry.name, .bytes(entry.content), method: entry.method) }
    return try writer.finish()
}
