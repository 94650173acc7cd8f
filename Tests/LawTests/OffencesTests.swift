import CaseFile
import Testing
import XML

@testable import Law

/// The offences of a pack: their trees with the definitions put in, their dates, and what can be wrong in them.
@Suite struct `Offences of a pack` {
    /// The small pack with these offences.
    static func reading(_ offences: String, more: [String: String] = [:]) throws -> PackReading {
        var pack = SmallPack()
        pack.files["offences.xml"] = """
            <offences xmlns="urn:dossier:pack:1">
            \(offences)
            </offences>
            """
        pack.files.merge(more) { $1 }
        return try pack.read()
    }

    static func text(_ text: String) -> String {
        "<text language=\"en\">\(text)</text><text language=\"hi\">\(text)</text>"
    }

    static func offence(_ code: String, _ attributes: String = "", _ element: String) -> String {
        """
        <offence code="\(code)" act="PENAL" section="1" confidence="read" \(attributes)>\
        <title language="en">T</title><title language="hi">T</title>\(element)</offence>
        """
    }

    static func leaf(_ code: String, _ rest: String = "") -> String {
        "<element code=\"\(code)\">\(text(code))\(rest)</element>"
    }

    @Test func `a definition stands where it is used, with its text and its parts`() throws {
        let reading = try Self.reading(
            """
            <include href="offences/more.xml"/>
            <definition code="brothel" join="all">\(Self.text("A brothel."))\
            \(Self.leaf("use"))\(Self.leaf("gain"))</definition>
            """,
            more: [
                "offences/more.xml": """
                <offences xmlns="urn:dossier:pack:1">
                \(Self.offence("keeping", "classes=\"grave\"", """
                    <element code="keeping" join="any">\(Self.text("Keeping."))\
                    <element code="place" use="brothel"/>\
                    <element code="presumed" join="all">\(Self.text("Presumed."))<presumption act="PENAL" section="1"/>\
                    <element code="place" use="brothel"/>\(Self.leaf("child", "<age of=\"victim\" below=\"16\"/>"))</element></element>
                    """))
                <class code="grave"><label language="en">grave</label><label language="hi">g</label></class>
                </offences>
                """
            ]
        )
        #expect(reading.problems == [])
        let offences = try #require(reading.pack).offences
        let offence = try #require(offences["keeping"])
        #expect(offence.element.parts.map(\.code) == ["place", "presumed"])
        let place = offence.element.parts[0]
        #expect(place.text.text(in: "en") == "A brothel.")
        #expect(place.parts.map(\.code) == ["use", "gain"])
        #expect(offence.element.parts[1].presumption == .section(act: "PENAL", section: "1"))
        #expect(offence.element.parts[1].parts[1].age == AgeLimit(.victim, below: 16))
        #expect(offences.codes(inClass: "grave") == ["keeping"])
        #expect(offences.offences(act: "PENAL", section: "1").map(\.code) == ["keeping"])
    }

