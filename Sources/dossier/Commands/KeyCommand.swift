internal import ArgumentParser
internal import Casework
internal import Foundation
internal import Sealing

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Your key pair for identities, the keys of others, and the office's recovery key.",
        discussion: """
            Whoever works with identities has a key pair. The secret half stays in this home under a passphrase; the \
            public half is given to colleagues, who grant it the right to open a case's identities (dossier identity \
            grant). The recovery key opens them when all others are lost: its secret half is written once, to a file \
            that you keep offline.

            These keys are not the office's signing key, which dossier init makes.
            """,
        subcommands: [
            KeyNew.self, KeyShow.self, KeyAdd.self, KeyList.self, KeyRecovery.self, KeyPassphrase.self,
        ]
    )

    @OptionGroup var options: GlobalOptions
}

/// A key as it is written in JSON.
struct KeyLine: Encodable {
    let account: String?
    let algorithm: String
    let fingerprint: String
    let hasSecret: Bool?

    init(_ key: RecipientKey, account: String? = nil, hasSecret: Bool? = nil) {
        self.account = account
        algorithm = key.algorithm.rawValue
        fingerprint = key.fingerprint
        self.hasSecret = hasSecret
    }
}

struct KeyNew: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make your key pair, under a passphrase.",
        discussion: """
            The passphrase is all that protects the identities on a stolen machine: take several words that nobody \
            would guess. Nobody can tell it you when it is forgotten; the recovery key then opens the identities.
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Option(
        name: .customLong("import"),
        help: ArgumentHelp("A secret key to take instead of a new one (PKCS#8, PEM).", valueName: "file"),
        completion: .file()
    )
    var imported: String?

    func run() async throws {
        let office = try options.office()
        let secret = try imported.map { try SecretKey(pem: Input.text(of: $0)) }
        let key = try office.makeUserKey(importing: secret) {
            try passphrase.askNew(for: office.surroundings.account)
        }
        try options.terminal.json(KeyLine(key, account: office.surroundings.account, hasSecret: true))
        options.terminal.print("made the key of \(office.surroundings.account)  \(key.fingerprint)")
        options.terminal.note("colleagues need its public half: dossier key show")
    }
}

struct KeyShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a public key, yours or a colleague's, to give it to others."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Whose; yours if none is given.")
    var account: String?

    func run() async throws {
        let office = try options.office()
        let account = account ?? office.surroundings.account
        guard let key = try office.publicKey(of: account) else {
            throw CaseworkError.noUserKey(account: account)
        }
        try options.terminal.json(KeyLine(key, account: account))
        options.terminal.note("\(account), \(key.algorithm.rawValue), fingerprint \(key.fingerprint)")
        options.terminal.print(key.pem.trimmingCharacters(in: .newlines))
    }
}

struct KeyAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Take in a colleague's public key, so that it can be granted access.",
        discussion:
            "Compare the fingerprint with your colleague, by telephone or face to face, before you grant."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The colleague's account.")
    var account: String

    @Argument(help: "The public key or a certificate (PEM), - for standard input.", completion: .file())
    var file: String

    func run() async throws {
        let key = try RecipientKey(pem: Input.text(of: file))
        try options.office().addPublicKey(key, of: account)
        try options.terminal.json(KeyLine(key, account: account, hasSecret: false))
        options.terminal.print("\(account)  \(key.fingerprint)")
    }
}

struct KeyList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List whose keys are here, and the recovery key."
    )

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let office = try options.office()
        let terminal = options.terminal
        var rows: [[String]] = []
        for holder in try office.keyHolders() {
            try terminal.json(KeyLine(holder.key, account: holder.account, hasSecret: holder.hasSecret))
            rows.append([
                holder.account, holder.key.algorithm.rawValue, holder.key.fingerprint,
                holder.hasSecret ? "works here" : "public half only",
            ])
        }
        if let recovery = try office.recoveryKey() {
            try terminal.json(KeyLine(recovery))
            rows.append(["(recovery)", recovery.algorithm.rawValue, recovery.fingerprint, "kept offline"])
        } else {
            terminal.note("there is no recovery key yet: dossier key recovery FILE")
        }
        if !rows.isEmpty { terminal.table(rows, header: ["account", "kind", "fingerprint", ""]) }
    }
}

struct KeyRecovery: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recovery",
        abstract: "Make the office's recovery key and write its secret half to a file, once.",
        discussion: """
            Whoever has the file can open every identity of this office. Put it on a medium that lies in a safe, best \
            two of them in two places, and leave no copy on this machine. No identity is stored without a recovery key.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "A new file, outside of the office's folder.", completion: .file())
    var file: String

    func run() async throws {
        let office = try options.office()
        let key = try office.makeRecoveryKey { try RecoveryFile.write($0, to: file, outside: office.home) }
        try options.terminal.json(KeyLine(key))
        options.terminal.print("made the recovery key  \(key.fingerprint)")
        options.terminal.note("its secret half is in \(file) and nowhere else: take it offline")
    }
}

/// The file that the secret half of the recovery key is written to.
enum RecoveryFile {
    static func write(_ secret: SecretKey, to file: String, outside home: Home) throws {
        let path = URL(fileURLWithPath: file).standardizedFileURL.resolvingSymlinksInPath().path
        let folder = URL(fileURLWithPath: home.path).resolvingSymlinksInPath().path
        guard !path.hasPrefix(folder + "/") else { throw InputError.insideHome(file) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw InputError.unwritable(file) }
        defer { close(descriptor) }
        let bytes = Array(secret.pem.utf8)
        guard Foundation.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            unlink(path)
            throw InputError.unwritable(file)
        }
    }
}

struct KeyPassphrase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase",
        abstract: "Put your secret key under another passphrase."
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Option(
        help: ArgumentHelp("A file whose first line is the new passphrase.", valueName: "file"),
        completion: .file()
    )
    var newPassphraseFile: String?

    func run() async throws {
        let office = try options.office()
        let account = office.surroundings.account
        let secret = try office.unlockUserKey { try passphrase.ask(for: account) }
        try office.changePassphrase(secret) {
            try newPassphraseFile.map { try PassphraseOptions.read($0) }
                ?? PassphraseOptions.askTwice(for: account)
        }
        try options.terminal.json(KeyLine(secret.recipient, account: account, hasSecret: true))
        options.terminal.print("the key of \(account) is under the new passphrase")
    }
}
