import Archive
import Foundation
import Testing

@Suite struct RoundTripTests {
    @Test func whatIsWrittenReadsBackWithoutAFinding() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("a.zip")
        let size = try writeSample(to: path)

        let reader = try ArchiveReader(path: path)
        #expect(reader.size == size)
        #expect(reader.directory.findings == [])
        #expect(reader.directory.worst == nil)
        #expect(reader.directory.entries.map(\.name) == sample.map(\.name))
        for (entry, written) in zip(reader.directory.entries, sample) {
            #expect(entry.method == written.method)
            #expect(entry.modified == moment)
            #expect(try reader.bytes(of: entry) == written.content)
        }
        #expect(try reader.mimetypeFindings(expecting: asice) == [])
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        let folder = try TemporaryFolder()
        try writeSample(to: folder.path("a.zip"))
        try writeSample(to: folder.path("b.zip"))
        #expect(try folder.bytes(of: "a.zip") == folder.bytes(of: "b.zip"))
    }

    /// The bytes that a second encoder makes from the format's description alone.
    @Test func theBytesAreThoseOfTheFormatAndNothingMore() throws {
        let folder = try TemporaryFolder()
        let stored = sample.filter { $0.method == .stored }
        try writeSample(stored, to: folder.path("a.zip"))
        let expected = RawArchive(stored.map { RawEntry($0.name, $0.content) }).bytes
        #expect(try folder.bytes(of: "a.zip") == expected)
    }

    @Test func anArchiveWithoutEntriesIsAnEndRecord() throws {
        let folder = try TemporaryFolder()
        try writeSample([], to: folder.path("a.zip"))
        #expect(try folder.bytes(of: "a.zip") == RawArchive([]).bytes)
        #expect(try findings(in: RawArchive([]).bytes) == [])
    }

    @Test func contentFromFilesAndDescriptorsIsTheSameAsFromMemory() throws {
        let folder = try TemporaryFolder()
        let content = noise(2_500_000)
        let source = try folder.write(content, to: "source")
        let descriptor = open(source, O_RDONLY)
        defer { close(descriptor) }
        lseek(descriptor, 100, SEEK_SET)  // must not matter

        let size = UInt64(content.count)
        let contents: [(String, EntryContent)] = [
            ("a", .bytes(content)), ("b", .file(path: source, size: size)),
            ("c", .descriptor(descriptor, size: size)),
        ]
        for (name, content) in contents {
            var writer = try ArchiveWriter(path: folder.path(name), modified: moment)
            try writer.add("x", content)
            try writer.finish()
        }
        #expect(try folder.bytes(of: "a") == folder.bytes(of: "b"))
        #expect(try folder.bytes(of: "a") == folder.bytes(of: "c"))
    }

    /// Lengths at which pieces, buffers and pages end, one less, one more.
    @Test(arguments: [CompressionMethod.stored, .deflate])
    func everyLengthSurvives(method: CompressionMethod) throws {
        let folder = try TemporaryFolder()
        let lengths = [4096, 1 << 16, 1 << 18, 1 << 20, 2 << 20].flatMap { [$0 - 1, $0, $0 + 1] }
        let entries = lengths.map {
            SampleEntry(
                name: "\($0)",
                content: noise($0 - 100) + [UInt8](repeating: 0, count: 100),
                method: method
            )
        }
        try writeSample(entries, to: folder.path("a.zip"))
        let reader = try ArchiveReader(path: folder.path("a.zip"))
        #expect(reader.directory.findings == [])
        for (entry, written) in zip(reader.directory.entries, entries) {
            #expect(try reader.bytes(of: entry) == written.content)
        }
    }

    @Test func twoThreadsReadAtOnce() async throws {
        let folder = try TemporaryFolder()
        try writeSample(to: folder.path("a.zip"))
        let reader = try ArchiveReader(path: folder.path("a.zip"))
        await withTaskGroup(of: Bool.self) { group in
            for round in 0..<40 {
                let (entry, written) = (
                    reader.directory.entries[round % sample.count], sample[round % sample.count]
                )
                group.addTask { (try? reader.bytes(of: entry)) == written.content }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test func entriesAreFoundByTheirExactName() throws {
        let nfc = "data/\u{E9}"
        let nfd = "data/e\u{301}"
        let folder = try TemporaryFolder()
        try writeSample([SampleEntry(name: nfc, content: [1])], to: folder.path("a.zip"))
        let directory = try ArchiveReader(path: folder.path("a.zip")).directory
        #expect(directory[nfc] != nil)
        #expect(directory[nfd] == nil)
        #expect(directory["data"] == nil)
    }

    @Test(arguments: [
        (315_532_800, "1980-01-01 00:00:00"), (1_709_251_199, "2024-02-29 23:59:58"),
        (1_773_508_201, "2026-03-14 17:10:00"), (4_354_819_199, "2107-12-31 23:59:58"),
    ])
    func aMomentIsWrittenInUTC(seconds: Int64, text: String) throws {
        #expect(DOSTime(secondsSince1970: seconds)?.description == text)
    }

    @Test(arguments: [315_532_799, 4_354_819_200, Int64.min, Int64.max])
    func aMomentThatAHeaderCannotHoldIsRefused(seconds: Int64) {
        #expect(DOSTime(secondsSince1970: seconds) == nil)
    }
}
