import Archive
import Testing

// Each attack is explained in Tests/Fixtures/README.md.

private let a = RawEntry("a.txt", Array("first".utf8))
private let b = RawEntry("b.txt", Array("second".utf8))

@Suite struct EndAttackTests {
    @Test func theUnharmedArchiveHasNoFindings() throws {
        #expect(try findings(in: RawArchive([a, b]).bytes) == [])
    }

    @Test(arguments: [
        [], [0x50], Array("not an archive at all, but long enough".utf8),
        [UInt8](repeating: 0, count: 70_000),
    ])
    func whatIsNoArchiveIsRefused(bytes: [UInt8]) throws {
        #expect(try findings(in: bytes).map(\.code) == [.endRecordMissing])
    }

    @Test func everyTruncationIsRefused() throws {
        let whole = RawArchive([a, b]).bytes
        for length in 0..<whole.count {
            let found = try findings(in: Array(whole[..<length]))
            #expect(found.contains { $0.severity == .refusal && $0.position == nil }, "\(length) bytes")
        }
    }

    @Test func aSecondEndRecordInTheCommentIsRefused() throws {
        // The comment is a whole archive, and its end record ends with the file too.
        let inner = RawArchive([b]).bytes
        let archive = RawArchive([a]) { $0.comment = inner }
        #expect(try codes(in: archive) == [.endRecordAmbiguous])
    }

    @Test func theSignatureInTheCommentIsRefused() throws {
        let archive = RawArchive([a]) { $0.comment = [1, 2] + le(UInt32(0x0605_4B50)) + [3] }
        #expect(try codes(in: archive) == [.endRecordAmbiguous])
    }

    @Test func anArchiveInsideAnEntryHarmsNobody() throws {
        let inner = RawArchive([a, b]).bytes
        #expect(try findings(in: RawArchive([RawEntry("inner.zip", inner)]).bytes) == [])
    }

    @Test func aCommentIsNoted() throws {
        #expect(try codes(in: RawArchive([a]) { $0.comment = Array("hello".utf8) }) == [.archiveComment])
    }

    @Test func bytesAfterTheEndAreAFault() throws {
        let archive = RawArchive([a]) { $0.trailing = [10] }
        #expect(try codes(in: archive) == [.trailingData])
        #expect(try readableNames(in: archive) == ["a.txt"])
    }

    @Test(arguments: [
        RawArchive.End(disk: 1), RawArchive.End(directoryDisk: 1),
        RawArchive.End(entriesOnDisk: 1, entries: 2),
    ])
    func severalDisksAreRefused(end: RawArchive.End) throws {
        #expect(try codes(in: RawArchive([a, b]) { $0.end = end }) == [.severalDisks])
    }

    @Test(arguments: [0, 1, 3, 4])
    func aLyingCountIsRefused(count: UInt16) throws {
        #expect(try codes(in: RawArchive([a, b]) { $0.end.entries = count }) == [.entryCountDisagrees])
    }

    @Test func aDirectoryElsewhereIsRefused() throws {
        let whole = RawArchive([a, b])
        for shift in [-1, 1, 46] {
            let moved = RawArchive(whole.entries) { $0.end.directoryOffset = UInt32(77 + shift) }
            #expect(try codes(in: moved) == [.directoryMisplaced])
            let resized = RawArchive(whole.entries) { $0.end.directorySize = UInt32(102 + shift) }
            #expect(try codes(in: resized) == [.directoryMisplaced])
        }
        #expect(try codes(in: RawArchive([a]) { $0.afterDirectory = [0] }) == [.directoryMisplaced])
    }

    /// Many readers add what is in front to every offset; to the others the same offsets mean other places.
    @Test func bytesInFrontThatOffsetsIgnoreAreRefused() throws {
        let archive = RawArchive([a]) {
            $0.leading = Array("#!/bin/sh\n".utf8)
            $0.offsetShift = -10
        }
        #expect(try codes(in: archive) == [.directoryMisplaced])
    }

