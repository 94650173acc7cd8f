import Foundation
import Testing

/// `dossier deadlines` and `dossier chronology` on a case of England and Wales, whose pack is small.
@Suite struct `Clocks and chronology` {
    /// A case with one arrest, by its number of hours ago.
    private func desk(jurisdiction: String = "ew", _ bodies: String...) throws -> Desk {
        let desk = try Desk()
        desk.environment["DOSSIER_HOME"] = desk.home
        let steps = [
            try desk.run("init", "--agency", "Anti-Human Trafficking Unit", "--code", "AHTU-KOL"),
            try desk.run(
                "case",
                "new",
                "--number",
                "KOL-7",
                "--title",
                "R v. Nobody",
                "--jurisdiction",
                jurisdiction,
                "--time-zone",
                "Europe/London"
            ),
            try desk.run("add", "drafts", "KOL-7", "--from", "-", input: Desk.setting),
            try desk.run("add", "drafts", "KOL-7", "--from", "-", input: Desk.drafts(bodies.joined())),
        ]
        if let failed = steps.first(where: { $0.status != 0 }) { throw Desk.Unexpected(result: failed) }
        return desk
    }

    private static let accused =
        "<person><name language=\"en\">Somebody Protected</name><sex>male</sex></person>"
        + "<party><person to=\"Somebody Protected\"/><role>accused</role><code>A1</code></party>"

    private static func arrest(_ detention: String) -> String {
        "<arrest><accused to=\"A1\"/><at>2026-03-28T10:00:00Z</at><arrestingOfficer to=\"Officer\"/>"
            + "<policeCustody><recordNumber>CR 1</recordNumber><arrivedAt>2026-03-28T11:00:00Z</arrivedAt>"
            + "<custodyOfficer to=\"Keeper\"/>\(detention)</policeCustody></arrest>"
    }

    @Test func `a deadline of the case's own runs, is missed, and goes into a calendar without a name`()
        throws
    {
        let desk = try desk(
            Self.accused,
            "<deadline><rule>our-report</rule><title language=\"en\">Report of the bank</title><accused to=\"A1\"/>"
                + "<runsFrom>2026-03-28T11:00:00Z</runsFrom><due>2026-03-30T11:00:00+01:00</due></deadline>"
        )
        let running = try desk.run(
            "deadlines",
            "KOL-7",
            "--as-of",
            "2026-03-29",
            "--ics",
            desk.folder + "/a.ics"
        )
        #expect(running.status == 0, "\(running)")
        let row = running.lines.dropFirst().first?.split(separator: " ").prefix(4).joined(separator: " ")
        #expect(row == "2026-03-30 11:00 running A1", "\(running)")
        let calendar = String(
            decoding: try #require(FileManager.default.contents(atPath: desk.folder + "/a.ics")),
            as: UTF8.self
        )
        #expect(calendar.contains("SUMMARY:KOL-7 A1: Report of the bank\r\n"))
        #expect(calendar.contains("DTEND:20260330T100000Z\r\n"))
        #expect(!calendar.contains("Somebody"))

        let missed = try desk.run("deadlines", "KOL-7", "--as-of", "2026-03-31", "--json")
        #expect(missed.status == 1, "\(missed)")
        let clocks = try #require(missed.value("clocks") as? [[String: Any]])
        #expect(clocks.map { $0["state"] as? String } == ["missed"])
        #expect(clocks.map { $0["minutes"] as? Int } == [2219])
        #expect(missed.value("zone") as? String == "Europe/London")
    }

    @Test func `the clocks of the pack are counted in the case's zone, summer time too`() throws {
        let desk = try desk(Self.accused, Self.arrest(""))
        let shown = try desk.run("deadlines", "KOL-7", "--as-of", "2026-03-28T20:00:00Z", "--all", "--json")
        let clocks = try #require(shown.value("clocks") as? [[String: Any]])
        #expect(!clocks.isEmpty, "\(shown)")
        // 24 hours after eleven are noon by the clock: it was put forward in between.
        let dues = clocks.compactMap { ($0["due"] as? [String: Any])?["earliest"] as? String }
        #expect(dues.contains("2026-03-29T12:00:00+01:00"), "\(dues)")
    }

    @Test func `a calendar that cannot be written, and a date that is none, are errors of input`() throws {
        let desk = try desk(Self.accused)
        #expect(try desk.run("deadlines", "KOL-7", "--ics", desk.folder + "/no/such/a.ics").status == 2)
        #expect(try desk.run("deadlines", "KOL-7", "--as-of", "soon").status == 2)
        #expect(try desk.run("chronology", "KOL-7", "--from", "soon").status == 2)
        #expect(try desk.run("chronology", "KOL-7", "--person", "A9").status == 2)
    }

    @Test func `the chronology is one line of time, with its contradictions`() throws {
        let desk = try desk(
            Self.accused,
            Self.arrest(""),
            "<document><kind>letter</kind><number>L 1</number><title language=\"en\">Letter</title>"
                + "<date>2026-03-28+00:00</date></document>"
        )
        let sound = try desk.run("chronology", "KOL-7", "--until", "2026-03-28")
        #expect(sound.status == 0, "\(sound)")
        let times = sound.lines.dropFirst().map { String($0.prefix(16)) }
        #expect(
            Array(times.prefix(3)) == ["sometime on 28 M", "2026-03-28 10:00", "2026-03-28 11:00"],
            "\(sound)"
        )
        #expect(sound.out.contains("no contradictions between sources"))

        let two = try desk.run(
            "add",
            "drafts",
            "KOL-7",
            "--from",
            "-",
            input: Desk.drafts(
                "<search><kind>premises</kind><place to=\"Flat 3B\"/><startedAt>2026-03-28T09:00:00Z</startedAt>"
                    + "<endedAt>2026-03-28T12:00:00Z</endedAt><leader to=\"Officer\"/></search>",
                "<statement><kind>mg11</kind><maker to=\"Witness One\"/><recorder to=\"Officer\"/><place to=\"Malkhana\"/>"
                    + "<startedAt>2026-03-28T10:00:00Z</startedAt><endedAt>2026-03-28T10:30:00Z</endedAt>"
                    + "<languageSpoken>en</languageSpoken><languageWritten>en</languageWritten>"
                    + "<paragraph><number>1</number><text language=\"en\">Seen.</text></paragraph></statement>"
            )
        )
        #expect(two.status == 0, "\(two)")
        let found = try desk.run("chronology", "KOL-7", "--json")
        #expect(found.status == 1, "\(found)")
        let contradictions = try #require(found.value("contradictions") as? [[String: Any]])
        #expect(contradictions.map { $0["code"] as? String } == ["two-places"])
        let facts = try #require(found.value("facts") as? [[String: Any]])
        #expect(facts.filter { $0["contradicted"] as? Bool == true }.count == 2)
        let ofA1 = try desk.run("chronology", "KOL-7", "--person", "A1", "--language", "hi")
        #expect(ofA1.out.contains("गिरफ्तारी"))
        #expect(!ofA1.out.contains("L 1"))
    }
}
