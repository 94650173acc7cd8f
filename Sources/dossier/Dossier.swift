internal import ArgumentParser

@main
struct Dossier: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract:
            "Builds prosecution files: evidence, custody, arrests and statements, exported as signed court bundles.",
        discussion: """
            A case is an append-only log of records. `dossier init` makes an office, `dossier case new` opens a case, \
            `dossier add` and `dossier custody` record what happened, `dossier check` says what is still missing, \
            `dossier export` writes a bundle that anyone can verify, and `dossier verify` checks one that somebody sent. \
            `dossier demo` shows all of it on a sample.

            \(ExitStatus.help)
            """,
        version: Version.current,
        subcommands: [
            InitCommand.self, CaseCommand.self, AddCommand.self, CustodyCommand.self, AmendCommand.self,
            ChargeCommand.self, CheckCommand.self, ProofCommand.self, DeadlinesCommand.self,
            ChronologyCommand.self, ProtectedCommand.self, IdentityCommand.self, KeyCommand.self,
            AnswerCommand.self, RedactCommand.self, LogCommand.self, ExportCommand.self, VerifyCommand.self,
            CompareCommand.self, UnsealCommand.self, LeaksCommand.self, PackCommand.self, DemoCommand.self,
        ]
    )

    @OptionGroup var options: GlobalOptions

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            // What the parser says of wrong use, and of help and version, it says itself.
            guard let failure = Failure(error) else {
                let code = exitCode(for: error)
                guard code.isSuccess || error is CleanExit || error is ExitCode else {
                    Terminal.complain(message(for: error))
                    let help = "see 'dossier help' for what there is"
                    Terminal.complain(help)
                    exit(withError: ExitStatus.input.code)
                }
                exit(withError: error)
            }
            Terminal.complain(failure.sentence)
            if let hint = failure.hint { Terminal.complain("hint: \(hint)") }
            exit(withError: failure.status.code)
        }
    }
}

/// The program's own version, which bundles name as their generator.
enum Version {
    static let current = "0.1.0"
    static let generator = "Dossier 0.1.0"
}
