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

struct IdentityAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record the identity of a protected person, encrypted; or a newer version of it.",
        discussion: """
            Give everything in a draft, best on standard input (--from -), so that no file on this disk ever holds it: \
            an <identity> as templates/schema/casefile.xsd has it, without an envelope. The options below are for the \
            most common fields; what stands on a command line stays in your shell's history.

            Write each name in every script in which it may occur anywhere: the leak scan looks for these and for what \
            is near them. A newer version replaces the earlier one whole.

            dossier identity add KOL-7 --person Banyan --from - < draft.xml
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var identity: IdentityOptions

    @Option(help: ArgumentHelp("Whose: the pseudonym.", valueName: "person"))
    var person: String?

    @Option(
        help: ArgumentHelp("A draft, - for standard input.", valueName: "file"),
        completion: .file()
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The language of the texts (BCP 47); for one of them, write it before it: bn:তারা.",
            valueName: "tag"
        )
    )
    var language = "en"

    @Option(name: .customLong("name"), help: "A name; again for each script and spelling.")
    var names: [String] = []

    @Option(name: .customLong("nickname"), help: "A name at home, in the trade or online.")
    var nicknames: [String] = []

    @Option(help: ArgumentHelp("The date of birth.", valueName: "date"))
    var birthDate: String?

    @Option(name: .customLong("address"), help: "A home, in one line.")
    var addresses: [String] = []

    @Option(name: .customLong("school"), help: "A school.")
    var schools: [String] = []

    @Option(
        name: .customLong("kin"),
        help: ArgumentHelp("A relative: mother=NAME, father=NAME and so on.", valueName: "relation=name")
    )
    var kin: [String] = []

    @Option(name: .customLong("phone"), help: "A telephone number.")
    var phones: [String] = []

    @Option(name: .customLong("email"), help: "An e-mail address.")
    var emails: [String] = []

    @Option(name: .customLong("term"), help: "Anything else that would make the person known.")
    var terms: [String] = []

    @Option(
        name: .customLong("picture"),
        help: ArgumentHelp(
            "A picture; it goes into the encrypted record and not into the vault.",
            valueName: "file"
        ),
        completion: .file()
    )
    var pictures: [String] = []

    @Option(help: "Why there is a newer version. It is not encrypted: no name in it.")
    var reason: String?

    func run() async throws {
        let openCase = try identity.open(options)
        var body: Identity
        if let from {
            body = try openCase.identity(draft: Input.bytes(of: from), of: person)
        } else {
            guard let person else { throw InputError.missing("--person") }
            guard !names.isEmpty else { throw InputError.missing("--name (or --from)") }
            body = try fields(of: Identity(person: Reference(to: openCase.protectedPerson(person))), openCase)
        }
        body.pictures += try pictures.map(picture)
        let office = openCase.office
        if !office.hasUserKey {
            guard try office.recoveryKey() != nil else { throw CaseworkError.noRecoveryKey }
            options.terminal.note("\(office.surroundings.account) has no key yet: it is made now")
            try office.makeUserKey { try identity.passphrase.askNew(for: office.surroundings.account) }
        }
        let secret = try identity.unlock(office)
        let why = try reason.map { try Input.freeText($0, openCase.language.rawValue) }
        let recorded =
            try why.map { try openCase.record(body, by: secret, why: $0) }
            ?? openCase.record(body, by: secret)
        try options.terminal.json(Line(recorded))
        options.terminal.print(
            "identity of \(recorded.pseudonym)  \(counted(recorded.terms, "term"))  "
                + options.terminal.styled(recorded.id.description, .faint)
        )
        if recorded.madeKey {
            options.terminal.note(
                "the case has a key for identities now; who else may open them: dossier identity grant"
            )
        }
    }

    private func fields(of identity: Identity, _ openCase: OpenCase) throws -> Identity {
        var identity = identity
        identity.names = try names.map(text)
        identity.nicknames = try nicknames.map(text)
        identity.birthDate = try birthDate.map {
            try Input.moment($0, zone: openCase.office.surroundings.zone)
        }
        identity.addresses = try addresses.map {
            var address = Address()
            address.lines = [try text($0)]
            return address
        }
        identity.schools = try schools.map(text)
        identity.kin = try kin.map { relative in
            let parts = relative.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw InputError.missing("the relation before --kin's name: mother=NAME")
            }
            return Identity.Kin(names: [try text(parts[1])], relation: try Input.freeText(parts[0], "en"))
        }
        identity.contacts =
            try phones.map { Contact(kind: .telephone, value: try secret($0)) }
            + emails.map { Contact(kind: .email, value: try secret($0)) }
        identity.otherTerms = try terms.map(text)
        return identity
    }

    /// A text, with its language before it or in the language of all.
    private func text(_ text: String) throws -> FreeText {
        if let colon = text.firstIndex(of: ":"), let tag = LanguageTag(rawValue: String(text[..<colon])) {
            return try Input.freeText(String(text[text.index(after: colon)...]), tag.rawValue)
        }
        return try Input.freeText(text, language)
    }

    /// A code that no error repeats.
    private func secret(_ text: String) throws -> Code {
        guard let code = Code(text) else { throw InputError.text }
        return code
    }

    private func picture(_ file: String) throws -> Identity.Picture {
        let bytes = try Input.bytes(of: file)
        guard let content = Base64Text(Data(bytes).base64EncodedString()) else {
            throw InputError.unreadable(file)
        }
        return Identity.Picture(mediaType: Self.mediaType(of: bytes), content: content)
    }

    private static func mediaType(of bytes: [UInt8]) -> MediaType {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
        if bytes.starts(with: "GIF8".utf8) { return "image/gif" }
        if bytes.starts(with: "%PDF".utf8) { return "application/pdf" }
        if bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8) { return "image/tiff" }
        if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            return "image/webp"
        }
        return "application/octet-stream"
    }

    private struct Line: Encodable {
        let id: String
        let kind = Kind.identity.rawValue
        let person: String
        let pseudonym: String
        let version: Int
        let terms: Int

        init(_ recorded: RecordedIdentity) {
            id = recorded.id.description
            person = recorded.person.description
            pseudonym = recorded.pseudonym
            version = recorded.version
            terms = recorded.terms
        }
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
        guard output != nil || isatty(STDOUT_FILENO) == 1 else { throw InputError.notATerminal }
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
            options.terminal.note(
                "wrote the identity of \(opened.pseudonym) to \(output!): remove it when you are done"
            )
        } else {
            options.terminal.print(options.terminal.styled("identity of \(opened.pseudonym)", .strong))
            for line in try opened.outline() { options.terminal.print("  " + line) }
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
