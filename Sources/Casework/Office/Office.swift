public import CaseFile
internal import Foundation
internal import Law
internal import Synchronization
public import Ledger
internal import Signatures
public import Vault
internal import XML

/// An office at work: its store, its vault, its keys, and the grammar that it records in.
///
/// Every use case begins here. It is opened once for each run of the command.
public final class Office: Sendable {
    public let home: Home
    public let templates: Templates
    public let surroundings: Surroundings
    public let code: String
    public let name: FreeText
    public let ledger: Ledger
    public let vault: Vault
    private let compiled = Mutex<Schema?>(nil)
    private let packReadings = Mutex<[String: PackReading]>([:])

    private init(
        home: Home,
        templates: Templates,
        surroundings: Surroundings,
        code: String,
        name: FreeText
    ) throws {
        self.home = home
        self.templates = templates
        self.surroundings = surroundings
        self.code = code
        self.name = name
        ledger = try Ledger(at: home.store)
        vault = try Vault.create(home: home.vault)
    }

    /// Makes an office in an empty home: store, vault, log key and signing certificate.
    /// - Parameter identity: the signing identity to use, nil to make one with an authority of the office's own.
    public static func create(
        at home: Home,
        name: FreeText,
        code: String,
        identity: (chainPEM: String, keyPEM: String)?,
        templates: Templates,
        surroundings: Surroundings
    ) throws -> Office {
        guard Recorder.isCode(code) else { throw CaseworkError.agencyCode(code) }
        let files = FileManager.default
        guard !files.fileExists(atPath: home.office) else {
            throw CaseworkError.officeExists(home: home.path)
        }
        let now = Date(timeIntervalSince1970: Double(surroundings.now()) / 1_000_000)
        var random = surroundings.random()

        // Everything that can be refused is refused before the first file is written.
        let signing: SigningIdentity
        let anchor: String
        var authorityKey: String?
        if let identity {
            signing = try SigningIdentity.load(chainPEM: identity.chainPEM, keyPEM: identity.keyPEM, at: now)
            anchor = signing.certificates.last!.pem
        } else {
            let made = try generateIdentity(agency: name.plain(), code: code, at: now, using: &random)
            signing = made.identity
            anchor = made.authority.certificate.pem
            authorityKey = made.authority.privateKeyPEM
        }
        let logKey = try newLogKey(code: code, using: &random)

        for folder in [home.path, home.keys, home.work] {
            try files.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        try PrivateFile.write(Array((logKey.privateText + "\n").utf8), to: home.logKey)
        try PrivateFile.write(Array(signing.privateKeyPEM.utf8), to: home.signingKey)
        try PrivateFile.write(Array(signing.chainPEM.utf8), to: home.signingCertificates)
        try PrivateFile.write(Array(anchor.utf8), to: home.trustAnchor, mode: 0o644)
        // It will issue the next signing certificate; until then it is best kept elsewhere.
        if let authorityKey { try PrivateFile.write(Array(authorityKey.utf8), to: home.authorityKey) }
        let office = try Office(
            home: home,
            templates: templates,
            surroundings: surroundings,
            code: code,
            name: name
        )
        // The office's own file comes last: it says that all the others are there.
        try PrivateFile.write(OfficeFile(code: code, name: name).bytes(), to: home.office)
        return office
    }

    private static func generateIdentity(
        agency: String,
        code: String,
        at now: Date,
        using random: inout any RandomNumberGenerator
    ) throws -> (identity: SigningIdentity, authority: CertificateAuthority) {
        func open(
            _ random: inout some RandomNumberGenerator
        ) throws -> (identity: SigningIdentity, authority: CertificateAuthority) {
            try SigningIdentity.generate(agency: agency, code: code, at: now, using: &random)
        }
        return try open(&random)
    }

    public static func open(at home: Home, templates: Templates, surroundings: Surroundings) throws -> Office
    {
        guard let data = FileManager.default.contents(atPath: home.office) else {
            throw CaseworkError.noOffice(home: home.path)
        }
        guard let file = OfficeFile([UInt8](data)) else {
            throw CaseworkError.officeUnreadable(path: home.office)
        }
        return try Office(
            home: home,
            templates: templates,
            surroundings: surroundings,
            code: file.code,
            name: file.name
        )
    }

    /// The grammar of records. It is compiled when something is recorded: looking does not need it.
    func schema() throws -> Schema {
        try compiled.withLock { compiled in
            if let compiled { return compiled }
            let schema = try Self.recordSchema(templates)
            compiled = schema
            return schema
        }
    }

    /// What comes of reading an installed pack, the first time that it is asked for; nil where there is none of that code.
    func packReading(_ code: String) throws -> PackReading? {
        try packReadings.withLock { readings in
            if let reading = readings[code] { return reading }
            let reading = try templates.readPack(code)
            readings[code] = reading
            return reading
        }
    }

    static func recordSchema(_ templates: Templates) throws -> Schema {
        try Schema(
            ["casefile.xsd": try templates.bytes(Templates.schema)],
            root: "casefile.xsd",
            identityConstraints: false
        )
    }
}

// MARK: Keys

extension Office {
    /// The name under which an office signs its logs.
    static func logName(code: String) -> String { code.lowercased() + ".dossier" }

    private static func newLogKey(
        code: String,
        using random: inout any RandomNumberGenerator
    ) throws -> LogKey {
        func open(_ random: inout some RandomNumberGenerator) throws -> LogKey {
            try LogKey(
                office: logName(code: code),
                seed: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            )
        }
        return try open(&random)
    }

    /// The key that signs the log's checkpoints.
    func logKey() throws -> LogKey {
        guard let data = FileManager.default.contents(atPath: home.logKey) else {
            throw CaseworkError.keyMissing(path: home.logKey)
        }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
        do { return try LogKey(privateText: text) } catch {
            throw CaseworkError.keyUnreadable(path: home.logKey)
        }
    }

    func signingIdentity(at now: Date) throws -> SigningIdentity {
        let pem = try [home.signingCertificates, home.signingKey].map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CaseworkError.keyMissing(path: path)
            }
            return String(decoding: data, as: UTF8.self)
        }
        return try SigningIdentity.load(chainPEM: pem[0], keyPEM: pem[1], at: now)
    }

    var recorder: Recorder {
        get throws {
            guard let recorder = Recorder(agency: code, account: surroundings.account) else {
                throw CaseworkError.account(surroundings.account)
            }
            return recorder
        }
    }
}
