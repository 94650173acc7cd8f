import Archive
import Testing

@Suite struct MimetypeTests {
    private let mimetype = RawEntry("mimetype", Array(asice.utf8))
    private let other = RawEntry("a", [1])

    private func found(_ archive: RawArchive) throws -> [ArchiveFinding.Code] {
        let folder = try TemporaryFolder()
        return try ArchiveReader(path: folder.write(archive.bytes)).mimetypeFindings(expecting: asice).map(
            \.code
        )
    }

    @Test func theRightOneIsSilent() throws {
        #expect(try found(RawArchive([mimetype, other])) == [])
    }

    @Test func itIsThereAndFirst() throws {
        #expect(try found(RawArchive([other])) == [.mimetypeMissing])
        #expect(try found(RawArchive([other, mimetype])) == [.mimetypeNotFirst])
        #expect(try found(RawArchive([mimetype]) { $0.leading = [0] }) == [.mimetypeNotFirst])
        #expect(try found(RawArchive([RawEntry("MIMETYPE", Array(asice.utf8))])) == [.mimetypeMissing])
    }

    @Test func itIsStoredWithoutAnExtraField() throws {
        let deflated = RawEntry("mimetype", Array(asice.utf8), deflated: deflatedPlainly(Array(asice.utf8)))
        #expect(try found(RawArchive([deflated])) == [.mimetypeCompressed])
        let extra = mimetype.with { $0.local.extra = le(UInt16(0x5455)) + le(UInt16(0)) }
        #expect(try found(RawArchive([extra])) == [.mimetypeHasExtraField])
    }

    @Test(arguments: [
        asice + "\n", "\u{FEFF}" + asice, "", "application/vnd.etsi.asic-s+zip", asice.uppercased(),
    ])
    func itHoldsTheMediaTypeAndNothingMore(content: String) throws {
        #expect(try found(RawArchive([RawEntry("mimetype", Array(content.utf8))])) == [.mimetypeContent])
    }

    @Test func itsDamageIsFound() throws {
        let damaged = mimetype.with { $0.data[0] ^= 1 }
        #expect(try found(RawArchive([damaged])) == [.contentChecksumDisagrees])
    }
}
