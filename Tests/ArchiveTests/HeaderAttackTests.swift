import Archive
import Testing

private let a = RawEntry("a.txt", Array("first".utf8))
private let folder = RawEntry("folder/", []).with { $0.central.externalAttributes = 0o040_755 << 16 | 0x10 }

@Suite struct HeaderAttackTests {
    typealias Code = ArchiveFinding.Code

    // MARK: Local header against central directory

    static let disagreements: [(Code, @Sendable (inout RawHeader) -> Void)] = [
        (.localNameDisagrees, { $0.name = Array("b.txt".utf8) }),
        (.localMethodDisagrees, { $0.method = 8 }),
        (.localFlagsDisagree, { $0.flags = 1 << 11 }),
        (.localSizeDisagrees, { $0.size = 4 }),
        (.localSizeDisagrees, { $0.compressedSize = 4 }),
        (.localSizeDisagrees, { $0.size = 0 }),
        (.localChecksumDisagrees, { $0.crc32 ^= 1 }),
        (.localChecksumDisagrees, { $0.crc32 = 0 }),
    ]

    @Test(arguments: disagreements.indices)
    func anEntryWhoseHeadersDisagreeIsNotRead(index: Int) throws {
        let (code, change) = Self.disagreements[index]
        let archive = RawArchive([a.with { change(&$0.local) }, RawEntry("good", [2])])
        #expect(try codes(in: archive) == [code])
        #expect(try readableNames(in: archive) == ["good"])
    }

    @Test func twoTimesAreAFault() throws {
        #expect(try codes(in: RawArchive([a.with { $0.local.time ^= 1 }])) == [.localTimeDisagrees])
        #expect(try codes(in: RawArchive([a.with { $0.local.date ^= 1 }])) == [.localTimeDisagrees])
    }

    // MARK: What an entry is

    @Test func aSymbolicLinkIsNotRead() throws {
        let link = a.with { $0.central.externalAttributes = 0o120_777 << 16 }
        #expect(try codes(in: RawArchive([link])) == [.symbolicLink])
        let reparsePoint = a.with { $0.central.externalAttributes = 0x420 }
        #expect(try codes(in: RawArchive([reparsePoint])) == [.symbolicLink])
    }

    @Test(arguments: [0o020_666, 0o060_666, 0o010_644, 0o140_755, 0o040_755, 0o160_644] as [UInt32])
    func devicesPipesSocketsAndFoldersInDisguiseAreNotRead(mode: UInt32) throws {
        let entry = a.with { $0.central.externalAttributes = mode << 16 }
        #expect(try codes(in: RawArchive([entry])) == [.specialFile])
    }

