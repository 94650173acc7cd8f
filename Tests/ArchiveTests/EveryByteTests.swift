import Archive
import Foundation
import Testing

/// Whatever byte of an archive is changed, somebody notices.
@Suite struct EveryByteTests {
    private struct Seen: Equatable {
        var findings: [ArchiveFinding] = []
        var contents: [[UInt8]] = []
    }

    private func look(at path: String) throws -> Seen {
        let reader = try ArchiveReader(path: path)
        var seen = Seen(findings: reader.directory.findings)
        for entry in reader.directory.entries {
            do {
                seen.contents.append(try reader.bytes(of: entry))
            } catch let damaged as DamagedEntry {
                seen.findings.append(damaged.finding)
            }
        }
        return seen
    }

    /// Changes each of these bytes in turn: every bit of it, to 0, and to 255.
    private func changeBytes(
        at offsets: [UInt64],
        of path: String,
        _ check: (UInt64, UInt8) throws -> Void
    ) throws {
        let descriptor = open(path, O_RDWR)
        defer { close(descriptor) }
        for offset in offsets {
            var byte: UInt8 = 0
            pread(descriptor, &byte, 1, off_t(offset))
            var others = Set((0..<8).map { byte ^ 1 << $0 } + [0, 255])
            others.remove(byte)
            for var other in others.sorted() {
                pwrite(descriptor, &other, 1, off_t(offset))
                try check(offset, other)
            }
            pwrite(descriptor, &byte, 1, off_t(offset))
        }
    }

    private func changeEveryByte(of path: String, _ check: (UInt64, UInt8, Seen) -> Void) throws {
        let size = try ArchiveReader(path: path).size
        try changeBytes(at: Array(0..<size), of: path) { try check($0, $1, look(at: path)) }
    }

    /// No exception: not the time, not the attributes, not the version of whoever made it.
    @Test func noByteOfAStoredArchiveIsIrrelevant() throws {
        let entries = [
            SampleEntry(name: "mimetype", content: Array(asice.utf8)),
            SampleEntry(name: "data/a", content: []),
            SampleEntry(name: "ছবি", content: Array("content".utf8)),
        ]
        let folder = try TemporaryFolder()
        try writeSample(entries, to: folder.path("whole.zip"))
        #expect(try look(at: folder.path("whole.zip")) == Seen(contents: entries.map(\.content)))
        try changeEveryByte(of: folder.path("whole.zip")) { offset, other, seen in
            #expect(!seen.findings.isEmpty, "byte \(offset) changed to \(other)")
        }
    }

    /// The same where headers and end have their wide forms. The content is a hole of 5 GiB, which is not read.
    @Test func noByteOfAWideHeaderIsIrrelevant() throws {
        let folder = try TemporaryFolder()
        let entries: [(String, UInt64)] = [("a", 5 << 30), ("b", 3)]
        let path = try SparseArchive.write(entries, to: folder.path("whole.zip"))
        #expect(try ArchiveReader(path: path).directory.findings == [])
        let size = try ArchiveReader(path: path).size
        let localHeader = 0..<UInt64(30 + 1 + 20)
        let rest = (localHeader.upperBound + (5 << 30))..<size
        let content = (rest.lowerBound + 31)..<(rest.lowerBound + 34)
        let offsets = (Array(localHeader) + Array(rest)).filter { !content.contains($0) }
        try changeBytes(at: offsets, of: path) { offset, other in
            let findings = try ArchiveReader(path: path).directory.findings
            #expect(!findings.isEmpty, "byte \(offset) changed to \(other)")
        }
    }

    /// DEFLATE has many streams for one content, so a change in a stream may be none in the content; then, and only
    /// then, nothing is found.
    @Test func aChangeThatIsNotFoundIsNoneInTheContent() throws {
        let content = Array("one and one and one and one is four times one".utf8)
        let folder = try TemporaryFolder()
        try writeSample(
            [SampleEntry(name: "a", content: content, method: .deflate)],
            to: folder.path("whole.zip")
        )
        let entry = try #require(ArchiveReader(path: folder.path("whole.zip")).directory["a"])
        let stream = entry.dataOffset..<(entry.dataOffset + entry.compressedSize)
        try changeEveryByte(of: folder.path("whole.zip")) { offset, other, seen in
            let isHarmless = stream.contains(offset) && seen.contents == [content]
            #expect(!seen.findings.isEmpty || isHarmless, "byte \(offset) changed to \(other)")
        }
    }

    /// Bytes thrown together from the format's own pieces: whatever comes, reading ends and nothing stops the process.
    @Test func noHeapOfPiecesStopsTheReader() throws {
        let entries = [RawEntry("a", [1, 2, 3]), RawEntry("b", [1], deflated: deflatedPlainly([1]))]
        let whole = RawArchive(entries) { $0.zip64 = .init() }.bytes
        let folder = try TemporaryFolder()
        var random = SeededGenerator(state: 1)
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(contentsOf: whole.prefix(at), at: at)
                case 2:
                    bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...30, using: &random)))
                case 3: bytes.replaceSubrange(at..<min(bytes.count, at + 4), with: [255, 255, 255, 255])
                default: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &random))
                }
                if bytes.isEmpty { bytes = whole }
            }
            _ = try look(at: folder.write(bytes))
        }
    }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
