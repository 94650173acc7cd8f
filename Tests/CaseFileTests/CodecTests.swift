import CaseFile
import Testing
import XML

/// A body with one property of every shape.
private struct Specimen: RecordBody {
    static let kind = Kind.document

    struct Part: Codable, Hashable, Sendable {
        var number: Int
        var text: FreeText?
        var exhibits: [Reference<Specimen>]

        enum CodingKeys: String, CodingKey {
            case number
            case text
            case exhibits = "exhibit"
        }
    }

    enum Colour: String, Codable, Hashable, Sendable {
        case darkRed = "dark-red"
        case white
    }

    var number: String
    var madeAt: Moment?
    var isSigned: Bool
    var colours: [Colour]
    var digest: Digest?
    var parts: [Part]
    var about: AnyReference?

    enum CodingKeys: String, CodingKey {
        case number
        case madeAt
        case isSigned = "signed"
        case colours = "colour"
        case digest
        case parts = "part"
        case about
    }
}

@Suite struct `A body's element` {
    private let id = RecordID("0197c1d2-3f4a-7b5c-8d6e-7f8091a2b3c4")!

    private func specimen() throws -> Specimen {
        Specimen(
            number: "GD 417 <b>",
            madeAt: Moment("2026-03+05:30", approximate: true),
            isSigned: false,
            colours: [.darkRed, .white],
            digest: Digest(.sha256, String(repeating: "0a", count: 32)),
            parts: [
                .init(
                    number: 1,
                    text: FreeText([.text("দেখুন "), .reference(id), .text(" & more\r\n")], .bengali),
                    exhibits: []
                ),
                .init(number: -2, text: nil, exhibits: [.init(to: id), .init(to: id)]),
            ],
            about: AnyReference(to: id)
        )
    }

    @Test func `follows the declaration, one child for each value`() throws {
        let bytes = try specimen().element().canonicalBytes()
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                <document xmlns="urn:dossier:casefile:1"><number>GD 417 &lt;b&gt;</number>\
                <madeAt approximate="true">2026-03+05:30</madeAt><signed>false</signed>\
                <colour>dark-red</colour><colour>white</colour>\
                <digest algorithm="http://www.w3.org/2001/04/xmlenc#sha256">\(String(repeating: "0a", count: 32))</digest>\
                <part><number>1</number><text language="bn">দেখুন <ref to="\(id)"></ref> &amp; more&#xD;
                </text></part><part><number>-2</number><exhibit to="\(id)"></exhibit><exhibit to="\(id)"></exhibit></part>\
                <about to="\(id)"></about></document>
                """
        )
    }

    @Test func `reads back as the value that wrote it`() throws {
        let specimen = try specimen()
        #expect(try Specimen(draft: specimen.element()) == specimen)
    }

    @Test func `may be laid out by a person's editor, but not inside a text`() throws {
        let draft = try Element(
            parsing: Array(
                """
                <document xmlns="urn:dossier:casefile:1">
                  <number>7</number>
                  <signed>true</signed>
                  <part>
                    <number>1</number>
                    <text language="en">  as typed  </text>
                  </part>
                </document>
                """.utf8
            )
        )
        let specimen = try Specimen(draft: draft)
        #expect(specimen.parts[0].text?.plain() == "  as typed  ")
    }

    @Test(arguments: [
        ("<signed>true</signed><number>7</number>", RecordError.notInItsForm(kind: "document")),
        (
            "<number>7</number><signed>true</signed><signed>true</signed>",
            .unexpected(path: "document/signed[2]")
        ),
        ("<number>7</number>", .missing(path: "document/signed")),
        ("<number></number><signed>true</signed>", .empty(path: "document/number")),
        (
            "<number>7</number><signed>yes</signed>",
            .malformed(path: "document/signed", expected: "true or false")
        ),
        (
            "<number>7</number><signed>true</signed><colour>Red</colour>",
            .malformed(path: "document/colour", expected: "one of the words of the grammar")
        ),
        ("<number>7</number><signed>true</signed><odd/>", .notInItsForm(kind: "document")),
        ("<number x=\"1\">7</number><signed>true</signed>", .notInItsForm(kind: "document")),
        ("stray<number>7</number><signed>true</signed>", .notInItsForm(kind: "document")),
        (
            "<number>7</number><signed>true</signed><part><number>01</number></part>",
            .malformed(path: "document/part/number", expected: "a whole number")
        ),
        (
            "<number>7</number><signed>true</signed><about to=\"KT/7\"/>",
            .malformed(path: "document/about", expected: "a reference to a record")
        ),
    ])
    func `in any other form is refused, with its place`(content: String, error: RecordError) throws {
        let element = try Element(
            parsing: Array("<document xmlns=\"urn:dossier:casefile:1\">\(content)</document>".utf8)
        )
        #expect(throws: error) { try Specimen(draft: element) }
    }

    @Test func `is never an empty text`() throws {
        var specimen = try specimen()
        specimen.number = ""
        #expect(throws: RecordError.empty(path: "document/number")) { try specimen.element() }
    }
}
