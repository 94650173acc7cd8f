import Foundation
import Testing

@Suite struct `The exit status` {
    @Test func `is 2 for wrong use, and nothing is on standard output`() throws {
        let desk = try Desk()
        for arguments in [
            ["nonsense"], ["case", "new"], ["verify"], ["init", "--agency", "x"], ["--nonsense"],
            ["amend", "x", "y", "--reason", "z"], ["add", "evidence", "x"],
            ["init", "--agency", "X", "--code", "KOL", "--cert", "only.pem"],
            ["custody", "x", "y", "dance"],
        ] {
            let result = try desk.run(arguments)
            #expect(result.status == 2, "\(arguments): \(result)")
            #expect(result.out.isEmpty, "\(arguments)")
            #expect(!result.err.isEmpty, "\(arguments)")
        }
    }

    @Test func `is 3 where there is no office`() throws {
        let desk = try Desk()
        for arguments in [
            ["case", "list"], ["case", "show", "X"], ["log", "X"], ["export", "X"], ["custody", "X", "Y"],
            ["add", "evidence", "X", "/etc/hostname"], ["amend", "X", "Y", "--set", "a=b", "--reason", "c"],
        ] {
            let result = try desk.run(arguments + ["--home", desk.folder + "/nothing"])
            #expect(result.status == 3, "\(arguments): \(result)")
            #expect(result.err.contains("dossier init"))
        }
        // Looking for it makes nothing.
        #expect(!FileManager.default.fileExists(atPath: desk.folder + "/nothing"))
    }

    @Test func `is 2 for an office code that is none, and nothing is made`() throws {
        let desk = try Desk()
        for code in ["a", "lower", "-X", "A B", "", String(repeating: "A", count: 33)] {
            let result = try desk.run("init", "--agency", "X", "--code", code, "--home", desk.home)
            #expect(result.status == 2, "\(code): \(result)")
        }
        #expect(!FileManager.default.fileExists(atPath: desk.home))
    }

    @Test func `is 2 for a case or record that does not exist, and a second office`() throws {
        let desk = try Desk()
        try desk.openCase()
        for arguments in [
            ["case", "show", "KOL-8"], ["log", "KOL-8"], ["export", "KOL-8"],
            ["case", "show", "KOL-7", "--record", "KT/9"], ["custody", "KOL-7", "KT/9"],
            ["amend", "KOL-7", "KT/9", "--set", "a=b", "--reason", "c"],
            ["export", "KOL-7", "--edition", "press"], ["export", "KOL-7", "--edition", "accused"],
            ["init", "--agency", "Another", "--code", "OTHER"],
            ["case", "new", "--number", "KOL-7", "--title", "The same again"],
            ["add", "person", "KOL-7", "--from", "/nothing.xml"], ["add", "person", "KOL-7"],
            ["add", "evidence", "KOL-7", "/nothing/at/all"],
        ] {
            let result = try desk.run(arguments)
            #expect(result.status == 2, "\(arguments): \(result)")
            #expect(result.out.isEmpty, "\(arguments): \(result)")
        }
        #expect(try desk.run("log", "KOL-7", "--verify").status == 0)
    }

    @Test func `is 3 where a key is missing or no key`() throws {
        let desk = try Desk()
        try desk.openCase()
        let signing = desk.home + "/keys/signing-key.pem"
        try FileManager.default.moveItem(atPath: signing, toPath: signing + ".away")
        let export = try desk.run("export", "KOL-7", "--to", desk.folder + "/out")
        #expect(export.status == 3, "\(export)")
        #expect(export.err.contains("signing-key.pem"))
        #expect(desk.contents(desk.folder + "/out") == [])
        try FileManager.default.moveItem(atPath: signing + ".away", toPath: signing)

        let log = desk.home + "/keys/log-key"
        try FileManager.default.moveItem(atPath: log, toPath: log + ".away")
        let added = try desk.run(
            "add",
            "exhibit",
            "KOL-7",
            "--from",
            "-",
            input: Desk.drafts(Desk.exhibit("KT/1"))
        )
        #expect(added.status == 3, "\(added)")
        try Data("no key\n".utf8).write(to: URL(fileURLWithPath: log))
        let damaged = try desk.run(
            "add",
            "exhibit",
            "KOL-7",
            "--from",
            "-",
            input: Desk.drafts(Desk.exhibit("KT/1"))
        )
        #expect(damaged.status == 3, "\(damaged)")
        #expect(!damaged.err.contains("no key\n"))
        try FileManager.default.removeItem(atPath: log)
        try FileManager.default.moveItem(atPath: log + ".away", toPath: log)
        #expect(
            try desk.run("add", "exhibit", "KOL-7", "--from", "-", input: Desk.drafts(Desk.exhibit("KT/1")))
                .status == 0
        )
    }

    @Test func `is 3 for a store that is damaged`() throws {
        let desk = try Desk()
        try desk.openCase()
        try Data("this is no store".utf8).write(to: URL(fileURLWithPath: desk.home + "/store.sqlite"))
        for name in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: desk.home + "/store.sqlite" + name)
        }
        let result = try desk.run("case", "list")
        #expect(result.status == 3, "\(result)")
    }

    @Test func `of verify is 2 for what is no file, and 1 for what is no bundle`() throws {
        let desk = try Desk()
        #expect(try desk.run("verify", desk.folder + "/nothing.asice").status == 2)
        #expect(try desk.run("verify", desk.folder).status == 2)
        for (name, bytes) in [
            ("empty", Data()), ("text", Data("no bundle at all".utf8)), ("nul", Data(count: 4096)),
        ] {
            let result = try desk.run("verify", try desk.write(name, bytes: bytes))
            #expect(result.status == 1, "\(name): \(result)")
            #expect(result.out.contains("does not verify"))
        }
        let trust = try desk.write("trust.pem", "no certificate")
        #expect(try desk.run("verify", desk.folder + "/text", "--trust", trust).status == 2)
        #expect(try desk.run("verify", desk.folder + "/text", "--trust", "/nothing.pem").status == 2)
    }
}