    @Test func `an offence has its act's dates where it has none of its own`() throws {
        let offences = try #require(
            try Self.reading(
                Self.offence("old", "until=\"2024-06-30\"", Self.leaf("a"))
                    + Self.offence("new", "from=\"2024-07-01\"", Self.leaf("a"))
            ).pack
        ).offences
        #expect(offences["old"]?.from == CivilDate("2000-01-01"))
        func inForce(_ time: String) -> [String] { offences.inForce(on: Moment(time)!).map(\.code) }
        #expect(inForce("2024-06-30+05:30") == ["old"])
        #expect(inForce("2024-06-30T23:59:59+05:30") == ["old"])
        #expect(inForce("2024-07-01+05:30") == ["new"])
        #expect(inForce("2024-06+05:30") == ["old"])
        #expect(inForce("2024+05:30") == ["old", "new"])
        #expect(inForce("1999-12-31+05:30") == [])
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let offences: String
        let kind: PackProblem.Kind
        let line: Int
        let says: String
    }

    static let mistakes = [
        Mistake(
            testDescription: "a definition that is not there",
            offences: "\n" + offence("o", "", "<element code=\"a\" use=\"nothing\"/>"),
            kind: .reference,
            line: 3,
            says: "there is no definition nothing"
        ),
        Mistake(
            testDescription: "a definition that uses itself through others",
            offences: """
                <definition code="a" join="all">\(text("a"))<element code="b" use="b"/></definition>
                <definition code="b" join="all">\(text("b"))
                <element code="c" use="c"/></definition>
                <definition code="c" use="a"/>
                \(offence("o", "", leaf("x")))
                """,
            kind: .cycle,
            line: 5,
            says: "a → b → c → a"
        ),
        Mistake(
            testDescription: "two definitions of one name",
            offences: """
                <definition code="a">\(text("a"))</definition>
                <definition code="a">\(text("b"))</definition>
                \(offence("o", "", leaf("x")))
                """,
            kind: .duplicate,
            line: 3,
            says: "a definition a already"
        ),
        Mistake(
            testDescription: "two offences of one code",
            offences: offence("o", "", leaf("x")) + "\n" + offence("o", "", leaf("x")),
            kind: .duplicate,
            line: 3,
            says: "an offence o already"
        ),
        Mistake(
            testDescription: "a class that is not there",
            offences: offence("o", "classes=\"grave\"", leaf("x")),
            kind: .reference,
            line: 2,
            says: "there is no class grave"
        ),
        Mistake(
            testDescription: "a leaf with a join",
            offences: offence("o", "", "<element code=\"x\" join=\"all\">\(text("x"))</element>"),
            kind: .schema,
            line: 2,
            says: "a leaf is proved by evidence"
        ),
        Mistake(
            testDescription: "parts without a join",
            offences: offence("o", "", "<element code=\"x\">\(text("x"))\(leaf("y"))</element>"),
            kind: .schema,
            line: 2,
            says: "all or any"
        ),
        Mistake(
            testDescription: "a presumption without foundational facts",
            offences: offence(
                "o",
                "",
                "<element code=\"x\">\(text("x"))<presumption act=\"PENAL\" section=\"1\"/></element>"
            ),
            kind: .schema,
            line: 2,
            says: "foundational facts"
        ),
        Mistake(
            testDescription: "a limit of age that limits nothing",
            offences: offence("o", "", leaf("x", "<age of=\"victim\"/>")),
            kind: .schema,
            line: 2,
            says: "below or from"
        ),
        Mistake(
            testDescription: "one code for two things",
            offences: offence(
                "o",
                "",
                "<element code=\"x\" join=\"all\">\(text("x"))\(leaf("y"))"
                    + "<element code=\"z\" join=\"any\">\(text("z"))"
                    + "<element code=\"y\" join=\"any\">\(text("y"))\(leaf("w"))</element></element></element>"
            ),
            kind: .duplicate,
            line: 2,
            says: "the code y stands for two different things"
        ),
        Mistake(
            testDescription: "definitions that double each other",
            offences: "<definition code=\"d0\">\(text("d"))</definition>\n"
                + (1...12).map { level in
                    "<definition code=\"d\(level)\" join=\"all\">\(text("d"))"
                        + "<element code=\"l\(level)\" use=\"d\(level - 1)\"/>"
                        + "<element code=\"r\(level)\" use=\"d\(level - 1)\"/></definition>"
                }.joined(separator: "\n") + "\n" + offence("o", "", leaf("x")),
            kind: .schema,
            line: 12,
            says: "more than 2000 elements"
        ),
    ]

    @Test(arguments: mistakes)
    func `a mistake is told with its file and line, once`(mistake: Mistake) throws {
        let reading = try Self.reading(mistake.offences)
        let problems = reading.problems.filter { $0.kind != .untranslated }
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.kind == mistake.kind)
        #expect(problem.file == "offences.xml")
        #expect(problem.line == mistake.line)
        #expect(problem.message.contains(mistake.says), "\(problem)")
    }

    @Test func `what uses a definition in a circle is left out, and nothing else`() throws {
        var problems: [PackProblem] = []
        let xml = """
            <offences xmlns="urn:dossier:pack:1">
            <definition code="a" use="a"/>
            \(Self.offence("cyclic", "", "<element code=\"x\" use=\"a\"/>"))
            \(Self.offence("sound", "", Self.leaf("x")))
            </offences>
            """
        let document = PackDocument(path: "offences.xml", root: try .parsing(xml))
        let offences = Offences([document], problems: &problems)
        #expect(offences.all.map(\.code) == ["sound"])
        #expect(problems.map(\.kind) == [.cycle])
        #expect(problems.first?.line == 2)
    }
}

extension DocumentNode {
    fileprivate static func parsing(_ xml: String) throws -> DocumentNode {
        try Document(parsing: Array(xml.utf8)).root
    }
}
