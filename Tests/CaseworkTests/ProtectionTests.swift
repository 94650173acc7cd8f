import CaseFile
import Casework
import Law
import Testing

/// Who is protected follows from the records, by the law of the pack.
@Suite struct `Protected people` {
    /// What a case says of one person, X, and what follows.
    struct Situation: Sendable, CustomTestStringConvertible {
        let pack: String
        let name: String
        /// Nil: the records give no ground to protect X.
        let standing: ProtectedPerson.Standing?
        let rules: [String]
        let drafts: [String]

        var testDescription: String { "\(pack): \(name)" }
    }

    private static func person(_ name: String, _ more: String = "", pseudonym: Bool = false) -> String {
        let called = pseudonym ? "<pseudonym>\(name)</pseudonym>" : "<name language=\"en\">\(name)</name>"
        return "<person>\(called)<sex>female</sex>\(more)</person>"
    }

    private static func born(_ date: String) -> String {
        "<age><birthDate>\(date)</birthDate><basis>birth-certificate</basis></age>"
    }

    private static func between(_ least: Int, _ most: Int) -> String {
        "<age><atLeast>\(least)</atLeast><atMost>\(most)</atMost><asOf>2026-03-13Z</asOf><basis>apparent</basis></age>"
    }

    private static func party(_ person: String, _ role: String, _ code: String, _ more: String = "") -> String
    {
        "<party><person to=\"\(person)\"/><role>\(role)</role><code>\(code)</code>\(more)</party>"
    }

    private static func charge(
        _ offence: String,
        _ act: String,
        _ section: String,
        from: String = "2026-03-13Z"
    ) -> String {
        "<charge><accused to=\"A1\"/><offence>\(offence)</offence><provision><act>\(act)</act><section>\(section)</section>"
            + "</provision><from>\(from)</from><victim to=\"V1\"/><status>proposed</status></charge>"
    }

    private static func statement(by name: String, _ kind: String, on day: String = "2026-03-14") -> String {
        "<statement><kind>\(kind)</kind><maker to=\"\(name)\"/><startedAt>\(day)T10:00:00Z</startedAt>"
            + "<languageSpoken>en</languageSpoken><languageWritten>en</languageWritten>"
            + "<paragraph><number>1</number><text language=\"en\">It was so.</text></paragraph></statement>"
    }

    private static let accused = [person("Nobody", between(30, 40)), party("Nobody", "accused", "A1")]

    private static func victim(_ age: String, _ charges: String...) -> [String] {
        accused + [person("X", age), party("X", "victim", "V1")] + charges
    }

    private static func situation(
        _ pack: String,
        _ name: String,
        _ standing: ProtectedPerson.Standing?,
        _ rules: [String] = [],
        _ drafts: [String]
    ) -> Situation {
        Situation(pack: pack, name: name, standing: standing, rules: rules, drafts: drafts)
    }

