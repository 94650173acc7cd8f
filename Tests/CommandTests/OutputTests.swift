import Foundation
import Testing

@Suite struct `What the command says` {
    private static let verbs = [
        "init", "case", "case new", "case list", "case show", "add", "add evidence", "add person",
        "add arrest",
        "add statement", "add charge", "add drafts", "add exhibit", "custody", "amend", "charge", "proof",
        "answer", "key", "key new", "key list", "key recovery", "identity", "identity add", "identity show",
        "unseal", "log",
        "export",
        "verify",
        "demo",
    ]

    @Test(arguments: verbs)
    func `of a verb in its help tells how to use it`(verb: String) throws {
        let desk = try Desk()
        let help = try desk.run(verb.split(separator: " ").map(String.init) + ["--help"])
        #expect(help.status == 0)
        #expect(help.err.isEmpty)
        #expect(help.out.contains("USAGE: dossier \(verb)"), "\(help)")
        for option in ["--home", "--json"] { #expect(help.out.contains(option), "\(verb) has no \(option)") }
    }

    @Test func `has one table of exit codes`() throws {
        let help = try Desk().run("--help")
        #expect(help.out.contains("EXIT STATUS"))
        for status in 0...3 { #expect(help.out.contains("  \(status)  ")) }
        #expect(try Desk().run("--version").out.contains("."))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completes in a shell`(shell: String) throws {
        let script = try Desk().run("--generate-completion-script", shell)
        #expect(script.status == 0)
        for verb in ["evidence", "custody", "verify"] { #expect(script.out.contains(verb)) }
    }

    @Test func `is JSON and nothing else, for every verb, when it is asked for`() throws {
        let desk = try Desk()
        desk.environment["DOSSIER_HOME"] = desk.home
        let file = try desk.write("evidence/a.txt", "a")
        func exhibit(_ mark: String) -> String { Desk.drafts(Desk.exhibit(mark)) }
        let steps: [([String], String?)] = [
            (["init", "--agency", "A unit", "--code", "AHTU-KOL"], nil),
            (["case", "new", "--number", "KOL-7", "--title", "State v. Nobody"], nil),
            (["case", "list"], nil), (["add", "drafts", "KOL-7", "--from", "-"], Desk.setting),
            (["add", "exhibit", "KOL-7", "--from", "-"], exhibit("KT/1")),
            (["add", "person", "KOL-7", "--pseudonym", "Jonaki"], nil),
            (["add", "evidence", "KOL-7", file], nil),
            (["custody", "KOL-7", "KT/1"], nil), (["case", "show", "KOL-7"], nil),
            (["case", "show", "KOL-7", "--kind", "exhibit"], nil),
            (["case", "show", "KOL-7", "--record", "KT/1"], nil),
            (["amend", "KOL-7", "KT/1", "--set", "description=A red book", "--reason", "Its colour"], nil),
            (["answer", "KOL-7", "seal-matches", "KT/1", "--reason", "Known"], nil),
            (["answer", "KOL-7", "--list"], nil),
            (["log", "KOL-7"], nil), (["log", "KOL-7", "--last", "2"], nil),
            (["log", "KOL-7", "--verify"], nil),
            (["export", "KOL-7", "--to", "out"], nil), (["verify", "out/KOL-7-court-1.asice"], nil),
        ]
        for (arguments, input) in steps {
            let result = try desk.run(arguments + ["--json"], input: input)
            #expect(
                result.status == 0 || arguments[0] == "custody" || arguments[0] == "verify",
                "\(arguments): \(result)"
            )
            let json = try #require(result.json, "\(arguments): \(result)")
            #expect(!json.isEmpty, "\(arguments) said nothing")
        }
        // A refusal has nothing to say on standard output.
        #expect(try desk.run("case", "show", "KOL-8", "--json").out.isEmpty)
    }

    @Test func `has no colour and no bar where nobody watches`() throws {
        let desk = try Desk()
        try desk.openCase()
        let file = try desk.write("evidence/a.txt", "a")
        for arguments in [
            ["case", "list"], ["case", "show", "KOL-7"], ["add", "evidence", "KOL-7", file],
            ["log", "KOL-7"],
            ["log", "KOL-7", "--verify"], ["export", "KOL-7", "--to", "out"],
            ["verify", "out/KOL-7-court-1.asice"], ["custody", "KOL-7", "EX/1"],
        ] {
            let result = try desk.run(arguments)
            #expect(!result.out.contains("\u{1B}") && !result.err.contains("\u{1B}"), "\(arguments)")
            #expect(!result.err.contains("\r"), "\(arguments)")
        }
    }

    @Test func `is quiet when it is asked to be`() throws {
        let desk = try Desk()
        try desk.openCase()
        #expect(try desk.run("export", "KOL-7", "--to", "out", "--quiet").err.isEmpty)
    }

    @Test func `takes its folder from the option before the environment, before or after the verb`() throws {
        let desk = try Desk()
        try desk.openCase()
        let other = desk.folder + "/other"
        #expect(try desk.run("init", "--agency", "Other", "--code", "OTHER", "--home", other).status == 0)
        #expect(try desk.run("case", "list", "--json").out.contains("KOL-7"))
        #expect(try !desk.run("--home", other, "case", "list", "--json").out.contains("KOL-7"))
        #expect(try !desk.run("case", "--home", other, "list", "--json").out.contains("KOL-7"))
        #expect(try !desk.run("case", "list", "--json", "--home", other).out.contains("KOL-7"))
        desk.environment["DOSSIER_HOME"] = nil
        #expect(try desk.run("case", "list").status == 3)
        desk.environment["XDG_DATA_HOME"] = desk.folder + "/data"
        #expect(try desk.run("init", "--agency", "Third", "--code", "THIRD").status == 0)
        #expect(FileManager.default.fileExists(atPath: desk.folder + "/data/dossier/office.xml"))
    }

    @Test func `never repeats what a draft says where the draft is refused`() throws {
        let desk = try Desk()
        try desk.openCase()
        let secret = "Ratnabali"
        for draft in [
            "<exhibit><mark>KT/1</mark><description language=\"en\">\(secret)</description></exhibit>",
            "<exhibit><mark>KT/1</mark><colour>\(secret)</colour></exhibit>",
            "<exhibit><mark>\(secret)\u{7}</mark></exhibit>", "<nothing>\(secret)</nothing>", "\(secret)", "",
            "<person><name language=\"\(secret) x\">\(secret)</name><sex>female</sex></person>",
            "<person><name language=\"en\">\(secret)</name><sex>\(secret)</sex></person>",
            "<person><pseudonym>Jonaki</pseudonym><name language=\"en\">\(secret)</name><sex>female</sex></person>",
            "<person><name language=\"en\">\(secret)</name><sex>female</sex>",
            "<person name=\"\(secret)\"><sex>female</sex></person>",
            "<identity><person to=\"Officer\"/><name language=\"en\">\(secret)</name></identity>",
            "<statement><paragraph>\(secret)</paragraph></statement>",
            "<custodyEvent><exhibit to=\"KT/1\"/><event>\(secret)</event><at>\(secret)</at></custodyEvent>",
        ] {
            let result = try desk.run("add", "drafts", "KOL-7", "--from", "-", input: Desk.drafts(draft))
            #expect(result.status == 2, "\(draft): \(result)")
            #expect(!result.err.contains(secret), "\(draft): \(result.err)")
            #expect(result.out.isEmpty)
        }
        for arguments in [
            ["add", "person", "KOL-7", "--adult", "--name", "\(secret)\u{1}"],
            ["add", "evidence", "KOL-7", "/etc/hostname", "--description", "\(secret)\u{1}"],
            ["amend", "KOL-7", "Officer", "--set", "sex=\(secret)", "--reason", "x"],
            ["amend", "KOL-7", "Officer", "--set", "name=\(secret)\u{1}", "--reason", "x"],
        ] {
            let result = try desk.run(arguments)
            #expect(result.status == 2, "\(arguments): \(result)")
            #expect(!result.err.contains(secret), "\(arguments): \(result.err)")
        }
    }
}
