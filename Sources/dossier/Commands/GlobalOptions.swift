internal import ArgumentParser
internal import Casework
internal import Foundation

/// The options of every verb, and of the command itself.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The office's folder (default: DOSSIER_HOME, else the platform's data folder).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var home: String?

    @Flag(name: .long, help: "Write JSON for machines.")
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
}
