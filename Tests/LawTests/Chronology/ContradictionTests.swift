import CaseFile
import Testing
import XML

@testable import Law

/// Each contradiction: a sound story, and changes of it that make it one, or that must not.
@Suite struct `Contradictions between sources` {
    struct Story: Sendable, CustomTestStringConvertible {
        let code: String
        let records: String
        /// Each with what it puts in the place of what.
        let fires: [(old: String, new: String)]
        var holds: [(old: String, new: String)] = []

        var testDescription: String { code }
    }

    private static func id(_ number: Int) -> String { SmallClocks.id(number) }
    private static func record(_ kind: String, _ number: Int, _ body: String) -> String {
        "<\(kind) id=\"\(id(number))\">\(body)</\(kind)>"
    }
    private static func to(_ name: String, _ number: Int) -> String { "<\(name) to=\"\(id(number))\"/>" }

    static let stories: [Story] = [
        Story(
            code: "seizure-times",
            records: record("exhibit", 10, "<mark>KT-1</mark><seizedAt>2026-03-13T19:34:00+05:30</seizedAt>")
                + record(
                    "custodyEvent",
                    11,
                    to("exhibit", 10) + "<event>seize</event><at>2026-03-13T19:34:00+05:30</at>"
                ),
            fires: [
                ("<at>2026-03-13T19:34", "<at>2026-03-13T19:36"),
                ("<at>2026-03-13T19:34", "<at>2026-03-13T18:34"),
                ("<seizedAt>2026-03-13T19:34:00+05:30", "<seizedAt>2026-03-14+05:30"),
                ("<event>seize</event><at>2026-03-13T19:34", "<event>receive</event><at>2026-03-13T18:34"),
            ],
            holds: [
                ("<at>2026-03-13T19:34", "<at>2026-03-13T19:35"),
                ("<seizedAt>2026-03-13T19:34:00+05:30", "<seizedAt>2026-03-13+05:30"),
                ("<at>2026-03-13T19:34:00+05:30", "<at>2026-03-13T14:04:00Z"),
                ("<seizedAt>2026-03-13T19:34", "<seizedAt approximate=\"true\">2026-03-13T19:00"),
                ("<event>seize</event><at>2026-03-13T19:34", "<event>receive</event><at>2026-03-13T20:34"),
            ]
        ),
        Story(
            code: "outside-search",
            records: record(
                "search",
                10,
                "<startedAt>2026-03-13T17:40:00+05:30</startedAt><endedAt>2026-03-13T21:20:00+05:30</endedAt>"
                    + "<removed>\(to("person", 3))<removedAt>2026-03-13T17:55:00+05:30</removedAt></removed>"
            )
                + record(
                    "exhibit",
                    11,
                    "<mark>KT-1</mark>\(to("search", 10))<seizedAt>2026-03-13T19:34:00+05:30</seizedAt>"
                ),
            fires: [
                ("<seizedAt>2026-03-13T19:34", "<seizedAt>2026-03-13T17:39"),
                ("<seizedAt>2026-03-13T19:34:00+05:30", "<seizedAt>2026-03-14+05:30"),
                ("<removedAt>2026-03-13T17:55", "<removedAt>2026-03-13T16:55"),
            ],
            holds: [("<seizedAt>2026-03-13T19:34:00+05:30", "<seizedAt>2026-03-13+05:30")]
        ),
        Story(
            code: "arrest-times",
            records: record(
                "party",
                10,
                "<role>accused</role><status><state>arrested</state><since>2026-03-13T20:05:00+05:30</since></status>"
            )
                + record("arrest", 11, to("accused", 10) + "<at>2026-03-13T20:05:00+05:30</at>"),
            fires: [
                ("<at>2026-03-13T20:05", "<at>2026-03-13T22:05"),
                ("<since>2026-03-13T20:05:00+05:30", "<since>2026-03-12+05:30"),
            ],
            holds: [
                ("<since>2026-03-13T20:05:00+05:30", "<since>2026-03-13+05:30"),
                ("<state>arrested</state><since>2026-03-13", "<state>absconding</state><since>2026-03-10"),
            ]
        ),
        Story(
            code: "information-order",
            records: record(
                "case",
                10,
                "<firstInformation><receivedAt>2026-03-12T18:10:00+05:30</receivedAt>"
                    + "<registeredAt>2026-03-12T18:35:00+05:30</registeredAt></firstInformation>"
            ),
            fires: [("<registeredAt>2026-03-12T18:35", "<registeredAt>2026-03-12T18:05")],
            holds: [("<registeredAt>2026-03-12T18:35:00+05:30", "<registeredAt>2026-03-12+05:30")]
        ),
        Story(
            code: "examined-elsewhere",
            records: record("agency", 10, "<code>LAB</code>")
                + record("place", 11, "<name>L</name>" + to("agency", 10))
                + record("exhibit", 12, "<mark>KT-1</mark>")
                + record(
                    "custodyEvent",
                    13,
                    to("exhibit", 12) + "<event>transfer-in</event><at>2026-03-17T11:40:00+05:30</at>"
                        + to("placeTo", 11)
                )
                + record(
                    "custodyEvent",
                    14,
                    to("exhibit", 12) + "<event>transfer-out</event><at>2026-04-10T08:00:00+05:30</at>"
                        + to("placeFrom", 11)
                )
                + record(
                    "examination",
                    15,
                    to("exhibit", 12)
                        + "<startedAt>2026-03-18T10:00:00+05:30</startedAt><endedAt>2026-04-09T10:00:00+05:30</endedAt>"
                        + to("agency", 10)
                ),
            fires: [
                ("<startedAt>2026-03-18", "<startedAt>2026-03-16"),
                ("<endedAt>2026-04-09", "<endedAt>2026-04-11"),
            ],
            holds: [
                ("<startedAt>2026-03-18T10:00:00+05:30", "<startedAt>2026-03-17+05:30"),
                // Another laboratory, of which custody says nothing.
                (
                    "<startedAt>2026-03-18T10:00:00+05:30</startedAt>",
                    "<startedAt>2026-03-16T10:00:00+05:30</startedAt><agency to=\"\(id(99))\"/>"
                ),
            ]
        ),
        Story(
            code: "document-date",
            records: record("document", 10, "<number>AM 1</number><date>2026-03-13T20:30:00+05:30</date>")
                + record("document", 11, "<number>R 1</number><date>2026-04-10+05:30</date>")
                + record(
                    "arrest",
                    12,
                    "<memo><preparedAt>2026-03-13T20:10:00+05:30</preparedAt>\(to("document", 10))</memo>"
                )
                + record(
                    "examination",
                    13,
                    "<startedAt>2026-03-18T10:00:00+05:30</startedAt><reportedAt>2026-04-10T09:00:00+05:30</reportedAt>"
                        + to("report", 11)
                ),
            fires: [
                ("<date>2026-03-13T20:30", "<date>2026-03-14T20:30"),
                ("<date>2026-04-10", "<date>2026-04-12"),
                ("<date>2026-04-10", "<date>2026-03-10"),
            ],
            holds: [
                ("<date>2026-03-13T20:30:00+05:30", "<date>2026-03+05:30"),
                ("<date>2026-03-13T20:30:00+05:30", "<date approximate=\"true\">2026-03-20+05:30"),
                ("<date>2026-04-10", "<date>2026-04-09"),
            ]
        ),
        Story(
            code: "authority-date",
            records: record("document", 10, "<number>GR 1</number><date>2026-03-16T15:40:00+05:30</date>")
                + record(
                    "custodyEvent",
                    11,
                    "<authority><kind>court-order</kind><number>GR 1</number><date>2026-03-16+05:30</date>\(to("document", 10))</authority>"
                ),
            fires: [("<date>2026-03-16+05:30", "<date>2026-03-17+05:30")],
            holds: [
                ("<date>2026-03-16+05:30", "<date>2026-03+05:30"),
                (
                    "court-order</kind><number>GR 1</number><date>2026-03-16",
                    "register-entry</kind><number>GR 1</number><date>2026-03-18"
                ),
            ]
        ),
        Story(
            code: "certified-before-seizure",
            records: record("exhibit", 10, "<mark>KT-7</mark><seizedAt>2026-03-13T19:08:00+05:30</seizedAt>")
                + record(
                    "custodyEvent",
                    11,
                    to("exhibit", 10) + "<event>seize</event><at>2026-03-13T19:08:00+05:30</at>"
                )
                + record(
                    "certificate",
                    12,
                    to("exhibit", 10) + "<signedAt>2026-04-10T10:00:00+05:30</signedAt>"
                ),
            fires: [("<signedAt>2026-04-10", "<signedAt>2026-03-10")],
            holds: [
                ("<signedAt>2026-04-10T10:00:00+05:30", "<signedAt>2026-03-13+05:30"),
                // Who hands over certifies before.
                ("<event>seize</event>", "<event>receive</event>"),
            ]
        ),
        Story(
            code: "charge-outside-incident",
            records: record(
                "incident",
                10,
                "<title>I</title><from>2026-02-09T20:00:00+05:30</from><until>2026-03-13T17:55:00+05:30</until>"
            )
                + record(
                    "charge",
                    11,
                    to("accused", 2)
                        + "<offence>bns-99</offence><from>2026-02-09+05:30</from><until>2026-03-13+05:30</until>"
                        + to("incident", 10)
                ),
            fires: [
                ("<from>2026-02-09+05:30", "<from>2025-11-01+05:30"),
                ("<until>2026-03-13+05:30", "<until>2026-03-14+05:30"),
                ("<until>2026-03-13+05:30</until>", "<until>2026-04+05:30</until>"),
            ],
            holds: [
                ("<from>2026-02-09+05:30", "<from>2026-02+05:30"), ("<until>2026-03-13+05:30</until>", ""),
                ("<from>2026-02-09+05:30", "<from approximate=\"true\">2026-01+05:30"),
            ]
        ),
        Story(
            code: "ages",
            records: record(
                "person",
                10,
                "<age><birthDate>2011-06-02+05:30</birthDate></age>"
                    + "<age><atLeast>14</atLeast><atMost>16</atMost><asOf>2026-03-14+05:30</asOf></age>"
            )
                + record(
                    "statement",
                    11,
                    to("maker", 10)
                        + "<startedAt>2026-03-15T11:00:00+05:30</startedAt><makerAge>14</makerAge>"
                ),
            fires: [
                ("<birthDate>2011-06-02", "<birthDate>2008-06-02"), ("<makerAge>14", "<makerAge>17"),
                ("<atLeast>14</atLeast>", "<atLeast>15</atLeast>"),
                // On the birthday one is a year older, on the day before not yet.
                ("<birthDate>2011-06-02", "<birthDate>2011-03-15"),
            ],
            holds: [
                ("<birthDate>2011-06-02", "<birthDate>2011-06"), ("<birthDate>2011-06-02", "<birthDate>2011"),
                ("<birthDate>2011-06-02", "<birthDate approximate=\"true\">1990-06-02"),
                ("<birthDate>2011-06-02", "<birthDate>2011-03-16"),
            ]
        ),
        Story(
            code: "two-places",
            records: record("place", 10, "<name>Flat</name>") + record("place", 11, "<name>Station</name>")
                + record("place", 12, "<name>Room</name>" + to("parentPlace", 10))
                + record(
                    "search",
                    13,
                    to("place", 10)
                        + "<startedAt>2026-03-13T17:40:00+05:30</startedAt><endedAt>2026-03-13T21:20:00+05:30</endedAt>"
                        + to("leader", 3)
                )
                + record(
                    "arrest",
                    14,
                    "<at>2026-03-13T20:05:00+05:30</at>" + to("place", 12) + to("arrestingOfficer", 3)
                )
                + record(
                    "statement",
                    15,
                    to("maker", 4) + to("recorder", 3) + to("place", 11)
                        + "<startedAt>2026-03-13T21:20:00+05:30</startedAt><endedAt>2026-03-13T22:00:00+05:30</endedAt>"
                ),
            fires: [
                ("<startedAt>2026-03-13T21:20", "<startedAt>2026-03-13T21:00"),
                (
                    "\(to("place", 12))\(to("arrestingOfficer", 3))",
                    "\(to("place", 11))\(to("arrestingOfficer", 3))"
                ),
            ],
            holds: [
                ("<startedAt>2026-03-13T21:20:00+05:30", "<startedAt>2026-03-13+05:30"),
                ("<startedAt>2026-03-13T21:20", "<startedAt approximate=\"true\">2026-03-13T21:00"),
                (
                    "\(to("recorder", 3))\(to("place", 11))<startedAt>2026-03-13T21:20",
                    "\(to("recorder", 5))\(to("place", 11))<startedAt>2026-03-13T21:00"
                ),
                (
                    "\(to("recorder", 3))\(to("place", 11))<startedAt>2026-03-13T21:20",
                    "\(to("recorder", 3))\(to("place", 12))<startedAt>2026-03-13T21:00"
                ),
            ]
        ),
    ]

