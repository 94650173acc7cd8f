import Glibc
import Testing
import XML

/// Every way into the module, so that each attack is tried on all of them.
enum Door: CaseIterable {
    case element
    case stream
    case document
    case validation
    case schema
    case stylesheet

    /// Reads the bytes; what it understood of them, as text.
    @discardableResult
    func read(_ bytes: [UInt8]) throws -> String {
        switch self {
        case .element: return try text(Element(parsing: bytes).canonicalBytes())
        case .stream:
            let capture = Capture(of: 0)
            try StreamReader().read(ByteSource(bytes), capture)
            return text(capture.bytes)
        case .document:
            let document = try Document(parsing: bytes)
            return try text(document.canonical(document.root))
        case .validation:
            return try SchemaTests.compiled().validate(bytes).map(\.description).joined(separator: "\n")
        case .schema:
            _ = try Schema(["a.xsd": bytes], root: "a.xsd")
            return ""
        case .stylesheet:
            let sheet = try Stylesheet(bytes)
            return try text(sheet.transform(Document(parsing: Array("<a/>".utf8))))
        }
    }

    /// Reads what must be refused, and returns why, if it was refused in good time.
    func refusal(of bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) -> XMLError? {
        var error: XMLError?
        let time = ContinuousClock().measure {
            error = #expect(throws: XMLError.self, "\(self)", sourceLocation: sourceLocation) {
                try read(bytes)
            }
        }
        // Unrefused, each of these takes tens of seconds at the least; a busy machine may take one.
        #expect(time < .seconds(10), "\(self)", sourceLocation: sourceLocation)
        return error
    }
}

@Suite struct AttackTests {
    // MARK: Entities and document types

