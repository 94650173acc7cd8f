import Foundation
import Testing

/// The way of the README: from an empty folder to a bundle that verifies.
@Suite struct `A first case of one's own` {
    @Test func `goes from init to a verified bundle`() throws {
        let desk = try Desk()
        let home = desk.home

        // init: options may stand before the verb and after it.
        let made = try desk.run(
            "--home",
            home,
            "init",
            "--agency",
            "Anti-Human Trafficking Unit",
            "--code",
            "AHTU-KOL"
        )
        #expect(made.status == 0, "\(made)")
        #expect(try desk.run("case", "list", "--home", home).status == 0)
        desk.environment["DOSSIER_HOME"] = home

        let opened = try desk.run("case", "new", "--number", "KOL-7", "--title", "State v. Nobody", "--json")
        #expect(opened.status == 0, "\(opened)")
        #expect(opened.value("number") as? String == "KOL-7")

        // Records: from drafts, and by options.
        #expect(try desk.run("add", "drafts", "KOL-7", "--from", "-", input: Desk.setting).status == 0)
        for arguments in [
            ["person", "KOL-7", "--pseudonym", "Jonaki", "--sex", "female"],
            ["person", "KOL-7", "--name", "Sanjib Kayal", "--sex", "male", "--adult"],
        ] {
            let added = try desk.run(["add"] + arguments)
            #expect(added.status == 0, "\(added)")
        }
        let party = try desk.write(
            "party.xml",
            "<party xmlns=\"urn:dossier:casefile:1\"><person to=\"Sanjib Kayal\"/><role>accused</role><code>A1</code></party>"
        )
        #expect(try desk.run("add", "party", "KOL-7", "--from", party).status == 0)
        let arrest = try desk.run(
            "add",
            "arrest",
            "KOL-7",
            "--accused",
            "A1",
            "--at",
            minutesAgo(50),
            "--officer",
            "Officer",
            "--place",
            "Flat 3B",
            "--necessity",
            "He would have warned the others"
        )
        #expect(arrest.status == 0, "\(arrest)")
        let search = try desk.write(
            "search.xml",
            Desk.drafts(
                "<search label=\"the search\"><kind>search-and-seizure</kind><place to=\"Flat 3B\"/>"
                    + "<startedAt>\(minutesAgo(60))</startedAt><endedAt>\(minutesAgo(45))</endedAt>"
                    + "<leader to=\"Officer\"/></search>"
            )
        )
        let searched = try desk.run("add", "search", "KOL-7", "--from", search, "--json")
        #expect(searched.status == 0, "\(searched)")
        let text = try desk.write("statement.txt", "I live in the lane.\n\nI saw the lock on the door.\n")
        let statement = try desk.run(
            "add",
            "statement",
            "KOL-7",
            "--kind",
            "s180",
            "--maker",
            "Witness One",
            "--recorder",
            "Officer",
            "--started-at",
            minutesAgo(30),
            "--text",
            text
        )
        #expect(statement.status == 0, "\(statement)")
        let charge = try desk.run(
            "add",
            "charge",
            "KOL-7",
            "--accused",
            "A1",
            "--offence",
            "itpa-3-1",
            "--act",
            "ITPA",
            "--section",
            "3(1)",
            "--on",
            minutesAgo(60)
        )
        #expect(charge.status == 0, "\(charge)")

        // Evidence: a folder with a duplicate in it, then a folder as one exhibit.
        try desk.write("phone/a.txt", "a message")
        try desk.write("phone/b.txt", "another message")
        try desk.write("phone/copy of a.txt", "a message")
        let evidence = try desk.run(
            "add",
            "evidence",
            "KOL-7",
            desk.folder + "/phone",
            "--prefix",
            "DC",
            "--json"
        )
        #expect(evidence.status == 0, "\(evidence)")
        let items = try #require(evidence.json as? [[String: Any]])
        #expect(items.compactMap { $0["exhibit"] as? String } == ["DC/1", "DC/2", "DC/3"])
        #expect(items.count { $0["duplicate"] as? Bool == true } == 1)
        try desk.write("book/page 1.txt", "one")
        try desk.write("book/page 2.txt", "two")
        let book = try desk.run(
            "add",
            "evidence",
            "KOL-7",
            desk.folder + "/book",
            "--as-one",
            "--mark",
            "KT/3",
            "--category",
            "documentary",
            "--description",
            "A register"
        )
        #expect(book.status == 0, "\(book)")

        // Custody: seize, seal, deposit.
        for arguments in Self.custody {
            let event = try desk.run(["custody", "KOL-7", "KT/3"] + arguments)
            #expect(event.status == 0, "\(arguments): \(event)")
        }
        let shown = try desk.run("custody", "KOL-7", "KT/3")
        #expect(shown.status == 0, "\(shown)")
        #expect(shown.lines.first == "KT/3: 3 events")

        // What breaks the chain is refused, and recorded where another reports it.
        let size = try Self.size(desk)
        let wrong = [
            "custody", "KOL-7", "KT/3", "transfer-out", "--at", minutesAgo(5), "--from", "Officer", "--to",
            "Witness Two",
        ]
        let refused = try desk.run(wrong)
        #expect(refused.status == 1, "\(refused)")
        #expect(refused.out.isEmpty)
        #expect(refused.err.contains("custody.releaser-not-custodian"))
        #expect(try Self.size(desk) == size)
        let reported = try desk.run(wrong + ["--reported-by", "LAB", "--json"])
        #expect(reported.status == 1, "\(reported)")
        #expect(try Self.size(desk) == size + 1)
        let id = try #require(reported.value("id") as? String)
        let xml = try desk.run("case", "show", "KOL-7", "--record", id, "--xml")
        #expect(xml.out.contains("<finding>custody.releaser-not-custodian</finding>"), "\(xml)")

        // Corrections: by one element, and by a draft.
        let set = try desk.run(
            "amend",
            "KOL-7",
            "KT/3",
            "--set",
            "description=A red register",
            "--reason",
            "Its colour"
        )
        #expect(set.status == 0, "\(set)")
        let draft = try desk.run("case", "show", "KOL-7", "--record", "KT/3", "--draft")
        #expect(draft.status == 0)
        let from = try desk.run(
            "amend",
            "KOL-7",
            "KT/3",
            "--from",
            "-",
            "--reason",
            "Counted",
            input: draft.out.replacing("A red register", with: "A red register of 96 leaves")
        )
        #expect(from.status == 0, "\(from)")
        let versions = try desk.run("case", "show", "KOL-7", "--record", "KT/3", "--json")
        #expect(
            (versions.json?.first as? [[String: Any]])?.compactMap { $0["version"] as? Int } == [1, 2, 3]
        )