    @Test func somethingElseInTheDirectoryIsRefused() throws {
        let signature: [UInt8] = le(UInt32(0x0505_4B50)) + le(UInt16(3)) + [1, 2, 3]
        #expect(try codes(in: RawArchive([a]) { $0.inDirectory = signature }) == [.entryCountDisagrees])
        let wrong = a.with { $0.central.signature = 0x0201_4B51 }
        #expect(try codes(in: RawArchive([wrong])) == [.directoryMalformed])
        let long = a.with { $0.central.nameLength = 60 }
        #expect(try codes(in: RawArchive([long])) == [.directoryMalformed])
    }

    @Test func moreEntriesThanAllowedAreRefused() throws {
        var limits = ArchiveLimits.bundle
        limits.entries = 1
        #expect(try codes(in: RawArchive([a, b]), limits: limits) == [.tooManyEntries])
        limits.entries = 2
        #expect(try codes(in: RawArchive([a, b]), limits: limits) == [])
        limits.directoryBytes = 101
        #expect(try codes(in: RawArchive([a, b]), limits: limits) == [.directoryTooLarge])
    }

    @Test func findingsBeyondTheLimitAreCounted() throws {
        var limits = ArchiveLimits.bundle
        limits.findings = 3
        let folder = try TemporaryFolder()
        let bad = (0..<10).map { RawEntry("../\($0)", []) }
        let directory = try ArchiveReader(path: folder.write(RawArchive(bad).bytes), limits: limits).directory
        #expect(directory.findings.count == 3)
        #expect(directory.findingsLeftOut == 7)
        #expect(directory.worst == .refusal)
    }
}

@Suite struct Zip64EndAttackTests {
    private func archive(_ zip64: RawArchive.Zip64, end: RawArchive.End = .init()) -> RawArchive {
        RawArchive([a, b]) {
            $0.zip64 = zip64
            $0.end = end
        }
    }

    @Test func aZip64RecordThatIsNotNeededIsNoted() throws {
        #expect(try codes(in: archive(.init())) == [.zip64EndNotNeeded])
        let escaped = RawArchive.End(entries: .max, directorySize: .max, directoryOffset: .max)
        #expect(try codes(in: archive(.init(), end: escaped)) == [.zip64EndNotNeeded])
    }

    @Test(arguments: [
        RawArchive.Zip64(entries: 1), RawArchive.Zip64(directorySize: 1),
        RawArchive.Zip64(directoryOffset: 0),
        RawArchive.Zip64(recordOffset: 0), RawArchive.Zip64(remainingLength: 0),
        RawArchive.Zip64(remainingLength: .max), RawArchive.Zip64(extensible: [1, 2, 3]),
    ])
    func aZip64RecordThatSaysSomethingElseIsRefused(zip64: RawArchive.Zip64) throws {
        #expect(try codes(in: archive(zip64)) == [.zip64EndDisagrees])
    }

    @Test(arguments: [RawArchive.Zip64(disks: 2), RawArchive.Zip64(disk: 1)])
    func severalDisksAreRefused(zip64: RawArchive.Zip64) throws {
        #expect(try codes(in: archive(zip64)) == [.severalDisks])
    }

    @Test(arguments: [UInt64.max, 1 << 63, 1 << 32])
    func numbersBeyondAllBoundsAreRefused(number: UInt64) throws {
        let escaped = RawArchive.End(entries: .max, directorySize: .max, directoryOffset: .max)
        #expect(
            try codes(in: archive(.init(directoryOffset: number), end: escaped)).last == .directoryMisplaced
        )
        #expect(
            try codes(in: archive(.init(directorySize: number), end: escaped)).last == .directoryMisplaced
        )
        #expect(try codes(in: archive(.init(entries: number), end: escaped)).last == .tooManyEntries)
    }

    @Test func escapesWithoutAZip64RecordAreRefused() throws {
        let offset = RawArchive([a]) { $0.end = .init(directoryOffset: .max) }
        #expect(try codes(in: offset) == [.directoryMisplaced])
        let count = RawArchive([a]) { $0.end = .init(entries: .max) }
        #expect(try codes(in: count) == [.entryCountDisagrees])
    }
}