    static let situations: [Situation] = [
        // India
        situation(
            "in",
            "an adult victim of rape",
            .isProtected,
            ["victim-of-sexual-offence"],
            victim(born("1999-01-01Z"), charge("bns-64", "BNS", "64"))
        ),
        situation(
            "in",
            "an adult victim of keeping a brothel alone",
            nil,
            [],
            victim(born("1999-01-01Z"), charge("itpa-3-1", "ITPA", "3(1)"))
        ),
        situation(
            "in",
            "a child victim of trafficking, grown up since",
            .isProtected,
            ["child-victim"],
            victim(born("2006-08-01Z"), charge("bns-143-4", "BNS", "143(4)", from: "2024-07-02Z"))
        ),
        situation(
            "in",
            "one who turned eighteen the day before the offence",
            nil,
            [],
            victim(born("2008-03-12Z"), charge("bns-143-2", "BNS", "143(2)"))
        ),
        situation(
            "in",
            "one whose eighteenth birthday is tomorrow",
            .isProtected,
            ["child-victim"],
            victim(born("2008-03-14Z"), charge("bns-143-2", "BNS", "143(2)"))
        ),
        situation(
            "in",
            "one who looks sixteen to nineteen",
            .maybe,
            ["child-victim"],
            victim(between(16, 19), charge("itpa-3-1", "ITPA", "3(1)"))
        ),
        situation("in", "a victim of no known age, before any charge", .maybe, ["child-victim"], victim("")),
        situation(
            "in",
            "a child witness",
            .isProtected,
            ["child-witness"],
            [person("X", born("2012-01-01Z")), party("X", "witness", "W1"), statement(by: "X", "s180")]
        ),
        situation(
            "in",
            "a witness of full age",
            nil,
            [],
            [person("X", between(30, 40)), party("X", "witness", "W1"), statement(by: "X", "s180")]
        ),
        situation(
            "in",
            "a witness of no known age, who is an officer or not",
            nil,
            [],
            [person("X"), party("X", "witness", "W1")]
        ),
        situation(
            "in",
            "an informant who is no witness",
            .isProtected,
            ["informant"],
            [person("X", between(30, 40)), party("X", "informant", "I1")]
        ),
        situation(
            "in",
            "an informant who is to be heard as a witness",
            nil,
            [],
            [
                person("X", between(30, 40)),
                party("X", "informant", "I1", "<witnessNumber>PW1</witnessNumber>"),
            ]
        ),
        situation(
            "in",
            "an accused of seventeen",
            .isProtected,
            ["child-in-conflict-with-law"],
            [person("X", born("2009-01-01Z")), party("X", "accused", "A2")]
        ),
        situation("in", "an accused of no known age", nil, [], [person("X"), party("X", "accused", "A2")]),
        // England and Wales
        situation(
            "ew",
            "an adult victim of trafficking",
            .isProtected,
            ["victim-anonymity"],
            victim(born("1999-01-01Z"), charge("msa-2-1", "MSA", "2(1)"))
        ),
        situation(
            "ew",
            "an adult victim of keeping a brothel alone",
            nil,
            [],
            victim(born("1999-01-01Z"), charge("soa1956-33a", "SOA1956", "33A"))
        ),
        situation(
            "ew",
            "a child victim",
            .isProtected,
            ["child-victim"],
            victim(born("2010-01-01Z"), charge("soa1956-33a", "SOA1956", "33A"))
        ),
        situation(
            "ew",
            "a victim of seventeen to nineteen",
            .maybe,
            ["child-victim"],
            victim(between(17, 19))
        ),
        situation(
            "ew",
            "a child witness",
            .isProtected,
            ["child-witness"],
            [
                person("X", born("2012-01-01Z")), party("X", "witness", "W1"),
                statement(by: "X", "abe-interview"),
            ]
        ),
        situation(
            "ew",
            "a witness of full age",
            nil,
            [],
            [person("X", between(30, 40)), party("X", "witness", "W1"), statement(by: "X", "mg11")]
        ),
        situation(
            "ew",
            "an accused of seventeen",
            .isProtected,
            ["child-accused"],
            [person("X", born("2009-01-01Z")), party("X", "accused", "A2")]
        ),
        situation(
            "ew",
            "a source who made no statement",
            .isProtected,
            ["informant"],
            [person("X", between(30, 40)), party("X", "informant", "I1")]
        ),
        situation(
            "ew",
            "an informant who made a statement",
            nil,
            [],
            [person("X", between(30, 40)), party("X", "informant", "I1"), statement(by: "X", "mg11")]
        ),
    ]

    private static let packs = [
        "in": Result { try Checkout.templates.pack("in") },
        "ew": Result { try Checkout.templates.pack("ew") },
    ]

    private static func newCase(_ pack: String, _ drafts: [String]) throws -> OpenCase {
        let body = Case(
            number: "P-1",
            titles: [FreeText("State v. Nobody", .english)!],
            jurisdiction: Token(pack)!,
            timeZone: "Europe/London",
            language: .english,
            openedAt: Moment("2026-03-13T10:00:00Z")!
        )
        let openCase = try TestOffice().open().open(new: body)
        try openCase.record(drafts: Drafts.of(drafts.joined()))
        return openCase
    }

