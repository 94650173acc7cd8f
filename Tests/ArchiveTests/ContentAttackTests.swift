import Archive
import Foundation
import Testing

@Suite struct ContentAttackTests {
    typealias Code = ArchiveFinding.Code

    private let content = Array("the content of an entry".utf8)

    private func deflated(_ data: [UInt8], _ change: (inout RawEntry) -> Void = { _ in }) -> RawArchive {
        RawArchive([RawEntry("a", content, deflated: data).with(change)])
    }

    @Test func aStreamOfAnotherMakerIsRead() throws {
        #expect(try findings(in: deflated(deflatedPlainly(content)).bytes) == [])
    }

    @Test func anotherContentThanTheChecksumsIsDamaged() throws {
        let changed = RawEntry("a", content).with { $0.data[0] ^= 1 }
        #expect(try codes(in: RawArchive([changed])) == [.contentChecksumDisagrees])
        var stream = deflatedPlainly(content)
        stream[5] ^= 1
        #expect(try codes(in: deflated(stream)) == [.contentChecksumDisagrees])
    }

    @Test func aStoredEntryOfTwoSizesIsNotRead() throws {
        let entry = RawEntry("a", content).with { $0.both { $0.size += 1 } }
        #expect(try codes(in: RawArchive([entry])) == [.storedSizeDisagrees])
    }

    @Test(arguments: [1, 22, 24, 1_000_000] as [UInt32])
    func anotherSizeThanDeclaredIsDamaged(size: UInt32) throws {
        let archive = deflated(deflatedPlainly(content)) { $0.both { $0.size = size } }
        #expect(try codes(in: archive) == [.contentSizeDisagrees])
    }

    @Test func whatFollowsAStreamInItsEntryIsDamage() throws {
        #expect(try codes(in: deflated(deflatedPlainly(content) + [0])) == [.contentMalformed])
        // A second stream, as gzip would read on.
        #expect(
            try codes(in: deflated(deflatedPlainly(content) + deflatedPlainly([1]))) == [.contentMalformed]
        )
    }

    @Test func aStreamThatDoesNotEndIsDamage() throws {
        let stream = deflatedPlainly(content)
        #expect(try codes(in: deflated(Array(stream.dropLast()))) == [.contentMalformed])
        // Its one block is not marked as the last.
        #expect(try codes(in: deflated([0] + stream.dropFirst())) == [.contentMalformed])
        #expect(try codes(in: deflated([])) == [.contentMalformed])
    }

    @Test(arguments: [
        [7], [0xFF, 0xFF], [1, 5, 0, 5, 0], [0x78, 0x9C, 3, 0, 0, 0, 0, 1], [5, 0xFF, 0xFF, 0xFF],
    ])
    func whatIsNotDeflateIsDamage(stream: [UInt8]) throws {
        #expect(try codes(in: deflated(stream)) == [.contentMalformed])
    }

    @Test func aBombIsNotRead() throws {
        // 8 MiB of zeros in 8 KiB; our writer refuses to make it unless the limits are lifted.
        let zeros = [UInt8](repeating: 0, count: 8 << 20)
        let folder = try TemporaryFolder()
        var lifted = ArchiveLimits.bundle
        lifted.inflationRatio = 2000
        var writer = try ArchiveWriter(path: folder.path("bomb.zip"), modified: moment, limits: lifted)
        try writer.add("bomb", .bytes(zeros), method: .deflate)
        try writer.finish()

        let bytes = try folder.bytes(of: "bomb.zip")
        #expect(try findings(in: bytes).map(\.code) == [.inflatesTooFar])
        #expect(try findings(in: bytes, limits: lifted) == [])

        var other = try ArchiveWriter(path: folder.path("b.zip"), modified: moment)
        #expect(throws: ArchiveError.refused(.inflatesTooFar, position: 0)) {
            try other.add("bomb", .bytes(zeros), method: .deflate)
        }
    }

    /// The same bomb that declares a small size: no more than was declared is ever handed over.
    @Test func aBombThatLiesAboutItsSizeIsStopped() throws {
        let zeros = [UInt8](repeating: 0, count: 8 << 20)
        let folder = try TemporaryFolder()
        var lifted = ArchiveLimits.bundle
        lifted.inflationRatio = 2000
        var writer = try ArchiveWriter(path: folder.path("bomb.zip"), modified: moment, limits: lifted)
        try writer.add("bomb", .bytes(zeros), method: .deflate)
        try writer.finish()
        let entry = try #require(
            ArchiveReader(path: folder.path("bomb.zip"), limits: lifted).directory["bomb"]
        )
        let start = Int(entry.dataOffset)
        let stream = try Array(folder.bytes(of: "bomb.zip")[start..<(start + Int(entry.compressedSize))])

        let lying = RawEntry("bomb", [UInt8](repeating: 0, count: 1000), deflated: stream)
        #expect(try codes(in: RawArchive([lying])) == [.contentSizeDisagrees])
    }

    @Test func aFileThatIsCutWhileItIsReadIsDamaged() throws {
        let folder = try TemporaryFolder()
        let whole = RawArchive([RawEntry("a", noise(100_000))]).bytes
        let reader = try ArchiveReader(path: folder.write(whole))
        try folder.truncate("a.zip", to: 50_000)
        let entry = try #require(reader.directory["a"])
        let error = #expect(throws: DamagedEntry.self) { try reader.bytes(of: entry) }
        #expect(error?.finding.code == .contentTruncated)
    }

    @Test func whatAHandlerThrowsEndsTheReading() throws {
        struct Enough: Error {}
        let folder = try TemporaryFolder()
        let reader = try ArchiveReader(path: folder.write(RawArchive([RawEntry("a", noise(600_000))]).bytes))
        var pieces = 0
        #expect(throws: Enough.self) {
            try reader.read(reader.directory.entries[0]) { _ in
                pieces += 1
                throw Enough()
            }
        }
        #expect(pieces == 1)
    }

    @Test func whatIsNoFileCannotBeRead() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ArchiveError.notAFile) { try ArchiveReader(path: folder.url.path) }
        #expect(throws: ArchiveError.system(.open, code: 2)) { try ArchiveReader(path: folder.path("none")) }
        #expect(throws: ArchiveError.notAFile) { try ArchiveReader(path: "/dev/zero") }
    }
}
