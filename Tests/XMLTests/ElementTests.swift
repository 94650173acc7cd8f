import Testing
import XML

@Suite struct ElementTests {
    @Test func anElementReadAndWrittenIsTheSameBytes() throws {
        let bytes = Array(#"<a xmlns="urn:a" b="1" c="&#xA;"><d>x &amp; y</d><e xmlns=""></e></a>"#.utf8)
        let element = try Element(parsing: bytes)
        #expect(try element.canonicalBytes() == bytes)
        #expect(try Element(parsing: element.canonicalBytes()) == element)
    }

    @Test func anElementTellsItsTextItsAttributesAndItsElements() throws {
        let element = try Element(
            parsing: Array(
                "<a xmlns:p='urn:p' p:b='no' b='yes'>1<c>2</c><!-- no --><![CDATA[<3>]]>&#x34;</a>".utf8
            )
        )
        #expect(element.text == "12<3>4")
        #expect(element[attribute: "b"] == "yes")
        #expect(element[attribute: "c"] == nil)
        #expect(element.elements.map(\.name.local) == ["c"])
        // A comment does not part a text, nor does a CDATA section.
        #expect(element.children.count == 3)
        #expect(element.children.last == .text("<3>4"))
    }

    @Test func lineEndsAreReadAsXMLSays() throws {
        let element = try Element(parsing: Array("<a b='1\r\n2\t3\n4'>1\r\n2\r3&#13;\n</a>".utf8))
        #expect(element.text.utf8.elementsEqual("1\n2\n3\r\n".utf8))
        #expect(element[attribute: "b"] == "1 2 3 4")
    }

    @Test func anErrorSaysTheLineAndTheRuleAndNothingOfTheText() {
        let cases: [(String, Int, String)] = [
            ("<a>\n<Secret>\n</Other></a>", 3, "an end tag that does not match its start tag"),
            ("<a>\n&Secret;</a>", 2, "a reference to an entity, of which XML has five"),
            ("<a\n\nb='1' b='Secret'/>", 3, "an attribute stands twice"),
            ("<a>\u{1}</a>", 1, "a character that XML forbids"),
            ("<a>\n\n\0</a>", 3, "a character that XML forbids"),
            ("<a/>\n<Secret/>", 2, "there is something after the last element"),
            ("<Secret:a/>", 1, "a prefix that stands for no namespace"),
            ("", 1, "it is empty"),
            ("Secret", 1, "it does not begin with an element"),
        ]
        for (document, line, message) in cases {
            let error = XMLError.notWellFormed(line: line, message: message)
            #expect(throws: error) { try Element(parsing: Array(document.utf8)) }
            #expect(!error.description.contains("Secret"))
        }
    }
}
