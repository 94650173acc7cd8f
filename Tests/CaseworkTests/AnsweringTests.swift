import CaseFile
import Casework
import Testing

@Suite struct `An answer to a finding` {
    private let why = FreeText("The court knows of it", .english)!

    /// A case with an exhibit, and the exhibit's id.
    private func setting() throws -> (office: TestOffice, openCase: OpenCase, exhibit: RecordID) {
        let office = try TestOffice()
        let openCase = try office.newCase()
        return (office, openCase, try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))[0].id)
    }

    @Test func `is a record of the version that was judged`() throws {
        let (office, openCase, exhibit) = try setting()
        try openCase.amend(exhibit, setting: [("description", "Two books")], why: why)
        let officer = try openCase.record(named: "Officer", kinds: [.person])
        try openCase.answer(
            "seal-matches",
            about: exhibit,
            .explained,
            reason: why,
            finding: FreeText([.reference(exhibit), .text(": 2")], .english),
            by: officer
        )
        let stored = try #require(try openCase.answers().first)
        #expect(stored.standing == .stands)
        #expect(stored.kind == .exhibit)
        #expect(stored.label == "KT/1")
        #expect(stored.answer.rule == "seal-matches")
        #expect(stored.answer.ref.to == exhibit)
        #expect(stored.answer.recordVersion == 2)
        #expect(stored.answer.decision == .explained)
        #expect(stored.answer.answeredBy?.to == officer)
        #expect(stored.answer.at.text == "2026-03-14T10:00:00+05:30")
        #expect(stored.record.recordedBy == "AHTU-KOL:r.sen")
        #expect(try openCase.verifyLog().isSound)
        _ = office
    }

    @Test func `of a rule that this program does not know is recorded`() throws {
        let (_, openCase, exhibit) = try setting()
        let rule: Token = "a-rule.of-another-pack"
        try openCase.answer(rule, about: exhibit, .accepted, reason: why)
        #expect(try openCase.answers().map(\.answer.rule) == [rule])
    }

    @Test func `holds to the end of its last day`() throws {
        let (office, openCase, exhibit) = try setting()
        try openCase.answer(
            "seal-matches",
            about: exhibit,
            .accepted,
            reason: why,
            until: Moment("2026-03-15+05:30")
        )
        office.world.set("2026-03-15T23:59:59+05:30")
        #expect(try openCase.answers().map(\.standing) == [.stands])
        office.world.set("2026-03-16T00:00:00+05:30")
        #expect(try openCase.answers().map(\.standing) == [.over])
        #expect(try openCase.answers(at: Moment("2026-03-15+05:30")!).map(\.standing) == [.stands])
    }

    @Test func `does not speak of a later version`() throws {
        let (office, openCase, exhibit) = try setting()
        try openCase.answer("seal-matches", about: exhibit, .accepted, reason: why)
        office.world.pass(.seconds(60))
        try openCase.amend(exhibit, setting: [("description", "Two books")], why: why)
        let stored = try #require(try openCase.answers().first)
        #expect(stored.standing == .outdated)
        #expect(stored.currentVersion == 2)
    }

    @Test func `gives way to a later one, of the same rule and record alone`() throws {
        let (office, openCase, exhibit) = try setting()
        let place = try openCase.record(named: "Flat 3B", kinds: [.place])
        for (rule, record) in [("seal-matches", exhibit), ("other", exhibit), ("seal-matches", place)] {
            try openCase.answer(Token(rule)!, about: record, .accepted, reason: why)
        }
        office.world.pass(.seconds(60))
        try openCase.answer("seal-matches", about: exhibit, .unfounded, reason: why)
        #expect(try openCase.answers().map(\.standing) == [.replaced, .stands, .stands, .stands])
    }

    @Test func `that would end before it begins, or is about nothing, is refused`() throws {
        let (_, openCase, exhibit) = try setting()
        #expect {
            try openCase.answer(
                "seal-matches",
                about: exhibit,
                .accepted,
                reason: why,
                until: Moment("2026-03-13+05:30")
            )
        } throws: { error in
            if case CaseworkError.form(.answer, _) = error { true } else { false }
        }
        let nobody = RecordID("0197c1d2-3f4a-7b5c-8d6e-7f8091a2b3c4")!
        #expect {
            try openCase.answer("seal-matches", about: nobody, .accepted, reason: why)
        } throws: { error in
            if case CaseworkError.noRecord = error { true } else { false }
        }
        #expect(try openCase.answers().isEmpty)
    }

    @Test func `can be drafted`() throws {
        let (_, openCase, exhibit) = try setting()
        try openCase.record(
            drafts: Drafts.of(
                "<answer><rule>seal-matches</rule><ref to=\"KT/1\"/><recordVersion>1</recordVersion>"
                    + "<decision>unfounded</decision><reason language=\"en\">It was never sealed</reason>"
                    + "<at>2026-03-14T09:00:00+05:30</at></answer>"
            ),
            kind: .answer
        )
        #expect(try openCase.answers().map(\.answer.ref.to) == [exhibit])
    }
}
