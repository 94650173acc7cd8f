import Testing
import XML

@Suite struct SchemaTests {
    static let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t"
            elementFormDefault="qualified">
          <xs:element name="list">
            <xs:complexType><xs:sequence>
              <xs:element name="item" maxOccurs="unbounded" type="item"/>
              <xs:element name="ref" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
                <xs:attribute name="to" type="xs:string" use="required"/>
              </xs:complexType></xs:element>
            </xs:sequence></xs:complexType>
            <xs:key name="itemId">
              <xs:selector xpath="t:item" xmlns:t="urn:t"/><xs:field xpath="@id"/>
            </xs:key>
            <xs:keyref name="refTo" refer="itemId">
              <xs:selector xpath="t:ref" xmlns:t="urn:t"/><xs:field xpath="@to"/>
            </xs:keyref>
          </xs:element>
          <xs:complexType name="item"><xs:sequence>
              <xs:element name="kind"><xs:simpleType><xs:restriction base="xs:string">
                <xs:enumeration value="phone"/><xs:enumeration value="ledger"/>
              </xs:restriction></xs:simpleType></xs:element>
              <xs:element name="mark" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">
                <xs:pattern value="[A-Z]{2}-[0-9]+"/><xs:maxLength value="6"/>
              </xs:restriction></xs:simpleType></xs:element>
              <xs:element name="count" type="xs:int" minOccurs="0"/>
            </xs:sequence>
            <xs:attribute name="id" type="xs:string"/>
          </xs:complexType>
        </xs:schema>
        """

    static func compiled(identityConstraints: Bool = true) throws -> Schema {
        try Schema(["a.xsd": Array(schema.utf8)], root: "a.xsd", identityConstraints: identityConstraints)
    }

    private func findings(_ body: String, identityConstraints: Bool = true) throws -> [SchemaFinding] {
        let document = "<list xmlns=\"urn:t\">\n\(body)\n</list>"
        return try Self.compiled(identityConstraints: identityConstraints).validate(Array(document.utf8))
    }

    @Test func aValidDocumentHasNoFindings() throws {
        #expect(try findings("<item id='1'><kind>phone</kind></item><ref to='1'/>") == [])
    }

    @Test func aFindingSaysWhereAndWhichRuleAndWhatWasExpected() throws {
        let found = try findings(
            """
            <item id="1"><kind>Meena</kind></item>
            <item id="2"><mark>XX-1</mark></item>
            <item id="3"><kind>phone</kind><mark>secret</mark><count>Rosy</count></item>
            <item id="4"><kind>phone</kind><mark>AB-12345</mark></item>
            <item id="5" name="Asha"><kind>ledger</kind>stray text</item>
            <item id="6"/>
            <ref/>
            """
        )
        #expect(
            found == [
                SchemaFinding(
                    line: 2,
                    path: "list/item/kind",
                    code: "cvc-enumeration-valid",
                    expected: ["phone", "ledger"]
                ),
                SchemaFinding(
                    line: 3,
                    path: "list/item/mark",
                    code: "cvc-complex-type.2.4",
                    expected: ["kind"]
                ),
                SchemaFinding(
                    line: 4,
                    path: "list/item/mark",
                    code: "cvc-pattern-valid",
                    expected: ["[A-Z]{2}-[0-9]+"]
                ),
                SchemaFinding(line: 4, path: "list/item/count", code: "cvc-datatype-valid.1.2.1"),
                SchemaFinding(line: 5, path: "list/item/mark", code: "cvc-maxLength-valid", expected: ["6"]),
                SchemaFinding(
                    line: 6,
                    path: "list/item",
                    attribute: "name",
                    code: "cvc-complex-type.3.2.1"
                ),
                SchemaFinding(line: 6, path: "list/item", code: "cvc-complex-type.2.3"),
                SchemaFinding(
                    line: 7,
                    path: "list/item",
                    code: "cvc-complex-type.2.4",
                    expected: ["kind"]
                ),
                SchemaFinding(line: 8, path: "list/ref", code: "cvc-complex-type.4", expected: ["to"]),
            ]
        )
        for finding in found {
            #expect(finding.message != "a rule of the schema is broken")
        }
    }

    @Test func keysAndReferencesAreCheckedWithoutQuotingThem() throws {
        let found = try findings(
            """
            <item id="Asha"><kind>phone</kind></item>
            <item id="Asha"><kind>phone</kind></item>
            <item><kind>phone</kind></item>
            <ref to="Meena"/>
            """
        )
        #expect(
            found == [
                SchemaFinding(
                    line: 3,
                    path: "list/item",
                    code: "cvc-identity-constraint.4.2.2",
                    constraint: "itemId"
                ),
                SchemaFinding(
                    line: 4,
                    path: "list/item",
                    code: "cvc-identity-constraint.4.2.1",
                    constraint: "itemId"
                ),
                SchemaFinding(line: 5, path: "ref", code: "cvc-identity-constraint.4.3", constraint: "refTo"),
            ]
        )
        #expect(!found.map(\.description).joined().contains("Asha"))
        #expect(!found.map(\.description).joined().contains("Meena"))
    }

    @Test func keysCanBeLeftOutOfASchema() throws {
        let body = "<item id='1'><kind>phone</kind></item><item id='1'><kind>phone</kind></item><ref to='2'/>"
        #expect(try findings(body, identityConstraints: false) == [])
        #expect(try findings(body).count == 2)
    }

    @Test(arguments: [
        "Element ', attribute 'x': Expected is ( no )", "]] > '{urn:a}' %s %n", "[facet 'pattern'] 'a', 'b'",
    ])
    func noFindingQuotesAValueHoweverItIsMade(secret: String) throws {
        let escaped = (secret + "Rosy").replacing("'", with: "&apos;").replacing(">", with: "&gt;")
        let found = try findings(
            """
            <item id="\(escaped)"><kind>\(escaped)</kind></item>
            <item id="\(escaped)" x="\(escaped)"><kind>phone</kind><mark>\(escaped)</mark></item>
            <ref to="\(escaped)\(escaped)" x="\(escaped)"/>
            """
        )
        #expect(found.count == 7)
        #expect(!found.map(\.description).joined().contains("Rosy"))
    }

    @Test func aDocumentThatIsNotXMLIsAnErrorAndNotAFinding() throws {
        let schema = try Self.compiled()
        #expect(
            throws: XMLError.notWellFormed(line: 2, message: "an end tag that does not match its start tag")
        ) {
            try schema.validate(Array("<list xmlns='urn:t'>\n<item></list>".utf8))
        }
        #expect(throws: XMLError.doctype(line: 1)) {
            try schema.validate(Array("<!DOCTYPE list><list xmlns='urn:t'/>".utf8))
        }
        #expect(throws: XMLError.notWellFormed(line: 1, message: "a prefix that stands for no namespace")) {
            try schema.validate(Array("<p:list/>".utf8))
        }
    }

    @Test func findingsAreBounded() throws {
        let items = String(repeating: "<item><kind>x</kind></item>", count: 5000)
        let found = try Self.compiled().validate(
            Array("<list xmlns='urn:t'>\(items)</list>".utf8),
            maxFindings: 10
        )
        #expect(found.count == 10)
    }

    @Test func howTheBytesArriveMakesNoDifference() throws {
        let bytes = Array("<list xmlns='urn:t'>\n<item id='1'><kind>?</kind></item></list>".utf8)
        let schema = try Self.compiled()
        let whole = try schema.validate(bytes)
        #expect(whole.count == 1)
        for size in [1, 3, 4000] { #expect(try schema.validate(trickle(bytes, size)) == whole) }
    }

    @Test func aSourceMayUseTheModuleItself() throws {
        let bytes = Array("<list xmlns='urn:t'><item><kind>?</kind></item></list><not-well-formed>".utf8)
        let whole = ByteSource(bytes)
        let schema = try Self.compiled()
        let source = ByteSource { buffer in
            #expect(throws: XMLError.self) { try Document(parsing: Array("<a/>".utf8)).nodes("//[") }
            #expect(try schema.validate(Array("<list xmlns='urn:t'/>".utf8)).count == 1)
            return try whole.read(buffer)
        }
        #expect(throws: XMLError.self) { try schema.validate(source) }
    }

    @Test func oneSchemaServesManyThreads() async throws {
        let schema = try Self.compiled()
        let bytes = Array("<list xmlns='urn:t'><item id='1'><kind>?</kind><mark>?</mark></item></list>".utf8)
        let whole = try schema.validate(bytes)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask { try (0..<20).allSatisfy { _ in try schema.validate(bytes) == whole } }
            }
            for try await same in group { #expect(same) }
        }
    }
}

@Suite struct SchemaFilesTests {
    private func schema(_ namespace: String, _ content: String) -> [UInt8] {
        Array(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="\(namespace)"
                xmlns:a="urn:a" xmlns:b="urn:b" xmlns:c="urn:c"
                elementFormDefault="qualified">\(content)</xs:schema>
            """.utf8
        )
    }

    private let c =
        "<xs:simpleType name='t'><xs:restriction base='xs:string'>"
        + "<xs:enumeration value='x'/></xs:restriction></xs:simpleType>"

    @Test func filesReferToEachOtherByPathByNameAndByNamespace() throws {
        let files = [
            "main/a.xsd": schema(
                "urn:a",
                """
                <xs:import namespace="urn:b" schemaLocation="../parts/b.xsd"/>
                <xs:import namespace="urn:c" schemaLocation="http://example.org/standard/c.xsd"/>
                <xs:include schemaLocation="./more.xsd"/>
                <xs:element name="root"><xs:complexType><xs:sequence>
                <xs:element ref="b:e"/><xs:element name="c" type="c:t"/><xs:element name="m" type="a:m"/>
                </xs:sequence></xs:complexType></xs:element>
                """
            ),
            "main/more.xsd": schema(
                "urn:a",
                "<xs:simpleType name='m'><xs:restriction base='xs:int'/></xs:simpleType>"
            ),
            "parts/b.xsd": schema(
                "urn:b",
                """
                <xs:import namespace="urn:c" schemaLocation="nowhere.xsd"/>
                <xs:element name="e" type="c:t"/>
                """
            ),
            "http://example.org/standard/c.xsd": schema("urn:c", c),
        ]
        let schema = try Schema(files, root: "main/a.xsd")
        let document = "<a:root xmlns:a='urn:a'><b:e xmlns:b='urn:b'>x</b:e><a:c>x</a:c><a:m>1</a:m></a:root>"
        #expect(try schema.validate(Array(document.utf8)) == [])
        #expect(try schema.validate(Array(document.replacing(">x<", with: ">y<").utf8)).count == 2)
    }

    @Test(
        arguments: ["include", "import", "redefine"],
        ["gone.xsd", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x.xsd", "../../a.xsd"]
    )
    func aFileThatIsNotGivenIsNotLookedForElsewhere(element: String, location: String) {
        let namespace = element == "import" ? "namespace='urn:z'" : ""
        let files = [
            "dir/a.xsd": schema("urn:a", "\n<xs:\(element) \(namespace) schemaLocation='\(location)'/>")
        ]
        #expect(
            throws: XMLError.schema(
                file: "dir/a.xsd",
                line: 4,
                message: "it refers to a file that is not given"
            )
        ) {
            try Schema(files, root: "dir/a.xsd")
        }
    }

    @Test func aSchemaThatIsWrongIsRefusedWithItsFileAndLine() throws {
        let files = [
            "a.xsd": schema("urn:a", "<xs:include schemaLocation='b.xsd'/>"),
            "b.xsd": schema("urn:a", "\n<xs:element name='e' type='a:missing'/>"),
        ]
        let error = #expect(throws: XMLError.self) { try Schema(files, root: "a.xsd") }
        guard case .schema(file: "b.xsd", line: 4, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: XMLError.schema(file: "x.xsd", line: 0, message: "the file is missing")) {
            try Schema(files, root: "x.xsd")
        }
    }

    @Test func aDocumentCannotNameASchemaOfItsOwn() throws {
        let schema = try Schema(
            ["a.xsd": schema("urn:a", "<xs:element name='e' type='xs:int'/>")],
            root: "a.xsd"
        )
        let document = """
            <e xmlns="urn:a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="urn:a file:///etc/passwd">text</e>
            """
        #expect(try schema.validate(Array(document.utf8)).map(\.code) == ["cvc-datatype-valid.1.2.1"])
    }
}
