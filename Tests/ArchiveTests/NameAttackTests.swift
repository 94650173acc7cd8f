import Archive
import Testing

@Suite struct NameAttackTests {
    typealias Code = ArchiveFinding.Code

    static let bad: [(String, [Code])] = [
        ("/etc/passwd", [.nameAbsolute]), ("//server/share", [.nameAbsolute, .nameHasEmptyStep]),
        ("../x", [.nameLeadsOut]), ("data/../../x", [.nameLeadsOut]), ("data/..", [.nameLeadsOut]),
        ("data\\x", [.nameHasBackslash]), ("..\\x", [.nameHasBackslash]),
        ("C:x", [.nameHasDriveLetter, .nameNotPortable]), ("c:/x", [.nameHasDriveLetter, .nameNotPortable]),
        ("a\u{0}.jpg", [.nameHasControlCharacter]), ("a\nb", [.nameHasControlCharacter]),
        ("a\u{7F}", [.nameHasControlCharacter]), ("a\u{85}b", [.nameHasControlCharacter]),
        ("a\u{2028}b", [.nameHasControlCharacter]), ("a\u{202E}gpj.exe", [.nameHasControlCharacter]),
        ("a\u{FFFE}", [.nameHasControlCharacter]), ("\u{FEFF}a", [.nameHasControlCharacter]),
        ("a//b", [.nameHasEmptyStep]), ("./a", [.nameHasEmptyStep]), ("a/.", [.nameHasEmptyStep]),
        ("a.", [.nameEndsInDotOrSpace]), ("a /b", [.nameEndsInDotOrSpace]), ("...", [.nameEndsInDotOrSpace]),
        (String(repeating: "x", count: 256), [.nameTooLong]),
        (String(repeating: "xx/", count: 400) + "x", [.nameTooLong]),
        (String(repeating: "x/", count: 32) + "x", [.nameTooLong]), ("", [.nameEmpty]),
    ]

    @Test(arguments: bad)
    func anEntryWithABadNameIsNotRead(name: String, expected: [Code]) throws {
        let archive = RawArchive([RawEntry(name, [1]), RawEntry("good", [2])])
        #expect(try codes(in: archive) == expected)
        #expect(try readableNames(in: archive) == ["good"])
    }

    /// One rule, both doors.
    @Test(arguments: bad)
    func theWriterRefusesIt(name: String, expected: [Code]) throws {
        let folder = try TemporaryFolder()
        var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment)
        #expect(throws: ArchiveError.refused(expected[0], position: 0)) { try writer.add(name, .bytes([1])) }
    }

    @Test(arguments: [
        "con", "data/AUX.txt", "nul.tar.gz", "com1", "lpt9.x", "ab:c", "what?", "<x>", "a|b", "\"q\"",
    ])
    func aNameThatWindowsCannotHaveIsNoted(name: String) throws {
        let archive = RawArchive([RawEntry(name, [1])])
        #expect(try codes(in: archive) == [.nameNotPortable])
        #expect(try readableNames(in: archive) == [name])
    }

    @Test(arguments: [
        "a", "data/evidence/KT-1/ছবি.jpg", "क्‍ष.txt", "a b", ".hidden", "..a", "a..b", "com0", "conx", "com10",
        String(repeating: "x", count: 255), String(repeating: "x/", count: 31) + "x", "😀", "e\u{301}",
    ])
    func anHonestNameIsRead(name: String) throws {
        #expect(try findings(in: RawArchive([RawEntry(name, [1])]).bytes) == [])
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x61, 0xC3], [0xF4, 0x90, 0x80, 0x80]]
            as [[UInt8]]
    )
    func aNameThatIsNotUTF8IsNotRead(bytes: [UInt8]) throws {
        #expect(try codes(in: RawArchive([RawEntry(bytes: bytes, [1])])) == [.nameNotUTF8])
    }

    @Test func aNameThatIsNotMarkedAsUTF8IsAFault() throws {
        let entry = RawEntry("ছবি", [1]).with { $0.both { $0.flags = 0 } }
        #expect(try codes(in: RawArchive([entry])) == [.nameNotMarkedUTF8])
    }

    static let clashes: [(String, String, Code)] = [
        ("a", "a", .nameDuplicate), ("\u{E9}", "\u{E9}", .nameDuplicate),
        ("a", "A", .namesCollide), ("data/A/x", "data/a/X", .namesCollide),
        ("\u{E9}", "e\u{301}", .namesCollide), ("\u{C9}", "e\u{301}", .namesCollide),
        ("straße", "STRASSE", .namesCollide), ("Σίσυφος", "ΣΊΣΥΦΟΣ", .namesCollide),
        ("\u{212B}", "å", .namesCollide),
        ("ab", "a\u{200D}b", .namesCollide), ("a\u{AD}b", "ab", .namesCollide),
        ("a", "a/b", .fileIsAlsoFolder), ("a/b", "A", .fileIsAlsoFolder),
        ("a/b/c/d", "a/b", .fileIsAlsoFolder),
    ]

    @Test(arguments: clashes)
    func ofNamesThatClashNoneIsRead(one: String, other: String, code: Code) throws {
        let archive = RawArchive([RawEntry(one, [1]), RawEntry("good", [3]), RawEntry(other, [2])])
        #expect(try codes(in: archive) == [code])
        #expect(try readableNames(in: archive) == ["good"])
    }

    @Test(arguments: clashes)
    func theWriterRefusesTheSecond(one: String, other: String, code: Code) throws {
        let folder = try TemporaryFolder()
        var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment)
        try writer.add(one, .bytes([1]))
        #expect(throws: ArchiveError.refused(code, position: 1)) { try writer.add(other, .bytes([2])) }
    }

    @Test func aSecondNameInAnExtraFieldMustBeTheSame() throws {
        func entry(_ other: String) -> RawEntry {
            let name = Array("a".utf8)
            let field: [UInt8] = [1] + le(checksum(name)) + Array(other.utf8)
            return RawEntry("a", [1]).with {
                $0.central.extra = le(UInt16(0x7075)) + le(UInt16(field.count)) + field
            }
        }
        #expect(try codes(in: RawArchive([entry("a")])) == [.extraField])
        #expect(try codes(in: RawArchive([entry("b")])) == [.extraField, .unicodePathDisagrees])
        #expect(try readableNames(in: RawArchive([entry("b")])) == [])
    }
}
