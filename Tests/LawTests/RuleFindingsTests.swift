import CaseFile
import Testing
import XML

@testable import Law

@Suite struct `Asking the rules` {
    private func findings(produced: String, language: String = "en") throws -> [Finding] {
        let document = try Document(parsing: Array(SmallPack.caseFile(produced: produced).utf8))
        let now = try #require(Moment("2026-03-20T00:00:00+05:30"))
        return try RuleFindings(pack: try SmallPack().pack(), language: language)
            .findings(in: document, asOf: now).findings
    }

    @Test func `a finding has its record, its place, its law, its remedy and its mender`() throws {
        let finding = try #require(try findings(produced: "2026-03-14T21:00:00+05:30").first)
        #expect(finding.rule == "produced")
        #expect(finding.severity == .blocker)
        #expect(finding.record == RecordID("00000000-0000-7000-8000-000000000001"))
        #expect(
            finding.location == "/c:caseFile/c:records/c:arrest[@id='00000000-0000-7000-8000-000000000001']"
        )
        #expect(finding.title == "Produced in time")
        #expect(finding.text == "It took 25 hours.")
        #expect(finding.law == [.section(act: "PENAL", section: "58(2)"), .authority("a-case")])
        #expect(finding.confidence == .part)
        #expect(finding.remedy == "Add the production.")
        #expect(finding.mender == "lawyer")
    }

    @Test func `a sound case has none`() throws {
        #expect(try findings(produced: "2026-03-14T20:00:00+05:30") == [])
    }

    @Test func `a finding speaks the reader's language, with the same figures`() throws {
        let finding = try #require(try findings(produced: "2026-03-14T21:00:00+05:30", language: "hi").first)
        #expect(finding.title == "समय पर पेशी")
        #expect(finding.text == "पेशी में 25 घंटे लगे।")
        #expect(finding.remedy == "पेशी जोड़ें।")
        let english = try findings(produced: "2026-03-14T21:00:00+05:30", language: "bn")
        #expect(english.first?.text == "It took 25 hours.")
    }

    @Test func `an assertion belongs to the rule of its name`() {
        #expect(ReadinessRule.name(ofAssertion: "late-seal.12") == "late-seal")
        #expect(ReadinessRule.name(ofAssertion: "late-seal") == "late-seal")
        #expect(ReadinessRule.name(ofAssertion: "late.seal") == "late.seal")
    }
}

@Suite struct `Words and numbers` {
    private func findings(_ records: String) throws -> [Finding] {
        let text = "<caseFile xmlns=\"urn:dossier:casefile:1\"><records>\(records)</records></caseFile>"
        return try WordFindings(pack: try SmallPack().pack(), language: "en")
            .findings(in: try Document(parsing: Array(text.utf8)))
    }

    private let id = "00000000-0000-7000-8000-000000000001"

    @Test func `a word of the pack is none, a slip of the pen is one that names what was meant`() throws {
        #expect(try findings("<party id=\"\(id)\"><role>accused</role></party>") == [])
        let finding = try #require(try findings("<party id=\"\(id)\"><role>acused</role></party>").first)
        #expect(finding.rule == "words.unknown")
        #expect(finding.record == RecordID(id))
        #expect(finding.text.contains("'acused'"))
        #expect(finding.remedy.contains("accused"))
    }

    @Test func `a number that is not formed as numbers are here is one`() throws {
        #expect(try findings("<exhibit id=\"\(id)\"><mark>KT-1</mark></exhibit>") == [])
        let finding = try #require(try findings("<exhibit id=\"\(id)\"><mark>KT-1a</mark></exhibit>").first)
        #expect(finding.rule == "words.numbering")
        #expect(finding.text.contains("letters and a number"))
    }

    @Test func `a superseded record is not looked at`() throws {
        let old = "<superseded><party id=\"\(id)\"><role>acused</role></party></superseded>"
        #expect(try findings(old) == [])
    }

    @Test(arguments: [("accused", "acused", true), ("accused", "victim", false), ("a", "b", false)])
    func `near words are those that a slip of the pen makes`(a: String, b: String, near: Bool) {
        #expect(EditDistance.isNear(a, b) == near)
    }
}