        // The log.
        let log = try desk.run("log", "KOL-7")
        #expect(log.status == 0)
        #expect(log.lines.count == (try Self.size(desk)))
        let held = try desk.run("log", "KOL-7", "--verify")
        #expect(held.status == 0, "\(held)")

        // The bundle.
        let exported = try desk.run("export", "KOL-7", "--to", desk.folder + "/out", "--json")
        #expect(exported.status == 0, "\(exported)")
        let bundle = try #require(exported.value("path") as? String)
        let verified = try desk.run("verify", bundle, "--trust", home + "/trust-this-office.pem")
        // The event that was reported breaks a rule of custody, and the bundle says so.
        #expect(verified.status == 1, "\(verified)")
        #expect(verified.out.contains("\nverified  KOL-7"))
        #expect(verified.out.contains("trusted by"))
        #expect(verified.lines.allSatisfy { !$0.hasPrefix("failure") })
        #expect(try desk.run("log", "KOL-7", "--verify").status == 0)
        // Nothing of the work stays behind.
        #expect(desk.contents(home + "/work") == [])
    }

    /// Seized on the spot, sealed there, deposited: nothing in it breaks a rule.
    static var custody: [[String]] {
        [
            [
                "seize", "--at", minutesAgo(40), "--to", "Officer", "--place-to", "Flat 3B", "--authority",
                "statute", "--condition", "Whole", "--witness", "Witness One", "--witness", "Witness Two",
                "--received-signed", "--document", "SL 1",
            ],
            [
                "seal", "--at", minutesAgo(38), "--place-from", "Flat 3B", "--place-to", "Flat 3B",
                "--packaging",
                "In paper", "--seal-after", "S 1", "--seal-holder", "Witness One", "--witness", "Witness One",
                "--witness", "Witness Two", "--condition", "Whole",
            ],
            [
                "deposit", "--at", minutesAgo(20), "--from", "Officer", "--to", "Keeper", "--place-from",
                "Flat 3B", "--place-to", "Malkhana", "--purpose", "Safe custody", "--seal-before", "S 1",
                "--seal-after", "S 1", "--seal-intact", "--released-signed", "--received-signed",
                "--document",
                "GD 12", "--condition", "Whole",
            ],
        ]
    }

    static func size(_ desk: Desk) throws -> Int {
        try #require(desk.run("case", "show", "KOL-7", "--json").value("records") as? Int)
    }
}
