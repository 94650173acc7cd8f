public import CaseFile
internal import Foundation
public import Sealing

// The keys under which the identities of a case are encrypted. Each is wrapped for every account that may open
// identities and for the office's recovery key: `keys/identities/<case>/<key>/<account>.wrapped`. A case has one key,
// and a new one after each revocation, so that who lost the right opens nothing that is recorded afterwards.

/// Somebody who may open the identities of a case.
public struct IdentityReader: Hashable, Sendable {
    /// nil: the office's recovery key.
    public let account: String?
    public let fingerprint: String
}

/// The keys of a case's identities, in the hands of somebody who may use them.
struct IdentityKeyring: Sendable {
    let keys: [String: IdentityKey]
    /// What is recorded now is sealed with this one.
    let current: IdentityKey
}

/// The wrapped keys of one case, as files.
struct WrappedKeys {
    struct File {
        let path: String
        let bytes: [UInt8]
        let reader: IdentityReader
    }

    /// No account is called so.
    private static let recovery = "@recovery"
    private static let suffix = ".wrapped"

    private let folder: String
    private let caseID: String
    /// By the key's id.
    let files: [String: [File]]

    init(of openCase: OpenCase) throws {
        caseID = openCase.id.description
        folder = openCase.office.home.identityKeys(of: caseID)
        var files: [String: [File]] = [:]
        for key in Self.names(in: folder) {
            for name in Self.names(in: folder + "/" + key) where name.hasSuffix(Self.suffix) {
                let path = "\(folder)/\(key)/\(name)"
                guard let data = FileManager.default.contents(atPath: path),
                    let label = IdentityKey.label(of: [UInt8](data)), label.key == key
                else { throw CaseworkError.keyUnreadable(path: path) }
                let account = String(name.dropLast(Self.suffix.count))
                let reader = IdentityReader(
                    account: account == Self.recovery ? nil : account,
                    fingerprint: label.recipient
                )
                files[key, default: []].append(File(path: path, bytes: [UInt8](data), reader: reader))
            }
        }
        self.files = files
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// The key that is used now: the last one by its number.
    var current: String? { files.keys.max { Self.number($0) < Self.number($1) } }

    static func number(_ key: String) -> Int { Int(key.prefix { $0 != "-" }) ?? 0 }

    /// Who may open what is recorded now.
    var readers: [IdentityReader] { current.flatMap { files[$0] }?.map(\.reader) ?? [] }

    /// All keys that the secret key opens.
    func unwrap(by secret: SecretKey) throws -> IdentityKeyring {
        let fingerprint = secret.recipient.fingerprint
        var keys: [String: IdentityKey] = [:]
        for (id, files) in files {
            if let file = files.first(where: { $0.reader.fingerprint == fingerprint }) {
                keys[id] = try IdentityKey.unwrap(file.bytes, by: secret, caseID: caseID)
            }
        }
        guard let current, let key = keys[current] else {
            throw CaseworkError.notAuthorised(
                fingerprint: fingerprint,
                canGrant: readers.compactMap(\.account)
            )
        }
        return IdentityKeyring(keys: keys, current: key)
    }

    func write(_ key: IdentityKey, for account: String?, _ recipient: RecipientKey, _ office: Office) throws {
        let place = folder + "/" + key.id
        try office.makeFolder(place)
        try PrivateFile.write(
            try key.wrap(for: recipient, caseID: caseID),
            to: "\(place)/\(account ?? Self.recovery)\(Self.suffix)"
        )
    }
}

// MARK: Who may

extension OpenCase {
    /// Who may open what is recorded now.
    public func identityReaders() throws -> [IdentityReader] { try WrappedKeys(of: self).readers }

