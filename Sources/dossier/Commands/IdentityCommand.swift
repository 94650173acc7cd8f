internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Sealing

struct IdentityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "The identities of protected persons: stored encrypted, opened on record.",
        discussion: """
            A protected person stands in the file under a pseudonym (dossier add person --protected). What would make \
            the person known - names in every script, nicknames, addresses, school, kin, telephones, accounts, papers, \
            pictures - is recorded here, encrypted under a key of the case. Whoever opens it is recorded first, with the \
            purpose.

            The first identity needs your key pair (dossier key new) and the office's recovery key (dossier key \
            recovery FILE).
            """,
        subcommands: [
            IdentityAdd.self, IdentityList.self, IdentityShow.self, IdentityGrant.self, IdentityRevoke.self,
            IdentityRecover.self,
        ]
    )

    @OptionGroup var options: GlobalOptions
}

/// The case, and the key that opens its identities.
struct IdentityOptions: ParsableArguments {
    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @OptionGroup var passphrase: PassphraseOptions

    func open(_ options: GlobalOptions) throws -> OpenCase { try options.office().open(`case`) }

    /// The key of whoever is at work here.
    func unlock(_ office: Office) throws -> SecretKey {
        try office.unlockUserKey { try passphrase.ask(for: office.surroundings.account) }
    }
}

struct IdentityList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List whose identities are recorded, by pseudonym, and who may open them.",
        discussion: """
            With --count it says how many terms each has for the leak scan to look for: that opens them, shows nothing, \
            and is recorded.
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var identity: IdentityOptions

    @Flag(help: "Count the terms of each.")
    var count = false

    func run() async throws {
        let openCase = try identity.open(options)
        let terminal = options.terminal
        let lines =
            count
            ? try openCase.identities(
                countedBy: identity.unlock(openCase.office),
                purpose: FreeText("To count the terms of each identity", .english)!
            ) : try openCase.identities()
        for line in lines { try terminal.json(Line(line)) }
        terminal.table(
            lines.map { line in
                [
                    line.pseudonym, "version \(line.version)", line.recordedAt, line.recordedBy,
                    line.terms.map { counted($0, "term") } ?? "",
                ]
            }
        )
        for reader in try openCase.identityReaders() {
            terminal.print(
                "may be opened by \(reader.account ?? "the recovery key")  "
                    + terminal.styled(reader.fingerprint, .faint)
            )
        }
    }

    private struct Line: Encodable {
        let id: String
        let person: String
        let pseudonym: String
        let version: Int
        let recordedAt: String
        let recordedBy: String
        let key: String
        let terms: Int?

        init(_ line: IdentityLine) {
            id = line.id.description
            person = line.person.description
            pseudonym = line.pseudonym
            version = line.version
            recordedAt = line.recordedAt
            recordedBy = line.recordedBy
            key = line.key
            terms = line.terms
        }
    }
}
