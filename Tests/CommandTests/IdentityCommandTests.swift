import Foundation
import Testing

@Suite struct `The commands for identities` {
    @Test func `keep a name from the file and take it to one recipient`() throws {
        let desk = try Desk()
        try desk.openCase()
        desk.environment["DOSSIER_PASSPHRASE_FILE"] = try desk.write("passphrase", "four plain words here\n")
        // Temporary files are searched too.
        desk.environment["TMPDIR"] = desk.folder + "/temporary"
        try FileManager.default.createDirectory(
            atPath: desk.folder + "/temporary",
            withIntermediateDirectories: true
        )
        let person = try desk.run("add", "person", "KOL-7", "--protected", "--json")
        let pseudonym = try #require(person.value("label") as? String)
        let draft = """
            <identity xmlns="urn:dossier:casefile:1"><name language="en">Ratnabali Ghoshal</name>\
            <name language="bn">রত্নাবলী ঘোষাল</name></identity>
            """
        func add() throws -> Dossier.Result {
            try desk.run("identity", "add", "KOL-7", "--person", pseudonym, "--from", "-", input: draft)
        }
        let early = try add()
        #expect(early.status == 2)
        #expect(early.err.contains("dossier key recovery FILE"))
        let inside = try desk.run("key", "recovery", "home/recovery.pem")
        #expect(inside.status == 2, "\(inside)")
        #expect(try desk.run("key", "recovery", "recovery.pem").status == 0)
        #expect(try desk.run("key", "recovery", "again.pem").status == 2)

        let added = try add()
        #expect(added.status == 0, "\(added)")
        #expect(added.out.contains("identity of \(pseudonym)  2 terms"))
        #expect(added.err.contains("r.sen has no key yet"))
        let list = try desk.run("identity", "list", "KOL-7")
        #expect(list.out.contains(pseudonym) && list.out.contains("may be opened by r.sen"))
        #expect(!list.out.contains("Ratnabali"))

        // Nothing is shown to a pipe, and nothing recorded.
        let piped = try desk.run("identity", "show", "KOL-7", pseudonym, "--purpose", "A look")
        #expect(piped.status == 2 && piped.out.isEmpty)
        let shown = try desk.run(
            "identity",
            "show",
            "KOL-7",
            pseudonym,
            "--purpose",
            "A look",
            "--output",
            "clear.xml"
        )
        #expect(shown.status == 0 && !"\(shown)".contains("Ratnabali"), "\(shown)")
        let clear = String(
            decoding: try Data(contentsOf: URL(filePath: desk.folder + "/clear.xml")),
            as: UTF8.self
        )
        #expect(clear.contains("রত্নাবলী ঘোষাল"))
        try FileManager.default.removeItem(atPath: desk.folder + "/clear.xml")

        // The recovery key's owner is the recipient here.
        let key = try desk.run("key", "list", "--json")
        #expect(key.json?.count == 2)
        let exported = try desk.run(
            "export",
            "KOL-7",
            "--to",
            "out",
            "--sealed-for",
            desk.home + "/keys/recovery.pub"
        )
        #expect(exported.status == 0, "\(exported)")
        let bundle = try #require(desk.contents(desk.folder + "/out").first)
        for file in desk.contents(desk.folder) where !file.hasPrefix("recovery") {
            guard let data = FileManager.default.contents(atPath: desk.folder + "/" + file) else { continue }
            for name in ["Ratnabali", "রত্নাবলী"] where !file.hasSuffix("input") {
                #expect(data.range(of: Data(name.utf8)) == nil, "\(name) in \(file)")
            }
        }
        let unsealed = try desk.run(
            "unseal",
            "out/" + bundle,
            "--key",
            "recovery.pem",
            "--output",
            "opened",
            "--json"
        )
        #expect(unsealed.status == 0, "\(unsealed)")
        #expect(unsealed.value("records") as? Int == 1)
        let cover = String(
            decoding: try Data(contentsOf: URL(filePath: desk.folder + "/opened/1.xml")),
            as: UTF8.self
        )
        #expect(cover.contains("Ratnabali Ghoshal"))
        let wrong = try desk.run(
            "unseal",
            "out/" + bundle,
            "--key",
            desk.home + "/keys/users/r.sen.key",
            "--output",
            "no"
        )
        #expect(wrong.status == 2 && wrong.err.contains("does not open it"), "\(wrong)")

        let actions = try desk.run("case", "show", "KOL-7", "--kind", "access", "--json")
        #expect((actions.json?.first as? [Any])?.count == 5, "granted twice, read, scanned, sealed")
    }

    @Test func `say what is missing`() throws {
        let desk = try Desk()
        try desk.openCase()
        desk.environment["DOSSIER_PASSPHRASE_FILE"] = try desk.write("passphrase", "short\n")
        for (arguments, says) in [
            (["key", "new"], "fewer than 12 characters"),
            (["key", "show"], "no key of r.sen"),
            (["key", "add", "a.das", "passphrase"], "no key that can be used"),
            (["identity", "grant", "KOL-7", "a.das", "--purpose", "x"], "no key of r.sen"),
            (["identity", "revoke", "KOL-7", "a.das", "--purpose", "x"], "may not open"),
            (["identity", "add", "KOL-7", "--person", "Officer"], "--name"),
            (["identity", "add", "KOL-7", "--person", "Officer", "--name", "x"], "no recovery key"),
            (["add", "person", "KOL-7", "--name", "A Name", "--protected"], "--protected"),
        ] {
            let result = try desk.run(arguments)
            #expect(result.status == 2, "\(arguments): \(result)")
            #expect(result.err.contains(says), "\(arguments): \(result)")
        }
        desk.environment["DOSSIER_PASSPHRASE_FILE"] = nil
        #expect(try desk.run("key", "new").status == 2, "there is no terminal to ask on")
    }
}
