import CaseFile
import Testing

@testable import Law

/// Whoever changes what an edition shows, or who is protected, is told of every mistake with its file and line.
@Suite struct `Mistakes in editions and protection` {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        let pack: SmallPack
        let kind: PackProblem.Kind
        let file: String
        let line: Int
        var says = ""

        var testDescription: String { name }
    }

    /// Line 9 of editions.xml, and on: every kind is shown but for what is said.
    private static func rules(_ rules: String, without kinds: Set<Kind> = []) -> SmallPack {
        let others = Kind.allCases.filter { !kinds.contains($0) }.map(\.rawValue).joined(separator: " ")
        return SmallPack().editions("\(rules)\n<show kinds=\"\(others)\"/>")
    }

    private static func edition(
        _ name: String,
        _ rule: String,
        _ kind: PackProblem.Kind,
        without kinds: Set<Kind> = [.arrest],
        line: Int = 9,
        _ says: String = ""
    ) -> Mistake {
        Mistake(
            name: name,
            pack: rules(rule, without: kinds),
            kind: kind,
            file: "editions.xml",
            line: line,
            says: says
        )
    }

    static let editions: [Mistake] = [
        edition(
            "a kind that records do not have",
            #"<show kinds="arrest exhibits"/>"#,
            .reference,
            "exhibits"
        ),
        edition(
            "a reason that is not there",
            #"<withhold kinds="arrest" reason="because"/>"#,
            .reference,
            "because"
        ),
        edition(
            "a test that is no XPath",
            #"<show kinds="arrest" where="c:at ="/><show kinds="arrest"/>"#,
            .rule
        ),
        edition(
            "a set that is not there",
            #"<show kinds="arrest" where="contains($friends, @id)"/><show kinds="arrest"/>"#,
            .reference,
            "$friends"
        ),
        edition(
            "a class that the offences do not have",
            #"<show kinds="arrest" where="contains($class-grave, @id)"/><show kinds="arrest"/>"#,
            .reference,
            "grave"
        ),
        edition(
            "a function that no processor has",
            #"<show kinds="arrest" where="moonrise(c:at)"/><show kinds="arrest"/>"#,
            .rule
        ),
        edition(
            "a kind that is decided twice",
            #"<show kinds="arrest"/><withhold kinds="arrest" reason="why"/>"#,
            .duplicate,
            "arrest"
        ),
        edition(
            "a kind that nothing is said of",
            #"<show kinds="arrest"/>"#,
            .unmentioned,
            without: [.arrest, .statement],
            line: 6,
            "nothing of statement"
        ),
        edition(
            "a kind of which something is said of some",
            #"<show kinds="arrest" where="c:at"/>"#,
            .unmentioned,
            line: 6,
            "only what becomes of some"
        ),
        edition(
            "what follows nothing",
            #"<show kinds="arrest"/><follow kinds="file"/>"#,
            .schema
        ),
        edition("a rule that editions do not have", #"<hide kinds="arrest"/>"#, .schema),
        Mistake(
            name: "a reason whose law is not in the acts",
            pack: rules("").replacing("section=\"1\"", with: "section=\"2\"", in: "editions.xml"),
            kind: .citation,
            file: "editions.xml",
            line: 4,
            says: "PENAL s.2"
        ),
        Mistake(
            name: "a reason without a language of the pack",
            pack: rules("").replacing("<text language=\"hi\">कारण</text>", with: "", in: "editions.xml"),
            kind: .untranslated,
            file: "editions.xml",
            line: 3,
            says: "hi"
        ),
        Mistake(
            name: "an edition that the records have no word for",
            pack: rules("").replacing("code=\"court\"", with: "code=\"press\"", in: "editions.xml"),
            kind: .reference,
            file: "editions.xml",
            line: 6,
            says: "press"
        ),
        Mistake(
            name: "an edition for a role that nobody has",
            pack: rules("").replacing(
                "code=\"court\"",
                with: "code=\"court\" for=\"king\"",
                in: "editions.xml"
            ),
            kind: .reference,
            file: "editions.xml",
            line: 6,
            says: "king"
        ),
        Mistake(
            name: "a set that looks where it is not let",
            pack: rules("").replacing(
                "<reason code",
                with: "<set name=\"s\" kinds=\"party\" select=\"//c:records/c:charge\"/><reason code",
                in: "editions.xml"
            ),
            kind: .reference,
            file: "editions.xml",
            line: 2,
            says: "charge"
        ),
        Mistake(
            name: "a set that selects no nodes",
            pack: rules("").replacing(
                "<reason code",
                with: "<set name=\"s\" kinds=\"party\" select=\"count(//c:party)\"/><reason code",
                in: "editions.xml"
            ),
            kind: .rule,
            file: "editions.xml",
            line: 2
        ),
        Mistake(
            name: "two reasons of one name",
            pack: rules("").replacing(
                "<edition code",
                with: """
                    <reason code="why" confidence="read"><text language="en">r</text><text language="hi">क</text>\
                    <citation act="PENAL" section="1"/></reason><edition code
                    """,
                in: "editions.xml"
            ),
            kind: .duplicate,
            file: "editions.xml",
            line: 6
        ),
        Mistake(
            name: "an included edition that is missing",
            pack: rules("").replacing(
                "<reason code",
                with: "<include href=\"editions/press.xml\"/><reason code",
                in: "editions.xml"
            ),
            kind: .missingFile,
            file: "editions.xml",
            line: 2,
            says: "press"
        ),
    ]

    private static let protection = """
        <protection xmlns="urn:dossier:pack:1">
          <set name="victims" kinds="charge" select="/c:caseFile/c:records/c:charge/c:victim"/>
          <protected code="victim" kinds="party" hides="name" confidence="read">
            <label language="en">victim</label><label language="hi">पीड़ित</label>
            <citation act="PENAL" section="1"/>
            <each select="/c:caseFile/c:records/c:party[contains($victims, concat(' ', @id, ' '))]"/>
            <age below="18" on="/c:caseFile/c:records/c:party[@id = $id]/c:from"/>
          </protected>
        </protection>
        """

    private static func protection(
        _ name: String,
        _ old: String,
        _ new: String,
        _ kind: PackProblem.Kind,
        line: Int,
        _ says: String = ""
    ) -> Mistake {
        var pack = SmallPack()
        pack.files["protection.xml"] = protection
        return Mistake(
            name: name,
            pack: pack.replacing(old, with: new, in: "protection.xml"),
            kind: kind,
            file: "protection.xml",
            line: line,
            says: says
        )
    }

    static let protections: [Mistake] = [
        protection(
            "a law that is not in the acts",
            "section=\"1\"",
            "section=\"7\"",
            .citation,
            line: 5,
            "PENAL s.7"
        ),
        protection("persons by no XPath", "c:party[contains", "c:party[[contains", .rule, line: 6),
        protection(
            "a set that is not there",
            "contains($victims",
            "contains($victim",
            .reference,
            line: 6,
            "$victim"
        ),
        protection(
            "a kind that is not among its own",
            "kinds=\"party\"",
            "kinds=\"case\"",
            .reference,
            line: 6,
            "party"
        ),
        protection(
            "a kind that records do not have",
            "kinds=\"party\"",
            "kinds=\"party guest\"",
            .reference,
            line: 3,
            "guest"
        ),
        protection(
            "a set of kinds that is not so",
            "kinds=\"charge\"",
            "kinds=\"party\"",
            .reference,
            line: 2,
            "charge"
        ),
        protection("what cannot be hidden", "hides=\"name\"", "hides=\"soul\"", .schema, line: 3),
        protection(
            "a label without a language",
            "<label language=\"hi\">पीड़ित</label>",
            "",
            .untranslated,
            line: 4,
            "hi"
        ),
        protection("days that are no nodes", "on=\"/c:case", "on=\"2 + /c:case", .rule, line: 6),
        protection("a limit that is no number", "below=\"18\"", "below=\"adult\"", .schema, line: 7),
        protection(
            "two rules of one name",
            "</protection>",
            """
            <protected code="victim" hides="name" confidence="read"><label language="en">v</label>\
            <label language="hi">प</label><citation act="PENAL" section="1"/><each select="//c:person"/></protected></protection>
            """,
            .duplicate,
            line: 9
        ),
    ]

    @Test(arguments: editions + protections)
    func `a mistake is told with its file and line`(mistake: Mistake) throws {
        let reading = try mistake.pack.read()
        let told = reading.problems.first {
            $0.kind == mistake.kind && $0.file == mistake.file && $0.line == mistake.line
                && $0.message.contains(mistake.says)
        }
        #expect(told != nil, "told: \(reading.problems)")
        #expect((reading.pack == nil) == ![.untranslated, .unmentioned].contains(mistake.kind))
    }

    @Test func `a pack without editions and protection is sound, and protects nobody`() throws {
        let pack = try SmallPack().pack()
        #expect(pack.editions.isEmpty)
        #expect(pack.protection.rules.isEmpty)
    }

    @Test func `without a mistake these are sound`() throws {
        var pack = Self.rules("")
        pack.files["protection.xml"] = Self.protection
        let reading = try pack.read()
        #expect(reading.problems == [])
        #expect(reading.pack?.edition("court")?.withholding.count == 1)
        #expect(reading.pack?.protection.rules.map(\.code) == ["victim"])
    }
}
