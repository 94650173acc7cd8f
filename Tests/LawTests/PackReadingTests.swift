import Testing
import XML

@testable import Law

/// Whoever writes a pack is told of every mistake with its file and line.
@Suite struct `Reading a pack` {
    @Test func `a sound pack has no problems`() throws {
        let reading = try SmallPack().read()
        #expect(reading.problems == [])
        let pack = try #require(reading.pack)
        #expect(pack.rules.map(\.name) == ["produced"])
        #expect(pack.label("mender", "lawyer", in: "hi") == "वकील")
        #expect(pack.label("mender", "nobody", in: "hi") == "nobody")
    }

    @Test(arguments: Checkout.packs)
    func `the packs that come with Dossier are sound, their examples too, and wholly translated`(
        code: String
    ) throws {
        let reading = Pack.read(
            try Checkout.packFiles(code),
            grammar: try Checkout.grammar(),
            checkingExamples: true
        )
        #expect(reading.problems.map(\.description) == [])
        #expect(reading.pack != nil)
    }

    /// A mistake, and what is to be said of it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        let pack: SmallPack
        let kind: PackProblem.Kind
        let file: String
        let line: Int
        var says = ""

        var testDescription: String { name }
    }

    static let mistakes: [Mistake] = {
        let pack = SmallPack()
        let rule = "rules/produced.sch"
        return [
            Mistake(
                name: "a file is missing",
                pack: pack.without("deadlines.xml"),
                kind: .missingFile,
                file: "deadlines.xml",
                line: 0
            ),
            Mistake(
                name: "an included file is missing",
                pack: pack.without(rule),
                kind: .missingFile,
                file: "rules.sch",
                line: 6,
                says: rule
            ),
            Mistake(
                name: "an include leads out of the folder",
                pack: pack.replacing("words/mender.xml", with: "../mender.xml", in: "pack.xml"),
                kind: .reference,
                file: "pack.xml",
                line: 9
            ),
            Mistake(
                name: "a file is not XML",
                pack: pack.replacing("</acts>", with: "", in: "acts.xml"),
                kind: .notXML,
                file: "acts.xml",
                line: 8
            ),
            Mistake(
                name: "an element that packs do not have",
                pack: pack.replacing("<timeZone>Asia/Kolkata</timeZone>", with: "<zone/>", in: "pack.xml"),
                kind: .schema,
                file: "pack.xml",
                line: 5
            ),
            Mistake(
                name: "an element that rules do not have",
                pack: pack.replacing(
                    "<law:citation authority=\"a-case\"/>",
                    with: "<law:cite/>",
                    in: rule
                ),
                kind: .schema,
                file: rule,
                line: 6
            ),
            Mistake(
                name: "a rule that is no XPath",
                pack: pack.replacing("$hours &lt;= 24", with: "$hours &lt;&lt; 24", in: rule),
                kind: .rule,
                file: rule,
                line: 17
            ),
            Mistake(
                name: "a rule with a variable that is not there",
                pack: pack.replacing("$hours &lt;= 24", with: "$days &lt;= 1", in: rule),
                kind: .rule,
                file: rule,
                line: 1
            ),
            Mistake(
                name: "a function that no processor has",
                pack: pack.replacing("date:seconds(c:at)", with: "date:moonrise(c:at)", in: rule),
                kind: .rule,
                file: rule,
                line: 1
            ),
            Mistake(
                name: "a section that is not in the acts",
                pack: pack.replacing("section=\"58(2)\"", with: "section=\"59\"", in: rule),
                kind: .citation,
                file: rule,
                line: 5,
                says: "PENAL s.59"
            ),
            Mistake(
                name: "an authority that is not there",
                pack: pack.replacing("a-case", with: "no-case", in: rule),
                kind: .citation,
                file: rule,
                line: 6
            ),
            Mistake(
                name: "a deadline cites what is not there",
                pack: pack.replacing("PENAL", with: "PENALTY", in: "deadlines.xml"),
                kind: .citation,
                file: "deadlines.xml",
                line: 4
            ),
            Mistake(
                name: "an offence of no act",
                pack: pack.replacing("act=\"PENAL\"", with: "act=\"CIVIL\"", in: "offences.xml"),
                kind: .citation,
                file: "offences.xml",
                line: 2
            ),
            Mistake(
                name: "a mender whom the pack does not have",
                pack: pack.replacing("mender=\"lawyer\"", with: "mender=\"liar\"", in: rule),
                kind: .reference,
                file: rule,
                line: 3
            ),
            Mistake(
                name: "a clock that is not there",
                pack: pack.replacing("clock=\"production\"", with: "clock=\"clock\"", in: rule),
                kind: .reference,
                file: rule,
                line: 3
            ),
            Mistake(
                name: "a pattern without its law",
                pack: pack.replacing("law:rule severity", with: "law:note severity", in: rule)
                    .replacing("</law:rule>", with: "</law:note>", in: rule),
                kind: .schema,
                file: rule,
                line: 1
            ),
            Mistake(
                name: "a pattern that is not called as its file",
                pack: pack.replacing("pattern id=\"produced\"", with: "pattern id=\"made\"", in: rule),
                kind: .reference,
                file: rule,
                line: 1
            ),
            Mistake(
                name: "an assertion of another name",
                pack: pack.replacing("assert id=\"produced.1\"", with: "assert id=\"made.1\"", in: rule),
                kind: .reference,
                file: rule,
                line: 17
            ),
            Mistake(
                name: "an example that the rule does not find",
                pack: pack.replacing("2026-03-15T20", with: "2026-03-14T10", in: rule),
                kind: .example,
                file: rule,
                line: 10
            ),
            Mistake(
                name: "an example at a place that is not there",
                pack: pack.replacing("//c:production/c:at", with: "//c:release/c:at", in: rule),
                kind: .example,
                file: rule,
                line: 10
            ),
            Mistake(
                name: "an example of no case",
                pack: pack.replacing("case=\"sound\"", with: "case=\"another\"", in: rule),
                kind: .reference,
                file: rule,
                line: 10
            ),
            Mistake(
                name: "a sound case that is not",
                pack: {
                    var pack = pack
                    pack.files["examples/sound.xml"] = SmallPack.caseFile(
                        produced: "2026-03-16T12:00:00+05:30"
                    )
                    return pack
                }(),
                kind: .example,
                file: "examples/sound.xml",
                line: 0
            ),
            Mistake(
                name: "a label without a language of the pack",
                pack: pack.replacing("<label language=\"hi\">वकील</label>", with: "", in: "words/mender.xml"),
                kind: .untranslated,
                file: "words/mender.xml",
                line: 2,
                says: "hi"
            ),
            Mistake(
                name: "a message without a language of the pack",
                pack: pack.replacing("language=\"hi\">पेशी में", with: "language=\"bn\">पेशी में", in: rule),
                kind: .untranslated,
                file: rule,
                line: 17,
                says: "hi"
            ),
            Mistake(
                name: "a word that is there twice",
                pack: pack.replacing(
                    "</vocabulary>",
                    with:
                        "<word code=\"lawyer\"><label language=\"en\">l</label><label language=\"hi\">व</label></word></vocabulary>",
                    in: "words/mender.xml"
                ),
                kind: .duplicate,
                file: "words/mender.xml",
                line: 3
            ),
            Mistake(
                name: "a code that is not the folder's",
                pack: pack.replacing("code=\"zz\"", with: "code=\"xx\"", in: "pack.xml"),
                kind: .reference,
                file: "pack.xml",
                line: 1
            ),
            Mistake(
                name: "a query binding that is another",
                pack: pack.replacing(
                    "queryBinding=\"exslt\"",
                    with: "queryBinding=\"xslt2\"",
                    in: "rules.sch"
                ),
                kind: .rule,
                file: "rules.sch",
                line: 1
            ),
        ]
    }()

    @Test(arguments: mistakes)
    func `a mistake is told with its file and line`(mistake: Mistake) throws {
        let reading = try mistake.pack.read()
        let told = reading.problems.first {
            $0.kind == mistake.kind && $0.file == mistake.file && $0.line == mistake.line
                && $0.message.contains(mistake.says)
        }
        #expect(told != nil, "told: \(reading.problems)")
        let isFatal = ![.untranslated, .example].contains(mistake.kind)
        if isFatal { #expect(reading.pack == nil) }
    }

    @Test func `a citation of a clause resolves to its section`() throws {
        let acts = try SmallPack().pack().acts
        #expect(acts.resolves(.section(act: "PENAL", section: "58(2)(a)(ii)")))
        #expect(acts.resolves(.section(act: "PENAL", section: "")))
        #expect(!acts.resolves(.section(act: "PENAL", section: "58(3)")))
        #expect(!acts.resolves(.section(act: "PENAL", section: "58")))
        #expect(acts.text(of: .authority("a-case"), in: "hi") == "A v. B")
    }

    @Test func `what was not read in a source says so`() throws {
        let pack = try SmallPack().pack()
        let law: [Citation] = [.section(act: "PENAL", section: "1"), .authority("a-case")]
        #expect(pack.text(of: law, confidence: .read, in: "en") == "PENAL s.1; A v. B")
        #expect(pack.text(of: law, confidence: .memory, in: "en") == "PENAL s.1; A v. B (memory)")
    }

    @Test func `a text is given in the language asked for, in English where it has no other`() {
        let text = LocalizedText(["en": "court", "hi": "न्यायालय"])
        #expect(text.text(in: "hi-IN") == "न्यायालय")
        #expect(text.text(in: "bn") == "court")
        #expect(LocalizedText(["bn": "আদালত"]).text(in: "hi") == "আদালত")
    }
}