    @Test func aFolderOfDOSInDisguiseIsNotRead() throws {
        #expect(
            try codes(in: RawArchive([a.with { $0.central.externalAttributes = 0x10 }])) == [.specialFile]
        )
    }

    @Test func aFolderIsNotedAndIsNoEntry() throws {
        #expect(try codes(in: RawArchive([folder, RawEntry("folder/a", [1])])) == [.folder])
        #expect(try readableNames(in: RawArchive([folder, RawEntry("folder/a", [1])])) == ["folder/a"])
        #expect(
            try codes(in: RawArchive([folder, RawEntry("folder", [1])])) == [.folder, .fileIsAlsoFolder]
        )
    }

    @Test func aFolderWithContentIsRefused() throws {
        let full = RawEntry("folder/", [1])
        #expect(try codes(in: RawArchive([full])) == [.specialFile, .folder, .folderHasContent])
    }

    @Test(arguments: [0, 6, 13] as [UInt16])
    func anEncryptedEntryIsNotRead(bit: UInt16) throws {
        let entry = a.with { $0.both { $0.flags |= 1 << bit } }
        #expect(try codes(in: RawArchive([entry])) == [.encrypted])
    }

    @Test func aPatchIsNotRead() throws {
        #expect(try codes(in: RawArchive([a.with { $0.both { $0.flags |= 1 << 5 } }])) == [.flagsUnsupported])
    }

    @Test(arguments: [4, 7, 8, 9, 10, 12, 14, 15] as [UInt16])
    func aReservedFlagIsAFault(bit: UInt16) throws {
        #expect(try codes(in: RawArchive([a.with { $0.both { $0.flags |= 1 << bit } }])) == [.flagsReserved])
    }

    @Test(arguments: [1, 6, 9, 12, 14, 93, 95, 99, 0xFFFF] as [UInt16])
    func anotherMethodThanStoredAndDeflateIsNotRead(method: UInt16) throws {
        #expect(
            try codes(in: RawArchive([a.with { $0.both { $0.method = method } }])) == [.methodUnsupported]
        )
    }

    @Test func anEntryOnAnotherDiskIsNotRead() throws {
        #expect(try codes(in: RawArchive([a.with { $0.central.disk = 1 }])) == [.entryOnOtherDisk])
    }

    @Test func aCommentOfAnEntryIsNoted() throws {
        #expect(try codes(in: RawArchive([a.with { $0.central.comment = [65] }])) == [.entryComment])
    }

    // MARK: Extra fields

    @Test func anExtraFieldIsNoted() throws {
        let field: [UInt8] = le(UInt16(0x5455)) + le(UInt16(1)) + [0]
        #expect(try codes(in: RawArchive([a.with { $0.local.extra = field }])) == [.extraField])
        #expect(try codes(in: RawArchive([a.with { $0.central.extra = field }])) == [.extraField])
    }

    @Test(arguments: [[0], [0, 0, 0], [0x55, 0x54, 9, 0, 1], [0x55, 0x54, 1, 0, 1, 0]] as [[UInt8]])
    func anExtraFieldThatDoesNotAddUpIsAFault(extra: [UInt8]) throws {
        #expect(
            try codes(in: RawArchive([a.with { $0.central.extra = extra }])).contains(.extraFieldMalformed)
        )
        #expect(try codes(in: RawArchive([a.with { $0.local.extra = extra }])).contains(.extraFieldMalformed))
    }

    private func zip64(_ numbers: UInt64...) -> [UInt8] {
        le(UInt16(1)) + le(UInt16(8 * numbers.count)) + numbers.flatMap { le($0) }
    }

    @Test func aZip64FieldThatRepeatsTheHeaderIsOnlyAnotherForm() throws {
        #expect(try codes(in: RawArchive([a.with { $0.central.extra = zip64(5, 5) }])) == [])
        #expect(try codes(in: RawArchive([a.with { $0.local.extra = zip64(5, 5) }])) == [])
        let escaped = a.with {
            $0.both {
                ($0.size, $0.compressedSize) = (.max, .max)
                $0.extra = zip64(5, 5)
            }
        }
        #expect(try codes(in: RawArchive([escaped])) == [])
    }

    @Test func aZip64FieldThatSaysSomethingElseIsNotBelieved() throws {
        for extra in [
            zip64(6, 5), zip64(5, 6), zip64(4), zip64(5, 5, 1), zip64(5, 5) + zip64(5, 5), zip64(5, 5, 0, 9),
        ] {
            let archive = RawArchive([a.with { $0.central.extra = extra }])
            #expect(try codes(in: archive) == [.zip64FieldDisagrees])
            #expect(try readableNames(in: archive) == [])
        }
        #expect(
            try codes(in: RawArchive([a.with { $0.local.extra = zip64(6, 6) }])) == [.zip64FieldDisagrees]
        )
        let differing = a.with {
            $0.central.extra = zip64(5, 5)
            ($0.local.size, $0.local.compressedSize) = (.max, .max)
            $0.local.extra = zip64(6, 5)
        }
        #expect(try codes(in: RawArchive([differing])) == [.localSizeDisagrees])
    }

    @Test(arguments: [UInt64.max, 1 << 63, 1 << 32])
    func aZip64FieldBeyondAllBoundsIsRefused(number: UInt64) throws {
        for numbers in [zip64(number, number), zip64(5, number), zip64(number, 5)] {
            let entry = a.with {
                $0.both {
                    ($0.size, $0.compressedSize) = (.max, .max)
                    $0.extra = numbers
                }
            }
            #expect(try findings(in: RawArchive([entry]).bytes).contains { $0.severity == .refusal })
        }
        let far = a.with {
            $0.central.offset = .max
            $0.setsOffset = false
            $0.central.extra = zip64(number)
        }
        #expect(try codes(in: RawArchive([far])) == [.localHeaderMissing])
    }

    // MARK: Data descriptors

    private func described(
        signed: Bool,
        wide: Bool,
        _ change: (inout RawEntry) -> Void = { _ in }
    ) -> RawEntry {
        a.with {
            $0.both { $0.flags |= 1 << 3 }
            ($0.local.crc32, $0.local.size, $0.local.compressedSize) = (0, 0, 0)
            let sizes: [UInt8] = wide ? le(UInt64(5)) + le(UInt64(5)) : le(UInt32(5)) + le(UInt32(5))
            $0.after = (signed ? le(UInt32(0x0807_4B50)) : []) + le($0.central.crc32) + sizes
            change(&$0)
        }
    }

    @Test(arguments: [true, false], [true, false])
    func aTrueDataDescriptorIsNoted(signed: Bool, wide: Bool) throws {
        let archive = RawArchive([described(signed: signed, wide: wide), RawEntry("b", [1])])
        #expect(try codes(in: archive) == [.dataDescriptor])
        #expect(try readableNames(in: archive) == ["a.txt", "b"])
    }

    @Test(arguments: [0, 4, 8, 12])
    func aLyingDataDescriptorIsNotBelieved(offset: Int) throws {
        let entry = described(signed: true, wide: false) { $0.after[offset] ^= 1 }
        #expect(try codes(in: RawArchive([entry])).contains(.dataDescriptorDisagrees))
        #expect(try readableNames(in: RawArchive([entry])) == [])
    }

    @Test func aDataDescriptorThatIsNotThereIsMissed() throws {
        let entry = described(signed: true, wide: false) { $0.after = [] }
        #expect(try codes(in: RawArchive([entry])) == [.dataDescriptor, .dataDescriptorDisagrees])
    }

    @Test func aDataDescriptorThatNoFlagAnnouncesIsHiddenData() throws {
        let entry = a.with { $0.after = le(UInt32(0x0807_4B50)) + le($0.central.crc32) + le(UInt64(5)) }
        #expect(try codes(in: RawArchive([entry])) == [.hiddenData])
    }
}