    /// Lets an account open all identities of the case, those recorded so far among them.
    /// - Parameters:
    ///   - secret: of somebody who may; the recovery key is one.
    ///   - purpose: recorded with it.
    public func grantIdentities(
        to account: String,
        by secret: SecretKey,
        purpose: FreeText
    ) throws {
        guard let recipient = try office.publicKey(of: account) else {
            throw CaseworkError.noUserKey(account: account)
        }
        let wrapped = try WrappedKeys(of: self)
        let keyring = try wrapped.unwrap(by: secret)
        // The record first: no right that nobody knows of.
        try record([granted(to: recipient, purpose)])
        for key in keyring.keys.values { try wrapped.write(key, for: account, recipient, office) }
    }

    /// Takes from an account the right to open identities, and gives the case a new key for what is recorded from
    /// now on. What the account has read, or kept a copy of with its key, cannot be taken back.
    public func revokeIdentities(from account: String, purpose: FreeText) throws {
        let wrapped = try WrappedKeys(of: self)
        let lost = wrapped.files.values.joined().filter { $0.reader.account == account }
        guard let first = lost.first else { throw CaseworkError.notGranted(account: account) }
        let remaining = wrapped.readers.filter { $0.account != account }
        var access = Access(action: .revoked, purpose: purpose)
        access.recipient = Code(first.reader.fingerprint)
        try record([access])
        for file in lost { try PrivateFile.remove(file.path) }
        let key = newIdentityKey(after: wrapped.current)
        for reader in remaining {
            let recipient =
                try reader.account.map { try office.publicKey(of: $0) } ?? office.recoveryKey()
            guard let recipient else {
                throw CaseworkError.noUserKey(account: reader.account ?? "recovery")
            }
            try wrapped.write(key, for: reader.account, recipient, office)
        }
    }

    private func newIdentityKey(after last: String?) -> IdentityKey {
        var random = office.surroundings.random()
        func open(_ random: inout some RandomNumberGenerator) -> IdentityKey {
            IdentityKey(number: (last.map(WrappedKeys.number) ?? 0) + 1, using: &random)
        }
        return open(&random)
    }

    private func granted(to recipient: RecipientKey, _ purpose: FreeText) -> Access {
        var access = Access(action: .granted, purpose: purpose)
        access.recipient = Code(recipient.fingerprint)
        return access
    }
}

// MARK: The keys

extension OpenCase {
    /// The keys by which the identities of the case are opened.
    func identityKeyring(by secret: SecretKey) throws -> IdentityKeyring {
        try WrappedKeys(of: self).unwrap(by: secret)
    }

    /// The keys, and the case's first one where it has none yet.
    /// - Returns: beside the keys what there is to record of a new one.
    func identityKeyringForRecording(
        by secret: SecretKey
    ) throws -> (keyring: IdentityKeyring, accesses: [Access]) {
        let wrapped = try WrappedKeys(of: self)
        guard wrapped.files.isEmpty else { return (try wrapped.unwrap(by: secret), []) }
        // A new key beside identities that nothing opens any more would hide that they are lost.
        let lost = Set(try list(.identity).compactMap { ($0.record.body as? Identity)?.envelope?.key.text })
        guard lost.isEmpty else { throw CaseworkError.identityKeysMissing(keys: lost.sorted()) }
        guard let recovery = try office.recoveryKey() else { throw CaseworkError.noRecoveryKey }
        let account = office.surroundings.account
        guard try office.publicKey(of: account) == secret.recipient else {
            throw CaseworkError.noUserKey(account: account)
        }
        let key = newIdentityKey(after: nil)
        try wrapped.write(key, for: account, secret.recipient, office)
        try wrapped.write(key, for: nil, recovery, office)
        return (
            IdentityKeyring(keys: [key.id: key], current: key),
            [granted(to: secret.recipient, Purposes.firstIdentity), granted(to: recovery, Purposes.recovery)]
        )
    }
}

/// What the program itself records as a purpose.
enum Purposes {
    static let firstIdentity = FreeText("The account that recorded the first identity of the case", .english)!
    static let recovery = FreeText("The recovery key of the office", .english)!
}