    static let documentTypes: [(String, String)] = [
        (
            "billion laughs",
            "<!DOCTYPE a [<!ENTITY l0 'ha'>"
                + (1..<30).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);'>" }.joined() + "]><a>&l29;</a>"
        ),
        (
            "quadratic blowup",
            "<!DOCTYPE a [<!ENTITY l '\(String(repeating: "x", count: 50_000))'>]><a>"
                + String(repeating: "&l;", count: 50_000) + "</a>"
        ),
        ("external DTD", "<!DOCTYPE a SYSTEM 'SENTINEL'><a/>"),
        ("public DTD", "<!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'http://127.0.0.1:9/x.dtd'><a/>"),
        ("external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'SENTINEL'>]><a>&x;</a>"),
        ("parameter entity", "<!DOCTYPE a [<!ENTITY % x SYSTEM 'SENTINEL'> %x;]><a/>"),
        ("default attribute", "<!DOCTYPE a [<!ATTLIST a b CDATA 'added'>]><a/>"),
        ("empty document type", "\n\n<!DOCTYPE a>\n<a/>"),
    ]

    @Test(arguments: Door.allCases, documentTypes.indices)
    func aDocumentTypeIsRefusedBeforeAnythingInItActs(door: Door, index: Int) throws {
        let sentinel = "/tmp/dossier-sentinel-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let file = try #require(fopen(sentinel, "w"))
        fputs("<!ELEMENT a ANY>SENTINEL-CONTENT", file)
        fclose(file)
        defer { unlink(sentinel) }
        let attack = Self.documentTypes[index].1.replacing("SENTINEL", with: "file://" + sentinel)
        guard case .doctype(let line) = door.refusal(of: Array(attack.utf8)) else {
            Issue.record("\(Self.documentTypes[index].0) through \(door)")
            return
        }
        #expect(line == (attack.hasPrefix("\n") ? 3 : 1))
    }

    @Test(arguments: Door.allCases)
    func anEntityThatXMLDoesNotHaveIsRefused(door: Door) {
        _ = door.refusal(of: Array("<a>&nbsp;</a>".utf8))
        _ = door.refusal(of: Array("<a b='&nbsp;'/>".utf8))
    }

    // MARK: What grows

    @Test(arguments: Door.allCases)
    func nestingWithoutEndIsRefused(door: Door) {
        let attack = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        #expect(door.refusal(of: Array(attack.utf8)) == .tooDeep)
        #expect(door.refusal(of: Array(String(repeating: "<a>", count: 100_000).utf8)) == .tooDeep)
    }

    @Test(arguments: Door.allCases)
    func aHundredThousandAttributesAreRefused(door: Door) {
        let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
        #expect(door.refusal(of: Array("<a\(attributes)/>".utf8)) == .tooManyAttributes)
        let namespaces = (0..<100_000).map { " xmlns:a\($0)='urn:a'" }.joined()
        #expect(door.refusal(of: Array("<a\(namespaces)/>".utf8)) == .tooManyAttributes)
    }

    @Test(arguments: Door.allCases)
    func attributesCannotHideFromTheGuard(door: Door) {
        let many = "<a" + (0..<100_000).map { " a\($0)=''" }.joined() + "/>"
        // Each of these is something that looks as if markup began or ended in it.
        for disguise in [
            "<!--->\"-->", "<!---->", "<!-- \" > -->", "<![CDATA[<a b=\"]]>", "<b c='\"'/>", "<b c=\"'\"/>",
            "<b c='/'/>", "<b c='>'/>", "<b>]] ></b>",
        ] {
            #expect(
                door.refusal(of: Array("<r>\(disguise)\(many)</r>".utf8)) == .tooManyAttributes,
                "\(disguise)"
            )
        }
        // And these are not well-formed: whichever of the two stops first, it is in time.
        for disguise in [
            "<b c=d\"/>", "<b c='d\" e=\"'/>", "<!-", "<![CDATA", "<b c=\"<\"", "</b \"", "<!-->\"-->",
        ] {
            _ = door.refusal(of: Array("<r>\(disguise)\(many)</r>".utf8))
        }
    }

    @Test(arguments: Door.allCases)
    func namespacesPiledUpAreRefused(door: Door) {
        var attack = ""
        for level in 0..<40 {
            attack += "<a" + (0..<40).map { " xmlns:p\(level)-\($0)='urn:a'" }.joined() + ">"
        }
        #expect(door.refusal(of: Array(attack.utf8)) == .tooManyNamespaces)
    }

    @Test(arguments: Door.allCases)
    func namesTextsTagsAndDocumentsWithoutEndAreRefused(door: Door) {
        let long = String(repeating: "x", count: 9 << 20)
        #expect(door.refusal(of: Array("<\(long)/>".utf8)) == .nameTooLong)
        #expect(door.refusal(of: Array("<a \(long)=''/>".utf8)) == .nameTooLong)
        #expect(door.refusal(of: Array("<a></\(long)>".utf8)) == .nameTooLong)
        #expect(door.refusal(of: Array("<a>\(long)</a>".utf8)) == .textTooLong)
        #expect(door.refusal(of: Array("<a><!--\(long)--></a>".utf8)) == .textTooLong)
        #expect(door.refusal(of: Array("<a><![CDATA[\(long)]]></a>".utf8)) == .textTooLong)
        #expect(door.refusal(of: Array("<a b='\(long)'/>".utf8)) == .tagTooLong)
        #expect(
            door.refusal(of: Array(("<a " + String(repeating: " ", count: 9 << 20) + "/>").utf8))
                == .tagTooLong
        )
    }

    @Test func aDocumentThatIsTooLargeIsRefused() {
        let item = "<b>" + String(repeating: "x", count: 1 << 20) + "</b>"
        let attack = Array(("<a>" + String(repeating: item, count: 65) + "</a>").utf8)
        #expect(Door.element.refusal(of: attack) == .tooLarge)
        #expect(Door.document.refusal(of: attack) == .tooLarge)
        // A stream may be as large, but what is captured of it may not.
        #expect(Door.stream.refusal(of: attack) == .tooLarge)
    }

    @Test func differentNamesWithoutEndAreRefused() {
        let attack = "<a>" + (0..<100_000).map { "<n\($0)/>" }.joined() + "</a>"
        #expect(Door.element.refusal(of: Array(attack.utf8)) == .tooManyNames)
        #expect(Door.stream.refusal(of: Array(attack.utf8)) == .tooManyNames)
        let attributes = "<a>" + (0..<100_000).map { "<n a\($0)=''/>" }.joined() + "</a>"
        #expect(Door.stream.refusal(of: Array(attributes.utf8)) == .tooManyNames)
    }

    // MARK: Names and namespaces

    @Test(
        arguments: Door.allCases,
        [
            "<a b='1' b='2'/>", "<a xmlns:p='urn:a' xmlns:q='urn:a' p:b='1' q:b='2'/>", "<p:a/>",
            "<a p:b=''/>",
            "<a xmlns:p=''/>", "<a xmlns:xml='urn:a'/>", "<a xmlns:xmlns='urn:a'/>",
            "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
            "<a xmlns='relative'/>", "<a xmlns='../up'/>", "<a xmlns:p='#x'/>", "<a xmlns='//host/x'/>",
            "<a xmlns='urn:a?b&amp;c'/>", "<a xmlns='urn:é'/>", "<a:b:c xmlns:a='urn:a'/>", "<:a/>", "<a:/>",
            "<a xmlns:='urn:a'/>",
        ]
    )
    func aNamespaceErrorIsAnError(door: Door, attack: String) {
        _ = door.refusal(of: Array(attack.utf8))
    }

    // MARK: Instructions, encodings, characters

    @Test(arguments: [
        "<?x?><a/>", "<a><?x y?></a>", "<a/><?x?>", "<?xml-stylesheet href='x'?><a/>",
        "<a><?xml version='1.0'?></a>",
    ])
    func processingInstructionsAreRefusedInStrictReading(attack: String) {
        #expect(Door.element.refusal(of: Array(attack.utf8)) == .processingInstruction(line: 1))
        #expect(Door.stream.refusal(of: Array(attack.utf8)) == .processingInstruction(line: 1))
    }

    @Test func processingInstructionsOfOtherProgramsStayInTheirDocuments() throws {
        let document = try Document(parsing: Array("<?x?><a>1<?y z?>2</a>".utf8))
        #expect(try text(document.canonical(document.root)) == "<a>1<?y z?>2</a>")
        #expect(document.root.text == "12")
        #expect(Element(document.root).children == [.text("12")])
    }

    @Test(
        arguments: Door.allCases,
        [
            "UTF-7", "UTF-16", "utf-16le", "UTF-32", "ISO-8859-1", "US-ASCII", "EBCDIC-CP-US", "windows-1252",
            "HTML", "x", "",
        ]
    )
    func anotherEncodingIsRefused(door: Door, encoding: String) {
        let attack = "<?xml version='1.0' encoding='\(encoding)'?><a>+ADw-b+AD4-</a>"
        #expect(door.refusal(of: Array(attack.utf8)) == .notUTF8)
    }

    @Test(arguments: Door.allCases)
    func anotherEncodingIsRefusedThoughItIsNotDeclared(door: Door) {
        let units = Array("<?xml version='1.0'?><a>text</a>".utf16)
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let wide = units.flatMap { [UInt8($0 & 0xFF), 0, 0, 0] }
        for attack in [
            little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, wide,
            [0, 0, 0xFE, 0xFF] + wide.reversed(),
        ] {
            #expect(door.refusal(of: attack) == .notUTF8)
        }
        let ebcdic: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40]
        let compressed: [UInt8] = [0x1F, 0x8B, 0x08, 0x00]
        for attack in [ebcdic, compressed, Array("+ADw-a/+AD4-".utf8), []] { _ = door.refusal(of: attack) }
    }

    @Test(arguments: [
        "<?xml version='1.1'?><a/>", "<?xml version='2.0'?><a/>",
        "<?xml version='1.1' encoding='UTF-8'?><a>&#1;</a>",
    ])
    func anotherVersionIsRefused(attack: String) {
        for door in Door.allCases { #expect(door.refusal(of: Array(attack.utf8)) == .notUTF8) }
    }

    @Test(arguments: [
        "<?xml version='1.0' encoding='UTF-16'",
        "<?xml version='1.0' encoding='UTF-8' encoding='UTF-16'?><a/>",
        "<?xml encoding='UTF-16'?><a/>", "<?xml version='1.0' x='y'?><a/>", " <?xml version='1.0'?><a/>",
        "<?xml version='1.0'\(String(repeating: " ", count: 300))encoding='UTF-16'?><a/>", "<?xml?><a/>",
        "<?xml version='1.0' encoding=UTF-16?><a/>", "<?xml version='1.0'encoding='UTF-8'?><a/>",
    ])
    func aDeclarationOutOfItsFormIsRefused(attack: String) {
        for door in Door.allCases { _ = door.refusal(of: Array(attack.utf8)) }
    }

    @Test func theByteOrderMarkOfUTF8IsNotContent() throws {
        let plain = Array("<?xml version='1.0' encoding='utf-8' standalone=\"yes\" ?>\n<a>\u{FEFF}x</a>".utf8)
        for door in [Door.element, .stream, .document] {
            #expect(try door.read([0xEF, 0xBB, 0xBF] + plain) == "<a>\u{FEFF}x</a>")
            #expect(try door.read(plain) == "<a>\u{FEFF}x</a>")
            _ = door.refusal(of: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + plain)
        }
    }

    @Test(
        arguments: [
            [0x00], [0x01], [0x0B], [0x1F], [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0x81], [0xE0, 0x80, 0x80],
            [0xE0, 0x9F, 0xBF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
            [0xE2, 0x82],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]]
    )
    func bytesThatAreNotTextAreRefusedWhereverTheyStand(bytes: [UInt8]) {
        for (before, after) in [
            ("<a>", "</a>"), ("<a b='", "'/>"), ("<a", "/>"), ("<a>é", "é</a>"), ("<a b='é", "é'/>"),
            ("<a><!--", "--></a>"),
            ("<a><![CDATA[", "]]></a>"), ("<a ", "=''/>"), ("<a xmlns='urn:", "'/>"),
            ("<a>\(String(repeating: "x", count: 3996))", "</a>"),
            ("<a>x", ""), ("", "<a/>"), ("<a/>", ""),
        ] {
            for door in [Door.element, .stream, .document, .validation] {
                _ = door.refusal(of: Array(before.utf8) + bytes + Array(after.utf8))
            }
        }
    }

    @Test(arguments: [
        "&#0;", "&#1;", "&#x0;", "&#xB;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#xFFFF;", "&#x110000;",
        "&#x100000041;", "&#;", "&#x;", "&#-1;", "&;", "&", "&amp",
    ])
    func referencesToWhatIsNoCharacterAreRefused(reference: String) {
        for door in [Door.element, .stream, .document, .validation] {
            _ = door.refusal(of: Array("<a>\(reference)</a>".utf8))
            _ = door.refusal(of: Array("<a b='\(reference)'/>".utf8))
        }
    }
}
