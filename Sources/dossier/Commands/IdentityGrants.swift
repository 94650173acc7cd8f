internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Sealing

// Who may open the identities of a case. Each change is a record.

struct IdentityGrant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Let a colleague open the identities of a case.",
        discussion: """
            The colleague's public key must be here (dossier key add ACCOUNT FILE). All identities of the case are meant, \
            those recorded so far and those to come. The grant is recorded.
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var identity: IdentityOptions

    @Argument(help: "The colleague's account.")
    var account: String

    @Option(help: "Why. It becomes part of the log, in clear: no name in it.")
    var purpose: String

    func run() async throws {
        let openCase = try identity.open(options)
        let text = try Input.freeText(purpose, openCase.language.rawValue)
        try openCase.grantIdentities(to: account, by: identity.unlock(openCase.office), purpose: text)
        try options.terminal.json(GrantLine(account: account, granted: true))
        options.terminal.print("\(account) may open the identities of this case")
    }
}

struct GrantLine: Encodable {
    let account: String
    let granted: Bool
}

struct IdentityRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take from a colleague the right to open the identities of a case.",
        discussion: """
            What is recorded from now on is under a new key. What the colleague has read, or copied together with the \
            wrapped keys, cannot be taken back.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Argument(help: "The colleague's account.")
    var account: String

    @Option(help: "Why. It becomes part of the log, in clear: no name in it.")
    var purpose: String

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let text = try Input.freeText(purpose, openCase.language.rawValue)
        try openCase.revokeIdentities(from: account, purpose: text)
        try options.terminal.json(GrantLine(account: account, granted: false))
        options.terminal.print("\(account) may not open the identities of this case any more")
    }
}

struct IdentityRecover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Let an account open the identities of a case by the recovery key, when no colleague can."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Argument(help: "The account; its key must be here (dossier key new).")
    var account: String

    @Option(
        help: ArgumentHelp("The secret half of the recovery key.", valueName: "file"),
        completion: .file()
    )
    var key: String

    @Option(help: "Why. It becomes part of the log, in clear: no name in it.")
    var purpose: String

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let text = try Input.freeText(purpose, openCase.language.rawValue)
        let secret = try SecretKey(pem: Input.text(of: key))
        try openCase.grantIdentities(to: account, by: secret, purpose: text)
        try options.terminal.json(GrantLine(account: account, granted: true))
        options.terminal.print("\(account) may open the identities of this case")
        options.terminal.note("take \(key) offline again")
    }
}