    @Test(arguments: situations)
    func `are protected as the table says`(situation: Situation) throws {
        let openCase = try Self.newCase(situation.pack, situation.drafts)
        let pack = try Self.packs[situation.pack]!.get()
        let id = try openCase.record(named: "X", kinds: [.person])
        let found = try openCase.protection(by: pack).first { $0.person.person == id }
        #expect(found?.person.standing == situation.standing)
        #expect(found?.person.rules.map(\.code) ?? [] == situation.rules)
        // Who stands in the file by name, an accused aside, is told of.
        let isAccused = situation.name.contains("accused")
        #expect(found?.isNamed ?? false == (situation.standing == .isProtected && !isAccused))
        #expect(found?.isUnclear ?? false == (situation.standing == .maybe))
        #expect(found.map { !$0.name.contains("X") } ?? true)
    }

    @Test func `a victim under a pseudonym is protected and told of by the pseudonym`() throws {
        let openCase = try Self.newCase(
            "in",
            Self.accused + [
                Self.person("Jonaki", Self.born("2012-01-01Z"), pseudonym: true),
                Self.party("Jonaki", "victim", "V1"),
                Self.charge("pocso-4", "POCSO", "4"),
            ]
        )
        let people = try openCase.protection(by: Self.packs["in"]!.get())
        #expect(people.map(\.name) == ["V1 Jonaki"])
        #expect(people.map(\.hasPseudonym) == [true])
        #expect(people.map(\.hasIdentity) == [false])
        #expect(people.map(\.isNamed) == [false])
        #expect(
            people.map { Set($0.person.rules.map(\.code)) } == [["victim-of-sexual-offence", "child-victim"]]
        )
    }

    @Test func `a role by which a named person would be protected is refused with the law`() throws {
        let openCase = try Self.newCase("in", [Self.person("Real Name", Self.born("2012-01-01Z"))])
        let size = try openCase.size()
        let party = Drafts.of(Self.party("Real Name", "victim", "V1"))
        do {
            try openCase.record(drafts: party, kind: .party, keepingNames: true)
            Issue.record("it was recorded")
        } catch CaseworkError.protectedByName(let who, let why, let law) {
            #expect(who == "V1")
            #expect(why == ["child victim: below 18 when it was done or told"])
            #expect(law.contains("POCSO s.23"))
        }
        #expect(try openCase.size() == size)
        try openCase.record(
            drafts: Drafts.of(Self.party("Real Name", "accused", "A1")),
            kind: .party,
            keepingNames: true
        )
    }

    @Test func `the readiness report tells of a name once, and of whom it cannot be told`() throws {
        let named = try Self.newCase(
            "in",
            Self.victim(Self.born("1999-01-01Z"), Self.charge("bns-64", "BNS", "64"))
        )
        let rules = try named.check().report.findings.map(\.rule)
        #expect(
            rules.filter { ["protected-under-name", "protection.named"].contains($0) } == [
                "protected-under-name"
            ]
        )

        let unclear = try Self.newCase(
            "in",
            Self.victim(Self.between(16, 19), Self.charge("itpa-3-1", "ITPA", "3(1)"))
        )
        let finding = try #require(
            try unclear.check().report.findings.first { $0.rule == "protection.unclear" }
        )
        #expect(finding.text == "V1: child victim: below 18 when it was done or told")
        #expect(finding.severity == .warning)
        #expect(finding.remedy.contains("pseudonym"))

        // No rule of the pack tells of an informant.
        let informant = try Self.newCase(
            "in",
            [Self.person("X", Self.between(30, 40)), Self.party("X", "informant", "I1")]
        )
        let blocker = try #require(
            try informant.check().report.findings.first { $0.rule == "protection.named" }
        )
        #expect(blocker.severity == .blocker)
        #expect(blocker.confidence == .memory)
    }
}
