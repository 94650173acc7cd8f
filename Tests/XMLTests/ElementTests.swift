import Testing
import XML

@Suite struct ElementTests {
    @Test func anElementReadAndWrittenIsTheSameBytes() throws {
        let bytes = Array(#"<a xmlns="urn:a" b="1" c="&#xA;"><d>x &amp; y</d><e xmlns=""></e></a>"#.utf8)
        let element = try Element(parsing: bytes)
        #expect(try element.canonicalBytes() == bytes)
        #expect(element.text == "x & y")
        #expect(element[attribute: "c"] == "\n")
        #expect(try Element(parsing: element.canonicalBytes()) == element)
    }
}
