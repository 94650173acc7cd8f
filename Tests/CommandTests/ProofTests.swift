import Testing

@Suite struct `The commands charge and proof` {
    /// A case of England and Wales with one defendant and two exhibits.
    private func desk() throws -> Desk {
        let desk = try Desk()
        desk.environment["DOSSIER_HOME"] = desk.home
        let drafts = Desk.drafts(
            """
            <person><name language="en">Smith</name><sex>female</sex></person>
            <person><name language="en">Nobody</name><sex>male</sex></person>
            <person><pseudonym>Amber</pseudonym><sex>female</sex></person>
            <party><person to="Nobody"/><role>defendant</role><code>D1</code></party>
            <party><person to="Amber"/><role>victim</role><code>V1</code></party>
            <party><person to="Smith"/><role>witness</role><code>W1</code></party>
            """ + Desk.exhibit("AB/1") + Desk.exhibit("AB/2")
        )
        for (arguments, input) in [
            (["init", "--agency", "A unit", "--code", "UNIT"], nil),
            (["case", "new", "--number", "EW-1", "--title", "R v Nobody", "--jurisdiction", "ew"], nil),
            (["add", "drafts", "EW-1", "--from", "-"], drafts),
        ] as [([String], String?)] {
            let result = try desk.run(arguments, input: input)
            #expect(result.status == 0, "\(arguments): \(result)")
        }
        return desk
    }

    private func charge(_ desk: Desk, _ more: String...) throws -> Dossier.Result {
        try desk.run(
            [
                "charge", "EW-1", "--accused", "D1", "--offence", "soa1956-33", "--from", "2026-01-01",
                "--until", "2026-03-13", "--victim", "V1", "--count", "1", "--role", "Kept the keys.",
            ] + more
        )
    }

    /// Links an exhibit to an element that a charge has only once.
    private func prove(_ desk: Desk, _ code: String, by mark: String) throws {
        let shown = try desk.run("case", "show", "EW-1", "--kind", "element", "--json")
        let elements = shown.json?.compactMap { $0 as? [[String: Any]] }.flatMap { $0 } ?? []
        for element in elements {
            guard let id = element["id"] as? String,
                try desk.run("case", "show", "EW-1", "--record", id, "--xml").out.contains("<code>\(code)<")
            else { continue }
            let proof = Desk.drafts(
                "<proof><element to=\"\(id)\"/><exhibit to=\"\(mark)\"/><manner>direct</manner>"
                    + "<bearing>supports</bearing><witness to=\"Smith\"/></proof>"
            )
            let result = try desk.run("add", "proof", "EW-1", "--from", "-", input: proof)
            #expect(result.status == 0, "\(result)")
            return
        }
        Issue.record("no element \(code): \(shown)")
    }

    @Test func `charge an accused, show what is missing, prove it and strike it out`() throws {
        let desk = try desk()
        let charged = try charge(desk)
        #expect(charged.status == 0, "\(charged)")
        #expect(charged.lines.first?.hasPrefix("charge") == true)
        #expect(charged.lines.count > 5)

        let missing = try desk.run("proof", "EW-1")
        #expect(missing.status == 1, "\(missing)")
        #expect(missing.out.contains("✗ unproved"))
        #expect(missing.out.contains("D1 count 1, SOA1956 s.33"))
        #expect(!missing.out.contains("\u{1B}"))

        for (code, mark) in [
            ("place-resorted-to", "AB/1"), ("more-than-one-woman", "AB/1"), ("manages", "AB/2"),
        ] { try prove(desk, code, by: mark) }
        let proved = try desk.run("proof", "EW-1")
        #expect(proved.status == 0, "\(proved)")
        #expect(proved.out.contains("✓ stands"))
        #expect(proved.out.contains("AB/1  direct  W1"))
        #expect(proved.out.contains("single points of failure (3)"))

        for name in ["AB/2", "W1", "Smith"] {
            let without = try desk.run("proof", "EW-1", "--without", name)
            #expect(without.status == 1, "\(without)")
            #expect(without.lines.first?.hasPrefix("without \(name)") == true, "\(without)")
            #expect(without.out.contains("nothing is left against: D1"))
        }
        let harmless = try desk.run("proof", "EW-1", "--without", "Amber")
        #expect(harmless.status == 0, "\(harmless)")
        #expect(harmless.out.contains("no element falls with it"))
    }

    @Test func `a page has room for the terminal's columns and no more`() throws {
        let desk = try desk()
        #expect(try charge(desk).status == 0)
        for columns in [80, 120] {
            desk.environment["COLUMNS"] = "\(columns)"
            let page = try desk.run("proof", "EW-1", "--hints")
            #expect(page.lines.allSatisfy { $0.count <= columns }, "\(page)")
        }
    }

    @Test func `JSON has the tree, what proves it and what falls`() throws {
        let desk = try desk()
        #expect(try charge(desk).status == 0)
        try prove(desk, "manages", by: "AB/2")
        let json = try desk.run("proof", "EW-1", "--without", "AB/2", "--json")
        #expect(json.json?.count == 1)
        let charge = try #require((json.value("charges") as? [[String: Any]])?.first)
        #expect(charge["proved"] as? Bool == false)
        let root = try #require(charge["element"] as? [String: Any])
        #expect(root["join"] as? String == "all")
        let without = try #require(json.value("without") as? [String: Any])
        #expect(without["names"] as? [String] == ["AB/2"])
        #expect(
            ((without["losses"] as? [[String: Any]])?.first?["elements"] as? [String])?.contains("manages")
                == true
        )
    }

    @Test func `an offence that was not law on that day is recorded and told`() throws {
        let desk = try desk()
        let early = try desk.run(
            "charge",
            "EW-1",
            "--accused",
            "D1",
            "--offence",
            "msa-2-1",
            "--from",
            "2015-07-30",
            "--role",
            "Did it."
        )
        #expect(early.status == 0, "\(early)")
        #expect(early.err.contains("law only from 2015-07-31"), "\(early)")
    }

    @Test func `what cannot be found is refused with what there is`() throws {
        let desk = try desk()
        #expect(try charge(desk).status == 0)
        for (arguments, says) in [
            (
                ["charge", "EW-1", "--accused", "D1", "--offence", "soa1956", "--from", "2026-01-01"],
                "soa1956-33"
            ),
            (
                ["charge", "EW-1", "--accused", "D9", "--offence", "msa-2-1", "--from", "2026-01-01"],
                "no record 'D9'"
            ),
            (
                ["charge", "EW-1", "--accused", "D1", "--offence", "msa-2-1", "--from", "spring"],
                "a time such as"
            ),
            (["proof", "EW-1", "--without", "AB/9"], "no record 'AB/9'"),
            (["proof", "EW-1", "--accused", "D9"], "no record 'D9'"),
            (["proof", "EW-1", "--charge", "7"], "no record '7'"),
        ] {
            let result = try desk.run(arguments)
            #expect(result.status == 2, "\(arguments): \(result)")
            #expect(result.err.contains(says), "\(arguments): \(result)")
        }
    }
}
