import Testing
import XML

@Suite struct DocumentTests {
    private let document: Document

    init() throws {
        document = try Document(
            parsing: Array(
                """
                <a xmlns="urn:a" xmlns:p="urn:p" Id="1">
                  <b p:x="2" x="&lt;&#10;é">text <i>in</i><![CDATA[ & out]]></b>
                  <p:b Id="it's &quot;"/>
                  <!-- <b/> -->
                </a>
                """.utf8
            )
        )
    }

    @Test func aNodeTellsItsNamesItsTextAndItsPlace() throws {
        let root = document.root
        #expect(root.name == QName(namespace: "urn:a", prefix: "", local: "a"))
        #expect(root.elements.map(\.local) == ["b", "b"])
        #expect(root.elements.map(\.namespace) == ["urn:a", "urn:p"])
        #expect(root.elements.map(\.line) == [2, 3])
        let b = root.elements[0]
        #expect(b.text == "text in & out")
        #expect(b.parent == root)
        #expect(root.parent == nil)
        #expect(b.attribute("x") == "<\né")
        #expect(b.attribute("x", namespace: "urn:p") == "2")
        #expect(b.attribute("Id") == nil)
        #expect(b.attributes.map(\.name.prefix) == ["p", ""])
        #expect(b.path == "/*/*[1]")
    }

    @Test func nodesAreTheSameOnlyWhenTheyAreTheSameNode() throws {
        let twins = try Document(parsing: Array("<a><b/><b/></a>".utf8)).root.elements
        #expect(twins[0] == twins[0])
        #expect(twins[0] != twins[1])
        #expect(Element(twins[0]) == Element(twins[1]))
    }

    @Test func nodesOutliveTheirDocumentsName() throws {
        func orphan() throws -> DocumentNode {
            try Document(parsing: Array("<a><b>x</b></a>".utf8)).root.elements[0]
        }
        #expect(try orphan().text == "x")
    }

    @Test func xpathSelectsElementsInDocumentOrder() throws {
        let names = ["a": "urn:a", "p": "urn:p"]
        #expect(try document.nodes("//p:b | /a:a/a:b | /a:a", namespaces: names).map(\.line) == [1, 2, 3])
        #expect(try document.nodes("//c").isEmpty)
        let b = try document.nodes("//a:b", namespaces: names)[0]
        #expect(try b.nodes("a:i", namespaces: names).map(\.text) == ["in"])
        #expect(try b.nodes("following-sibling::*").map(\.local) == ["b"])
        #expect(try b.string("@p:x", namespaces: names) == "2")
        #expect(try document.string("count(//*)") == "4")
    }

    @Test func whatComesFromOutsideIsAVariableAndNeverPartOfTheExpression() throws {
        #expect(try document.nodes("//*[@Id=$id]", variables: ["id": "it's \""]).map(\.line) == [3])
        #expect(try document.nodes("//*[@Id=$id]", variables: ["id": "1' or '1'='1"]).isEmpty)
        #expect(throws: XMLError.self) { try document.nodes("//*[@Id=$id]", variables: ["id": "1\0"]) }
    }

    @Test(arguments: ["//", "p:b", "//@x", "//text()", "1", "$x", "unknown()", "document('x')", "a\0b"])
    func anExpressionThatDoesNotSelectElementsIsRefused(xpath: String) {
        #expect(throws: XMLError.self) { try document.nodes(xpath) }
    }

    @Test(.timeLimit(.minutes(1)))
    func anExpressionThatCostsTooMuchIsStopped() throws {
        let items = String(repeating: "<b/>", count: 2000)
        let large = try Document(parsing: Array("<a>\(items)</a>".utf8))
        #expect(throws: XMLError.self) { try large.string("count(//*[count(//*[count(//*) > 0]) > 0])") }
    }

    @Test func linesBeyondSixteenBitsAreCountedNearly() throws {
        let lines = String(repeating: "\n", count: 70_000)
        let document = try Document(parsing: Array("<a>\(lines)<b/>\n<c>x</c></a>".utf8))
        let found = document.root.elements.map(\.line)
        #expect((70_001...70_002).contains(found[0]))
        #expect(found[1] == 70_002)
    }
}
