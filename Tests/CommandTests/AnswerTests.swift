import Testing

@Suite struct `The command answer` {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.openCase()
        let exhibit = Desk.drafts(Desk.exhibit("KT/1"))
        #expect(try desk.run("add", "exhibit", "KOL-7", "--from", "-", input: exhibit).status == 0)
        return desk
    }

    @Test func `answers a finding and lists the answers with their reasons`() throws {
        let desk = try desk()
        let empty = try desk.run("answer", "KOL-7", "--list")
        #expect(empty.status == 0 && empty.out.isEmpty, "\(empty)")
        let answered = try desk.run([
            "answer", "KOL-7", "seal-matches", "KT/1", "--reason", "Seal re-numbered by the court",
            "--decision", "explained", "--by", "Officer", "--until", "2099-01-01", "--finding", "1 seal",
        ])
        #expect(answered.status == 0, "\(answered)")
        let list = try desk.run("answer", "KOL-7", "--list")
        #expect(list.lines.first == "seal-matches  exhibit KT/1  explained", "\(list)")
        #expect(list.out.contains("Officer, "))
        #expect(list.out.contains(", until 2099-01-01"))
        #expect(list.out.contains("Seal re-numbered by the court"))

        let amended = try desk.run(
            "amend",
            "KOL-7",
            "KT/1",
            "--set",
            "description=A red book",
            "--reason",
            "Its colour"
        )
        #expect(amended.status == 0, "\(amended)")
        #expect(
            try desk.run("answer", "KOL-7", "--list").out.contains("open again: the record has version 2")
        )
        let json = try desk.run("answer", "KOL-7", "--list", "--json")
        #expect((json.json?.first as? [[String: Any]])?.first?["standing"] as? String == "outdated")
    }

    @Test func `wants a rule, a record of the case and a reason`() throws {
        let desk = try desk()
        for (arguments, says) in [
            (["answer", "KOL-7", "seal-matches", "KT/1"], "--reason"),
            (["answer", "KOL-7", "--reason", "Known"], "--list"),
            (["answer", "KOL-7", "seal-matches", "KT/9", "--reason", "Known"], "no record 'KT/9'"),
            (["answer", "KOL-7", "seal matches", "KT/1", "--reason", "Known"], "a word of the pack"),
            (
                ["answer", "KOL-7", "seal-matches", "KT/1", "--reason", "Known", "--decision", "yes"],
                "one of"
            ),
            (
                ["answer", "KOL-7", "seal-matches", "KT/1", "--reason", "Known", "--until", "2001-01-01"],
                "until"
            ),
        ] {
            let result = try desk.run(arguments)
            #expect(result.status == 2, "\(result)")
            #expect(result.out.isEmpty)
            #expect(result.err.contains(says), "\(result)")
        }
    }

    @Test func `writes in the language of the case, or as told`() throws {
        let desk = try Desk()
        try desk.openCase()
        let record = try #require(try desk.run("case", "show", "KOL-7", "--json").value("id") as? String)
        #expect(try desk.run("answer", "KOL-7", "a-rule", record, "--reason", "Known").status == 0)
        #expect(
            try desk.run("answer", "KOL-7", "b-rule", record, "--reason", "জানা", "--language", "bn").status
                == 0
        )
        let lines = try #require(
            try desk.run("case", "show", "KOL-7", "--kind", "answer", "--json").json?.first
                as? [[String: Any]]
        )
        let xml = try lines.map {
            try desk.run("case", "show", "KOL-7", "--record", $0["id"] as! String, "--xml").out
        }
        #expect(xml.map { $0.contains("<reason language=\"en\">Known</reason>") } == [true, false])
        #expect(xml.map { $0.contains("<reason language=\"bn\">জানা</reason>") } == [false, true])
    }
}
