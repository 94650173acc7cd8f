internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make an office: its store, its log key and its signing certificate.",
        discussion: """
            Everything goes into one folder (see --home). Without --cert and --key a signing key is made, with a \
            certificate from an authority of the office's own: give its file trust-this-office.pem to those who are \
            to trust your bundles.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: "The office's name, as it shall stand in certificates and bundles.")
    var agency: String

    @Option(help: "A short code for it: capitals, digits and dashes, such as AHTU-KOL.")
    var code: String

    @Option(help: ArgumentHelp("The language of the name (BCP 47).", valueName: "tag"))
    var language = "en"

    @Option(
        help: ArgumentHelp("The certificate chain to sign with (PEM, signer first).", valueName: "file"),
        completion: .file()
    )
    var cert: String?

    @Option(
        help: ArgumentHelp("Its private key (PEM, without a passphrase).", valueName: "file"),
        completion: .file()
    )
    var key: String?

    func validate() throws {
        guard (cert == nil) == (key == nil) else { throw ValidationError("give --cert and --key together") }
    }

    func run() async throws {
        let terminal = options.terminal
        let identity = try cert.map { cert in
            (chainPEM: try Input.text(of: cert), keyPEM: try Input.text(of: key!))
        }
        let office = try Office.create(
            at: options.place,
            name: try Input.freeText(agency, language),
            code: code,
            identity: identity,
            templates: try options.templates(),
            surroundings: options.surroundings
        )
        try terminal.json(
            Result(home: office.home.path, code: office.code, trust: office.home.trustAnchor)
        )
        terminal.print("made the office \(terminal.styled(code, .strong)) in \(office.home.path)")
        terminal.print("to have others trust its bundles, give them \(office.home.trustAnchor)")
        terminal.note("keep a copy of \(office.home.keys) offline: whoever has it signs as this office")
    }

    private struct Result: Encodable {
        let home: String
        let code: String
        let trust: String
    }
}
