import Archive
import Testing

private let a = RawEntry("a.txt", Array("first".utf8))
private let b = RawEntry("b.txt", Array("second".utf8))

@Suite struct LayoutAttackTests {
    @Test func bytesBeforeTheFirstHeaderAreAFault() throws {
        let archive = RawArchive([a]) { $0.leading = Array("%PDF-1.7".utf8) }
        #expect(try codes(in: archive) == [.leadingData])
        #expect(try readableNames(in: archive) == ["a.txt"])
    }

    @Test func bytesBetweenEntriesAreAFault() throws {
        #expect(try codes(in: RawArchive([a, b.with { $0.before = [0] }])) == [.hiddenData])
        #expect(try codes(in: RawArchive([a, b.with { $0.after = [0] }])) == [.hiddenData])
        #expect(try codes(in: RawArchive([a, b]) { $0.beforeDirectory = [0, 0] }) == [.hiddenData])
        #expect(try codes(in: RawArchive([]) { $0.beforeDirectory = [0, 0] }) == [.leadingData])
    }

    /// A reader that takes the archive as a stream sees the entry; one that takes the directory does not.
    @Test func anEntryThatTheDirectoryHidesIsAFault() throws {
        let hidden = RawEntry("hidden.txt", Array("unseen".utf8))
        let archive = RawArchive([a, b.with { $0.before = hidden.local.localBytes + hidden.data }])
        #expect(try codes(in: archive) == [.hiddenData])
        #expect(try readableNames(in: archive) == ["a.txt", "b.txt"])
    }

    @Test func twoEntriesOfOneContentAreRefused() throws {
        // The second record points at the first one's header.
        let twin = a.with {
            $0.central.offset = 0
            $0.setsOffset = false
        }
        #expect(try codes(in: RawArchive([a, twin])).contains(.entriesOverlap))
    }

    /// The zip of death: each entry contains the header of the next and all its content.
    @Test func entriesInsideOneAnotherAreRefused() throws {
        let kernel = RawEntry("2", noise(100))
        let inner = kernel.local.localBytes + kernel.data
        let outer = RawEntry("1", inner)
        let pointing = kernel.with {
            $0.central.offset = UInt32(outer.local.localBytes.count)
            $0.setsOffset = false
        }
        // The second entry's own bytes are left out: it lives in the first.
        let archive = RawArchive([outer])
        var bytes = RawArchive([outer, pointing]).bytes
        let start = outer.local.localBytes.count + outer.data.count
        let length = kernel.local.localBytes.count + kernel.data.count
        bytes.removeSubrange(start..<(start + length))
        let directory = UInt32(start)
        bytes.replaceSubrange((bytes.count - 6)..<(bytes.count - 2), with: le(directory))
        #expect(try findings(in: archive.bytes) == [])
        #expect(try findings(in: bytes).map(\.code) == [.entriesOverlap])
    }

    @Test func contentThatRunsIntoTheDirectoryIsRefused() throws {
        let long = a.with { $0.both { ($0.compressedSize, $0.size) = (60, 60) } }
        #expect(try codes(in: RawArchive([long])) == [.entriesOverlap])
        let endless = a.with { $0.both { ($0.compressedSize, $0.size) = (.max, .max) } }
        #expect(try codes(in: RawArchive([endless])) == [.entriesOverlap])
    }

    @Test(arguments: [5, 40, 1000, UInt32.max])
    func anOffsetThatLeadsToNoHeaderIsRefused(offset: UInt32) throws {
        let lost = a.with {
            $0.central.offset = offset
            $0.setsOffset = false
        }
        #expect(try codes(in: RawArchive([lost])) == [.localHeaderMissing])
    }

    @Test func aLocalHeaderThatRunsIntoTheDirectoryIsRefused() throws {
        let long = a.with { $0.local.extraLength = 200 }
        #expect(try codes(in: RawArchive([long])) == [.localHeaderMissing])
    }

    @Test func anotherOrderThanTheDirectorysIsNoted() throws {
        let second = b.with {
            $0.central.offset = UInt32(a.local.localBytes.count + a.data.count)
            $0.setsOffset = false
        }
        let first = a.with {
            $0.central.offset = 0
            $0.setsOffset = false
        }
        // The directory lists the second first.
        let swapped = RawArchive([
            first.with { $0.central = second.central },
            second.with { $0.central = first.central },
        ])
        #expect(try codes(in: swapped) == [.orderDiffers])
        #expect(try readableNames(in: swapped) == ["b.txt", "a.txt"])
    }

    @Test func moreContentThanAllowedIsRefused() throws {
        var limits = ArchiveLimits.bundle
        limits.totalBytes = 10
        #expect(try codes(in: RawArchive([a, b]), limits: limits) == [.contentTooLarge])
        limits.totalBytes = 11
        #expect(try codes(in: RawArchive([a, b]), limits: limits) == [])
        limits.entryBytes = 5
        #expect(try codes(in: RawArchive([a, b]), limits: limits) == [.entryTooLarge])
    }
}
