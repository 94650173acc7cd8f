internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Law

struct PackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Jurisdiction packs: the law as data.",
        discussion: "How to write a pack for another country: docs/packs.md.",
        subcommands: [List.self, Check.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the packs that are installed."
        )

        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let templates = try options.templates()
            let terminal = options.terminal
            var rows: [[String]] = []
            for code in templates.packCodes() {
                let summary = try Summary(code: code, templates: templates)
                try terminal.json(summary)
                rows.append([
                    summary.code, summary.name, summary.version, summary.languages.joined(separator: " "),
                    "\(summary.offences)", "\(summary.rules)", "\(summary.deadlines)",
                    summary.problems == 0
                        ? "sound" : counted(summary.problems, "mistake") + ": dossier pack check",
                ])
            }
            terminal.table(
                rows,
                header: [
                    "code", "jurisdiction", "version", "languages", "offences", "rules", "deadlines", "",
                ]
            )
            if rows.isEmpty { terminal.note("there is no pack in \(templates.path)/jurisdictions") }
        }
    }

    private struct Summary: Encodable {
        let code: String
        var name = ""
        var version = ""
        var languages: [String] = []
        var offences = 0
        var rules = 0
        var deadlines = 0
        let problems: Int

        init(code: String, templates: Templates) throws {
            self.code = code
            guard let reading = try templates.readPack(code) else {
                problems = 0
                return
            }
            problems = reading.problems.count { $0.kind != .untranslated }
            guard let pack = reading.pack else { return }
            name = pack.name.text(in: "en")
            version = pack.version
            languages = pack.languages
            offences = pack.offences.all.count
            rules = pack.rules.count
            deadlines = pack.deadlines.rules.count
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a pack: its grammar, its citations, its rules and their worked examples.",
            discussion: """
                Every file is held to its schema; every rule is compiled and run on its worked examples, which it must \
                find, and on the pack's sound cases, where it must find nothing; every citation, definition, class, \
                court and word that is referred to must be there; texts without a translation are named. Exit status 0: \
                sound. 1: something is wrong, each with its file and line.
                """
        )

        @OptionGroup var options: GlobalOptions

        @Argument(help: "The pack's folder, or the code of one that is installed.", completion: .directory)
        var pack: String

        func run() async throws {
            let templates = try options.templates()
            let folder = URL(fileURLWithPath: pack)
            let isCode = templates.packCodes().contains(pack)
            let reading =
                isCode
                ? try templates.readPack(pack, checkingExamples: true)!
                : try templates.readPack(inFolder: folder.path, code: folder.lastPathComponent)
            let terminal = options.terminal
            try terminal.json(Result(reading))
            for problem in reading.problems {
                let style: Terminal.Style = problem.kind == .untranslated ? .warning : .bad
                terminal.print("\(problem)  [\(terminal.styled(problem.kind.rawValue, style))]")
            }
            let wrong = reading.problems.count { $0.kind != .untranslated }
            guard wrong == 0, let pack = reading.pack else {
                terminal.print(terminal.styled(counted(wrong, "mistake"), .bad))
                throw ExitStatus.findings.code
            }
            let untranslated = reading.problems.count
            terminal.print(
                terminal.styled("the pack is sound", .good)
                    + ": \(counted(pack.offences.all.count, "offence")), \(counted(pack.rules.count, "rule")) with examples, "
                    + counted(pack.deadlines.rules.count, "deadline")
                    + (untranslated == 0 ? "" : "; \(counted(untranslated, "text")) not translated")
            )
        }

        private struct Result: Encodable {
            let sound: Bool
            let problems: [Problem]

            struct Problem: Encodable {
                let file: String
                let line: Int
                let kind: PackProblem.Kind
                let message: String
            }

            init(_ reading: PackReading) {
                problems = reading.problems.map {
                    Problem(file: $0.file, line: $0.line, kind: $0.kind, message: $0.message)
                }
                sound = problems.allSatisfy { $0.kind == .untranslated }
            }
        }
    }
}
