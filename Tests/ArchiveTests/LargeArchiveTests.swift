@testable import Archive
import Foundation
import Testing

/// What does not fit into 16 and 32 bits.
@Suite struct LargeArchiveTests {
    /// One entry more than 16 bits can count without saying "look there".
    @Test func moreEntriesThanSixteenBitsCount() throws {
        let folder = try TemporaryFolder()
        let count = 65_535
        var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment)
        for index in 0..<count { try writer.add(String(100_000 + index), .bytes([UInt8(index % 256)])) }
        let size = try writer.finish()
        #expect(Int(size) == count * (30 + 46 + 2 * 6 + 1) + 56 + 20 + 22)

        let reader = try ArchiveReader(path: folder.path("a.zip"))
        #expect(reader.directory.findings == [])
        #expect(reader.directory.entries.count == count)
        #expect(try reader.bytes(of: #require(reader.directory["165534"])) == [254])
        try expectPython(
            folder.path("a.zip"),
            "len(z.namelist()) == 65535 and z.read('165534') == bytes([254])"
        )
        if Program.exists("unzip") {
            #expect(try Program.run("unzip", ["-tqq", folder.path("a.zip")]).status == 0)
        }
    }

    /// The last numbers that need no ZIP64 record, and the first that do.
    @Test(
        arguments: [
            (65_534, 0xFFFF_FFFE, 0, false), (65_535, 0, 0, true), (0, 0xFFFF_FFFF, 0, true),
            (0, 0, 0xFFFF_FFFE, false), (0, 0, 0xFFFF_FFFF, true), (1 << 40, 1 << 50, 1 << 45, true),
        ] as [(UInt64, UInt64, UInt64, Bool)]
    )
    func theRecordOfSixtyFourBitsComesWhenItMust(
        entries: UInt64,
        offset: UInt64,
        size: UInt64,
        isWide: Bool
    ) throws {
        let facts = DirectoryFacts(entries: entries, directoryOffset: offset, directorySize: size)
        let end = facts.encodedEnd()
        #expect(end.count == (isWide ? 98 : 22))
        if isWide {
            #expect(Array(end[24..<56]) == le(entries) + le(entries) + le(size) + le(offset))
            #expect(Array(end[64..<72]) == le(offset + size))
        }
    }

    /// Five entries around the places where a number becomes too large, in a file that is almost all holes.
    @Test func entriesAndOffsetsBeyondThirtyTwoBits() throws {
        let folder = try TemporaryFolder()
        let path = try SparseArchive.write(
            [("a", 10), ("b", 0xFFC0_0000 - 1), ("c", 0xFFC0_0000), ("d", 5 << 30), ("e", 3)],
            to: folder.path("a.zip")
        )
        let reader = try ArchiveReader(path: path)
        #expect(reader.directory.findings == [])
        #expect(reader.directory.entries.map(\.size) == [10, 0xFFC0_0000 - 1, 0xFFC0_0000, 5 << 30, 3])
        #expect(try reader.bytes(of: reader.directory.entries[4]) == [0, 0, 0])
        try expectPython(
            path,
            """
            [(i.file_size, i.compress_size) for i in z.infolist()] == [(n, n) for n in \
            (10, 0xffbfffff, 0xffc00000, 5 << 30, 3)] and z.read("e") == bytes(3)
            """
        )
    }

    private func expectPython(_ path: String, _ condition: String) throws {
        guard Program.exists("python3") else { return }
        let script = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert \(condition)"
        let run = try Program.run("python3", ["-c", script, path])
        #expect(run.status == 0, "\(run.output)")
    }
}

/// An archive of stored zeros, of which the disk sees only the headers.
enum SparseArchive {
    static func write(_ entries: [(name: String, size: UInt64)], to path: String) throws -> String {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? file.close() }
        var directory: [UInt8] = []
        var position: UInt64 = 0
        func put(_ bytes: [UInt8]) throws {
            try file.seek(toOffset: position)
            try file.write(contentsOf: bytes)
            position += UInt64(bytes.count)
        }
        for (name, size) in entries {
            let (isLarge, isFar) = (size >= 0xFFC0_0000, position >= 0xFFFF_FFFF)
            var entry = RawEntry(name, [])
            // Only the small ones are read.
            let crc = size < 100 ? checksum([UInt8](repeating: 0, count: Int(size))) : 0
            let narrow = UInt32(isLarge ? 0xFFFF_FFFF : size)
            entry.both { ($0.crc32, $0.size, $0.compressedSize) = (crc, narrow, narrow) }
            let sizes: [UInt8] = isLarge ? le(size) + le(size) : []
            let offset: [UInt8] = isFar ? le(position) : []
            if isLarge {
                entry.local.extra = le(UInt16(1)) + le(UInt16(16)) + sizes
                entry.local.versionNeeded = 45
            }
            if isLarge || isFar {
                entry.central.extra = le(UInt16(1)) + le(UInt16(sizes.count + offset.count)) + sizes + offset
                entry.central.versionNeeded = 45
            }
            entry.central.offset = UInt32(isFar ? 0xFFFF_FFFF : position)
            try put(entry.local.localBytes)
            position += size
            directory += entry.central.centralBytes
        }
        let start = position
        try put(directory)
        var end = RawArchive([])
        let count = UInt64(entries.count)
        end.zip64 = .init(
            entries: count,
            directorySize: UInt64(directory.count),
            directoryOffset: start,
            recordOffset: position
        )
        end.end = .init(
            entries: UInt16(count),
            directorySize: UInt32(directory.count),
            directoryOffset: .max
        )
        try put(end.bytes)
        return path
    }
}
