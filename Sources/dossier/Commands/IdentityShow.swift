internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Sealing

struct IdentityShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show an identity in clear, on the terminal or into a file; who and what for is recorded first.",
        discussion:
            "It is shown on a terminal only, so that no log or pipe keeps it. For a file, say --output."
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var identity: IdentityOptions

    @Argument(help: "Whose: the pseudonym.")
    var person: String

    @Option(help: "What you open it for. It becomes part of the log, in clear: no name in it.")
    var purpose: String

    @Option(
        help: ArgumentHelp("A new file for the identity as XML, which only you can read.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    func run() async throws {
        guard output != nil || isatty(STDOUT_FILENO) == 1 && !options.json else {
            throw InputError.notATerminal
        }
        let openCase = try identity.open(options)
        let text = try Input.freeText(purpose, openCase.language.rawValue)
        let secret = try identity.unlock(openCase.office)
        // Not opened, and nothing recorded, if it could not be written.
        let file = try output.map { try PrivateOutput($0) }
        let opened: OpenedIdentity
        do { opened = try openCase.openIdentity(of: person, by: secret, purpose: text) } catch {
            file?.discard()
            throw error
        }
        if let file {
            try file.write(try opened.draft())
            try options.terminal.json(Line(opened, output: output!))
            options.terminal.note(
                "wrote the identity of \(opened.pseudonym) to \(output!): remove it when you are done"
            )
        } else {
            options.terminal.print(options.terminal.styled("identity of \(opened.pseudonym)", .strong))
            for line in try opened.outline() { options.terminal.print("  " + line) }
        }
    }

    private struct Line: Encodable {
        let id: String
        let person: String
        let pseudonym: String
        let version: Int
        let output: String

        init(_ opened: OpenedIdentity, output: String) {
            id = opened.id.description
            person = opened.identity.person.to.description
            pseudonym = opened.pseudonym
            version = opened.version
            self.output = output
        }
    }
}

/// A new file that only its owner can read.
struct PrivateOutput {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw InputError.unwritable(path) }
    }

    func write(_ bytes: [UInt8]) throws {
        defer { close(descriptor) }
        guard bytes.isEmpty || Foundation.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw InputError.unwritable(path)
        }
    }

    func discard() {
        close(descriptor)
        unlink(path)
    }
}
