internal import CaseFile
internal import Foundation
public import Sealing

// The key pairs of those who work with identities: `keys/users/<account>.pub` in clear, `<account>.key` under a
// passphrase. And the office's recovery key, of which only the public half is here.

/// Somebody for whom something can be sealed.
public struct KeyHolder: Sendable {
    public let account: String
    public let key: RecipientKey
    /// The secret half is in this home too, under a passphrase.
    public let hasSecret: Bool
}

extension Office {
    /// Characters that a new passphrase must have.
    public static let leastPassphrase = 12

    /// Makes the key pair of the account that is at work here.
    /// - Parameters:
    ///   - imported: a secret key to take instead of a new one.
    ///   - passphrase: asked for once all else is in order.
    @discardableResult
    public func makeUserKey(
        importing imported: SecretKey? = nil,
        work: ProtectedKey.Work = .standard,
        passphrase: () throws -> [UInt8]
    ) throws -> RecipientKey {
        let account = surroundings.account
        guard Recorder(agency: code, account: account) != nil else { throw CaseworkError.account(account) }
        guard !FileManager.default.fileExists(atPath: home.secretKey(of: account)) else {
            throw CaseworkError.userKeyExists(account: account)
        }
        var random = surroundings.random()
        let secret = imported ?? Self.newKey(using: &random)
        if let known = try publicKey(of: account), known != secret.recipient {
            throw CaseworkError.otherKeyThere(path: home.publicKey(of: account))
        }
        try store(secret, of: account, under: try passphrase(), work: work, using: &random)
        try PrivateFile.write(Array(secret.recipient.pem.utf8), to: home.publicKey(of: account), mode: 0o644)
        return secret.recipient
    }

    /// Puts the account's secret key under another passphrase.
    public func changePassphrase(
        _ secret: SecretKey,
        work: ProtectedKey.Work = .standard,
        to passphrase: () throws -> [UInt8]
    ) throws {
        let account = surroundings.account
        guard try publicKey(of: account) == secret.recipient else {
            throw CaseworkError.noUserKey(account: account)
        }
        var random = surroundings.random()
        try store(secret, of: account, under: try passphrase(), work: work, using: &random)
    }

    private func store(
        _ secret: SecretKey,
        of account: String,
        under passphrase: [UInt8],
        work: ProtectedKey.Work,
        using random: inout any RandomNumberGenerator
    ) throws {
        guard String(decoding: passphrase, as: UTF8.self).count >= Self.leastPassphrase else {
            throw CaseworkError.passphraseTooShort(least: Self.leastPassphrase)
        }
        func protect(_ random: inout some RandomNumberGenerator) -> ProtectedKey {
            ProtectedKey(secret, passphrase: passphrase, work: work, using: &random)
        }
        try makeFolder(home.userKeys)
        try PrivateFile.write(protect(&random).bytes, to: home.secretKey(of: account))
    }

    /// Takes in the public key of somebody who works elsewhere.
    public func addPublicKey(_ key: RecipientKey, of account: String) throws {
        guard Recorder(agency: code, account: account) != nil else { throw CaseworkError.account(account) }
        if let known = try publicKey(of: account) {
            guard known == key else {
                throw CaseworkError.otherKeyThere(path: home.publicKey(of: account))
            }
            return
        }
        try makeFolder(home.userKeys)
        try PrivateFile.write(Array(key.pem.utf8), to: home.publicKey(of: account), mode: 0o644)
    }

    public func publicKey(of account: String) throws -> RecipientKey? {
        guard Recorder(agency: code, account: account) != nil else { throw CaseworkError.account(account) }
        return try readKey(home.publicKey(of: account))
    }

    /// Whether the account at work can be asked for a passphrase here.
    public var hasUserKey: Bool {
        FileManager.default.fileExists(atPath: home.secretKey(of: surroundings.account))
    }

    /// The secret key of the account that is at work here.
    /// - Parameter passphrase: asked for only where there is a key to open.
    public func unlockUserKey(passphrase: () throws -> [UInt8]) throws -> SecretKey {
        let account = surroundings.account
        guard Recorder(agency: code, account: account) != nil,
            let data = FileManager.default.contents(atPath: home.secretKey(of: account))
        else { throw CaseworkError.noUserKey(account: account) }
        let protected: ProtectedKey
        do { protected = try ProtectedKey([UInt8](data)) } catch {
            throw CaseworkError.keyUnreadable(path: home.secretKey(of: account))
        }
        return try protected.unlock(try passphrase())
    }

    /// All whose public key is here, by account.
    public func keyHolders() throws -> [KeyHolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.userKeys)) ?? []
        return try names.filter { $0.hasSuffix(".pub") }.sorted().compactMap { name in
            let account = String(name.dropLast(4))
            guard let key = try readKey(home.publicKey(of: account)) else { return nil }
            return KeyHolder(
                account: account,
                key: key,
                hasSecret: FileManager.default.fileExists(atPath: home.secretKey(of: account))
            )
        }
    }
}

// MARK: Recovery

extension Office {
    /// The public half of the office's recovery key.
    public func recoveryKey() throws -> RecipientKey? { try readKey(home.recoveryKey) }

    /// Makes the recovery key.
    /// - Parameter keep: writes the secret half where it is kept, apart from this home; after it nothing has it.
    ///   Where it fails, there is no recovery key.
    @discardableResult
    public func makeRecoveryKey(keep: (SecretKey) throws -> Void) throws -> RecipientKey {
        if let known = try recoveryKey() {
            throw CaseworkError.recoveryKeyExists(fingerprint: known.fingerprint)
        }
        var random = surroundings.random()
        let secret = Self.newKey(using: &random)
        try makeFolder(home.keys)
        try keep(secret)
        try PrivateFile.write(Array(secret.recipient.pem.utf8), to: home.recoveryKey, mode: 0o644)
        return secret.recipient
    }

    private static func newKey(using random: inout any RandomNumberGenerator) -> SecretKey {
        func open(_ random: inout some RandomNumberGenerator) -> SecretKey { SecretKey(using: &random) }
        return open(&random)
    }

    private func readKey(_ path: String) throws -> RecipientKey? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do { return try RecipientKey(pem: String(decoding: data, as: UTF8.self)) } catch {
            throw CaseworkError.keyUnreadable(path: path)
        }
    }

    func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }
}
