internal import ArgumentParser
internal import Casework
internal import Foundation

/// The options of every verb, and of the command itself.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The office's folder (default: DOSSIER_HOME, else the platform's data folder).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var home: String?

    @Flag(help: "Write JSON, for machines.")
    var json = false

    @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
    var quiet = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The account that records (default: DOSSIER_ACCOUNT, else your login name).",
            valueName: "account"
        )
    )
    var account: String?

    var terminal: Terminal { Terminal(json: json, quiet: quiet) }

    var place: Home {
        home.map { Home(path: $0) } ?? .standard(environment: ProcessInfo.processInfo.environment)
    }

    var surroundings: Surroundings {
        let environment = ProcessInfo.processInfo.environment
        return .system(account: account ?? environment["DOSSIER_ACCOUNT"] ?? NSUserName())
    }

    func templates() throws -> Templates {
        let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
        return try .find(program: program, environment: ProcessInfo.processInfo.environment)
    }

    func office() throws -> Office {
        try Office.open(at: place, templates: templates(), surroundings: surroundings)
    }
}