    private func contradictions(_ records: String) throws -> [Contradiction] {
        Chronology(
            of: try SmallClocks.caseFile(records),
            by: try FactTable(parsing: Checkout.bytes("templates/chronology.xml")),
            language: "en",
            naming: \.description
        ).contradictions
    }

    @Test func `each kind has a story`() {
        #expect(Set(Self.stories.map(\.code)) == Set(ContradictionRule.all.map(\.code)))
    }

    @Test(arguments: stories)
    func `a sound story has none, and each change shows its own`(story: Story) throws {
        #expect(try contradictions(story.records) == [])
        for change in story.fires {
            try #require(story.records.contains(change.old), "\(change.old)")
            let found = try contradictions(
                story.records.replacing(change.old, with: change.new, maxReplacements: 1)
            )
            #expect(Set(found.map(\.code)) == [story.code], "\(change.new)")
            #expect(found.allSatisfy { $0.sources.count >= 2 })
        }
        for change in story.holds {
            try #require(story.records.contains(change.old), "\(change.old)")
            let found = try contradictions(
                story.records.replacing(change.old, with: change.new, maxReplacements: 1)
            )
            #expect(found.map(\.code) == [], "\(change.new)")
        }
    }

    @Test func `both sources are told, each with its time, and marked in the line`() throws {
        let story = try #require(Self.stories.first { $0.code == "two-places" })
        let records = story.records.replacing(
            "<startedAt>2026-03-13T21:20",
            with: "<startedAt>2026-03-13T21:00"
        )
        let table = try FactTable(parsing: Checkout.bytes("templates/chronology.xml"))
        let caseFile = try SmallClocks.caseFile(records)
        let words = try SmallClocks.words()
        let names = CaseNames(of: caseFile, words: words, language: "en")
        let chronology = Chronology(of: caseFile, by: table, language: "en", naming: names.name)
        let texts = ChronologyTexts(words: words, table: table, language: "en", zone: "Asia/Kolkata")
        let text = texts.text(try #require(chronology.contradictions.first), naming: names.name)
        #expect(
            text.hasSuffix(
                "one person at two places at the same time — search 2026-03-13: search 2026-03-13 17:40 … 21:20, Flat"
                    + " | statement: statement 2026-03-13 21:00 … 22:00, Station"
            )
        )
        let marked = chronology.facts.filter { chronology.isContradicted($0) }
        #expect(marked.map(\.path) == ["search/startedAt", "statement/startedAt"])
    }
}
