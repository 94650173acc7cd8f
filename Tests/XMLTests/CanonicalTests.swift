import Testing
import XML

@Suite struct CanonicalTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func aTreeWrittenAndReadIsTheSameTree(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let tree = Element.random(using: &random)
        let bytes = try tree.canonicalBytes()
        let read = try Element(parsing: bytes)
        #expect(read == tree.canonicallySorted)
        #expect(try read.canonicalBytes() == bytes)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func aTreeIsWrittenAsLibxml2WouldCanonicaliseIt(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bytes = try Element.random(using: &random).canonicalBytes()
        let document = try Document(parsing: bytes)
        #expect(try text(document.canonical(document.root)) == text(bytes))
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func everySubtreeIsCanonicalisedAlikeByStreamValueAndLibxml2(seed: UInt64) throws {
        var generator = DocumentGenerator(seed: seed)
        let bytes = generator.document()
        let document = try Document(parsing: bytes)
        let nodes = try document.nodes("//*")
        #expect(nodes.count == generator.elements)
        for (index, node) in nodes.enumerated() {
            let expected = try document.canonical(node)
            let capture = Capture(of: index)
            try StreamReader().read(ByteSource(bytes), capture)
            #expect(text(capture.bytes) == text(expected), "element \(index) of \(text(bytes))")
            #expect(try text(Element(node).canonicalBytes()) == text(expected))
        }
        #expect(try text(Element(parsing: bytes).canonicalBytes()) == text(document.canonical(document.root)))
    }

    @Test(arguments: [1, 2, 3, 7, 64, 4000, 4001])
    func howTheBytesArriveMakesNoDifference(size: Int) throws {
        for seed in 0..<20 as Range<UInt64> {
            var generator = DocumentGenerator(seed: seed)
            let bytes = generator.document()
            let capture = Capture(of: 0)
            try StreamReader().read(trickle(bytes, size), capture)
            #expect(try capture.bytes == Element(parsing: bytes).canonicalBytes())
        }
    }

    @Test func theDefaultNamespaceIsUndeclaredOnlyWhereItWasDeclared() throws {
        let bytes = Array(#"<a xmlns="urn:a"><b xmlns=""><c></c></b></a>"#.utf8)
        #expect(try Element(parsing: bytes).canonicalBytes() == bytes)
        let document = try Document(parsing: bytes)
        let inner = document.root.elements[0]
        #expect(try text(document.canonical(inner)) == "<b><c></c></b>")
    }

    @Test func inclusivePrefixesAreDeclaredThoughNothingShowsThem() throws {
        let document = try Document(parsing: Array(#"<a xmlns="urn:a" xmlns:p="urn:p"><b/></a>"#.utf8))
        let inner = document.root.elements[0]
        #expect(try text(document.canonical(inner)) == #"<b xmlns="urn:a"></b>"#)
        #expect(
            try text(document.canonical(inner, inclusivePrefixes: ["p"]))
                == #"<b xmlns="urn:a" xmlns:p="urn:p"></b>"#
        )
    }

    @Test func spellingsThatSwiftHoldsEqualAreDifferent() throws {
        let composed = Element(QName(local: "é"), attributes: [Attribute(local: "x", value: "é")])
        let decomposed = Element(
            QName(local: "e\u{301}"),
            attributes: [Attribute(local: "x", value: "e\u{301}")]
        )
        #expect(composed != decomposed)
        #expect(try composed.canonicalBytes() != decomposed.canonicalBytes())
        #expect(Node.text("é") != Node.text("e\u{301}"))
    }
}

// MARK: What must not be written

@Suite struct RefusalTests {
    @Test(
        arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"] as [Unicode.Scalar]
    )
    func aCharacterThatXMLCannotCarryIsRefusedWithItsPosition(scalar: Unicode.Scalar) {
        // The position counts scalars, whatever they take in bytes.
        let text = "কa\u{1F600}" + String(scalar) + "b"
        let error = XMLError.illegalCharacter(scalar, offset: 3)
        let name = QName(local: "a")
        #expect(throws: error) { try Element(name, children: [.text(text)]).canonicalBytes() }
        #expect(throws: error) {
            try Element(name, attributes: [Attribute(local: "x", value: text)]).canonicalBytes()
        }
        let label = "কaন" + String(scalar)
        #expect(throws: error) { try Element(QName(local: label)).canonicalBytes() }
        #expect(throws: error) {
            try Element(name, attributes: [Attribute(local: label, value: "")]).canonicalBytes()
        }
        #expect(throws: error) {
            try Element(QName(namespace: "urn:a", prefix: label, local: "a")).canonicalBytes()
        }
        #expect(throws: XMLError.illegalCharacter(scalar, offset: 5)) {
            try Element(QName(namespace: "urn:a" + String(scalar), local: "a")).canonicalBytes()
        }
    }

    @Test(arguments: [">", " ", "\"", "=", "/", ":", "<", "&"] as [Unicode.Scalar])
    func aNameCannotBecomeMarkup(scalar: Unicode.Scalar) {
        #expect(throws: XMLError.illegalCharacter(scalar, offset: 1)) {
            try Element(QName(local: "a" + String(scalar) + "b")).canonicalBytes()
        }
    }

    @Test(arguments: [
        QName(local: ""), QName(prefix: "p", local: "a"),
        QName(namespace: "urn:a", prefix: "xmlns", local: "a"),
        QName(namespace: "urn:a", prefix: "xml", local: "a"),
        QName(namespace: QName.xmlNamespace, prefix: "p", local: "a"),
        QName(namespace: QName.xmlNamespace, local: "a"),
        QName(namespace: "http://www.w3.org/2000/xmlns/", prefix: "p", local: "a"),
        QName(namespace: "relative/uri", local: "a"), QName(namespace: "#fragment", local: "a"),
        QName(namespace: "urn:a?x&y", local: "a"), QName(namespace: "urn:é", local: "a"),
    ])
    func aNameThatNamespacesForbidIsRefused(name: QName) {
        #expect(throws: XMLError.illegalName) { try Element(name).canonicalBytes() }
    }

    @Test(arguments: [
        [Attribute(local: "x", value: ""), Attribute(local: "x", value: "")],
        [Attribute(local: "xmlns", value: "urn:b")],
        [Attribute(name: QName(namespace: "urn:a", local: "x"), value: "")],
        [Attribute(name: QName(namespace: "urn:b", prefix: "p", local: "x"), value: "")],
        [
            Attribute(name: QName(namespace: "urn:b", prefix: "q", local: "x"), value: ""),
            Attribute(name: QName(namespace: "urn:b", prefix: "r", local: "x"), value: ""),
        ],
    ])
    func attributesThatNamespacesForbidAreRefused(attributes: [Attribute]) {
        let element = Element(QName(namespace: "urn:a", prefix: "p", local: "a"), attributes: attributes)
        #expect(throws: XMLError.illegalName) { try element.canonicalBytes() }
    }

    @Test func elementsThatDoNotBalanceAreRefused() throws {
        var writer = CanonicalWriter()
        #expect(throws: XMLError.unbalanced) { try writer.end() }
        #expect(throws: XMLError.unbalanced) { try writer.text("x") }
        try writer.start(QName(local: "a"))
        #expect(throws: XMLError.unbalanced) { try writer.finish() }
    }

    @Test func aTreeThatIsTooDeepIsRefused() {
        var element = Element(QName(local: "a"))
        for _ in 0..<300 { element = Element(QName(local: "a"), children: [.element(element)]) }
        #expect(throws: XMLError.tooDeep) { try element.canonicalBytes() }
    }

    @Test func aLongDocumentIsTakenOutInParts() throws {
        var writer = CanonicalWriter()
        var bytes: [UInt8] = []
        try writer.start(QName(namespace: "urn:a", local: "a"))
        for _ in 0..<100 {
            try writer.element(Element(QName(namespace: "urn:a", local: "b"), children: [.text("<")]))
            bytes += writer.takeBytes()
        }
        writer.append(canonical: Array(#"<c xmlns="urn:a"></c>"#.utf8))
        try writer.end()
        bytes += try writer.finish()
        let root = try Element(parsing: bytes)
        #expect(root.elements.count == 101)
        #expect(root.text == String(repeating: "<", count: 100))
    }
}
