import CaseFile
import Testing
import XML

@testable import Law

/// What follows what, which ids are kept, what becomes of earlier versions: on a pack of its own.
@Suite struct `Selecting an edition` {
    private static func id(_ number: Int) -> RecordID {
        RecordID("00000000-0000-7000-8000-0000000000\(number < 10 ? "0" : "")\(number)")!
    }

    private static func entry(_ kind: Kind, _ number: Int, _ body: String = "") -> EditionEntry {
        let xml = #"<\#(kind) xmlns="urn:dossier:casefile:1" id="\#(id(number))">\#(body)</\#(kind)>"#
        return EditionEntry(
            kind: kind,
            record: id(number),
            bytes: Array(xml.utf8)
        )
    }

    private static func select(
        _ rules: String,
        _ entries: [EditionEntry],
        keeping: [RecordID] = []
    ) throws -> EditionSelection {
        let pack = try SmallPack().editions(rules).pack()
        let edition = try #require(pack.edition("court"))
        let facts = try EditionFacts(
            for: edition,
            in: Document(
                parsing: Array(#"<caseFile xmlns="urn:dossier:casefile:1"><records/></caseFile>"#.utf8)
            )
        )
        return try EditionSelection.make(judge: EditionJudge(rules: edition, facts: facts), keeping: keeping)
        { each in
            for entry in entries { try each(entry) }
        }
    }

    private static func isShown(_ selection: EditionSelection) -> [Bool] {
        (0..<selection.count).map { selection[$0] == .shown }
    }

    @Test func `what no rule speaks of is withheld, and its kind is not told`() throws {
        let selection = try Self.select(
            #"<show kinds="exhibit"/>"#,
            [Self.entry(.exhibit, 1), Self.entry(.statement, 2)]
        )
        #expect(selection[0] == .shown)
        #expect(selection[1] == .withheld(rule: 0, showsKind: false, keepsID: false))
    }

    @Test func `the first rule that fits decides`() throws {
        let rules = """
            <show kinds="exhibit" where="c:mark = 'A-1'"/><withhold kinds="exhibit" reason="why"/>
            """
        let selection = try Self.select(
            rules,
            [Self.entry(.exhibit, 1, "<mark>A-1</mark>"), Self.entry(.exhibit, 2, "<mark>A-2</mark>")]
        )
        #expect(Self.isShown(selection) == [true, false])
        #expect(selection.rules[1].reason.text(in: "hi") == "कारण")
    }

    @Test func `custody events, parts and files follow their exhibit, in whatever order the log has them`()
        throws
    {
        func to(_ name: String, _ number: Int) -> String { "<\(name) to=\"\(Self.id(number))\"/>" }
        let rules = """
            <withhold kinds="exhibit" reason="why" where="c:mark = 'A-1'"/>
            <show kinds="exhibit custodyEvent file"/><follow kinds="custodyEvent file" of="exhibit"/><follow kinds="exhibit" of="parentExhibit"/>
            """
        let selection = try Self.select(
            rules,
            [
                Self.entry(.file, 5, to("exhibit", 2)),
                Self.entry(.custodyEvent, 4, to("exhibit", 2) + "<part>\(to("exhibit", 3))</part>"),
                Self.entry(.exhibit, 2, to("parentExhibit", 1)),
                Self.entry(.exhibit, 1, "<mark>A-1</mark>"), Self.entry(.exhibit, 3, "<mark>A-2</mark>"),
                // A part that is withheld takes no split of the whole with it.
                Self.entry(.custodyEvent, 6, to("exhibit", 3) + "<part>\(to("exhibit", 2))</part>"),
            ]
        )
        #expect(Self.isShown(selection) == [false, false, false, false, true, true])
    }

    @Test func `a withheld document takes its files along, but not when it is withheld alone`() throws {
        let paper = Self.entry(
            .document,
            1,
            "<file to=\"\(Self.id(2))\"/><note>file to=\"\(Self.id(3))\"</note>"
        )
        let entries = [paper, Self.entry(.file, 2), Self.entry(.file, 3)]
        for (alone, isShown) in [("false", false), ("true", true)] {
            let rules = """
                <withhold kinds="document" reason="why" alone="\(alone)"/><show kinds="file"/>
                <follow from="document" by="file"/>
                """
            #expect(try Self.isShown(Self.select(rules, entries)) == [false, isShown, true])
        }
    }

    @Test func `a withheld record keeps its id where something that is shown refers to it`() throws {
        let rules = #"<withhold kinds="person identity" reason="why"/><show kinds="statement"/>"#
        let selection = try Self.select(
            rules,
            [
                Self.entry(.person, 1), Self.entry(.person, 2), Self.entry(.person, 3),
                Self.entry(.statement, 4, "<maker to=\"\(Self.id(1))\"/>"),
                Self.entry(.identity, 5, "<person to=\"\(Self.id(2))\"/>"),
            ],
            keeping: [Self.id(3)]
        )
        #expect((0..<5).map { selection[$0] }.map(Self.keepsID) == [true, false, true, false, false])
    }

    private static func keepsID(_ leaf: EditionSelection.Leaf) -> Bool {
        guard case .withheld(_, _, let keepsID) = leaf else { return false }
        return keepsID
    }

    @Test func `every version of a withheld record is withheld, and the last alone has the id`() throws {
        let rules = """
            <withhold kinds="exhibit" reason="why" where="c:mark = 'A-1'"/><show kinds="exhibit proof"/>
            """
        let selection = try Self.select(
            rules,
            [
                Self.entry(.exhibit, 1, "<mark>A-2</mark>"), Self.entry(.exhibit, 1, "<mark>A-1</mark>"),
                Self.entry(.proof, 2, "<exhibit to=\"\(Self.id(1))\"/>"),
            ]
        )
        #expect(Self.isShown(selection) == [false, false, true])
        #expect([selection[0], selection[1]].map(Self.keepsID) == [false, true])
    }

    @Test func `an earlier version that a rule withholds stays withheld though the last one is shown`() throws
    {
        let rules = """
            <withhold kinds="exhibit" reason="why" where="c:mark = 'A-1'"/><show kinds="exhibit file"/>
            <withhold-earlier kinds="file" reason="why"/>
            """
        let selection = try Self.select(
            rules,
            [
                Self.entry(.exhibit, 1, "<mark>A-1</mark>"), Self.entry(.exhibit, 1, "<mark>A-2</mark>"),
                Self.entry(.file, 2), Self.entry(.file, 2),
            ]
        )
        #expect(Self.isShown(selection) == [false, true, false, true])
    }

    @Test func `the bytes of a shown file may stay behind`() throws {
        let rules = """
            <show kinds="file"/><withhold-contents where="c:role = 'original'" reason="why"/>
            """
        let selection = try Self.select(
            rules,
            [Self.entry(.file, 1, "<role>original</role>"), Self.entry(.file, 2, "<role>derivative</role>")]
        )
        #expect(selection.contents.mapValues(\.code) == [Self.id(1): "why"])
        #expect(selection.shownCount == 2)
    }
}
