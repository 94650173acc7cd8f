internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Sealing

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
