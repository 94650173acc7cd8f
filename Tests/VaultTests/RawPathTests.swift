import Testing

@testable import Vault

@Suite struct `A path that need not be text` {
    @Test(arguments: [
        "photo.jpg", "ছবি ১.jpg", "गवाह का बयान.pdf", "été.txt", "e\u{301}te\u{301}.txt", "a\nb", "tab\there",
        "back\\slash", "‏שלום.doc", "\u{1F4F7}.heic", "quote\"s<&>.txt", "a\\xffb",
    ])
    func `text that XML can carry is kept as it is`(name: String) {
        let path = RawPath(name)
        #expect(path.text.utf8.elementsEqual(name.utf8))
        #expect(!path.isEscaped)
        #expect(RawPath(text: path.text, isEscaped: false) == path)
    }

    @Test(
        arguments: [
            ([0x61, 0xFF, 0x62], "a\\xffb"),
            ([0x83, 0x4A, 0x2E, 0x6A], "\\x83J.j"),  // Shift-JIS
            ([0xE0, 0xA6], "\\xe0\\xa6"),  // a Bengali letter cut short
            ([0xE0, 0xA6, 0x95, 0x80], "ক\\x80"),
            ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),  // a surrogate, as some phones write it
            ([0xC0, 0xAF], "\\xc0\\xaf"),  // an overlong slash
            ([0x01, 0x61], "\\x01a"),  // a control character, which XML cannot carry
            ([0xEF, 0xBF, 0xBE], "\\xef\\xbf\\xbe"),  // U+FFFE, neither
            ([0x5C, 0x78, 0x66, 0x66, 0xFF], "\\x5cxff\\xff"),  // a backslash in a name that is escaped anyway
        ] as [([UInt8], String)]
    )
    func `bytes that are not are escaped and read back`(bytes: [UInt8], text: String) {
        let path = RawPath(bytes: bytes)
        #expect(path.text == text)
        #expect(path.isEscaped)
        #expect(RawPath(text: text, isEscaped: true) == path)
    }

    @Test func `any bytes come back from their text`() {
        for seed in 0..<2_000 as Range<UInt64> {
            let path = RawPath(bytes: noise(Int(seed % 24) + 1, seed: seed))
            #expect(RawPath(text: path.text, isEscaped: path.isEscaped) == path)
        }
    }

    @Test(arguments: ["\\", "\\x", "\\xf", "\\xfg", "\\x41", "\\y41", "\\x+1"])
    func `an escaped text that no path has is refused`(text: String) {
        #expect(RawPath(text: text, isEscaped: true) == nil)
    }

    @Test func `two spellings of one name are two paths`() {
        #expect(RawPath("\u{E9}") != RawPath("e\u{301}"))
        #expect(Set([RawPath("\u{E9}"), RawPath("e\u{301}")]).count == 2)
    }

    @Test func `the name is the last component`() {
        #expect(RawPath("/a/b/c.jpg").name == "c.jpg")
        #expect(RawPath("c.jpg").name == "c.jpg")
        #expect(RawPath("/").name == "/")
    }
}
