public import CaseFile
public import Leaks
public import Sealing
internal import XML

// Whoever opens an identity is recorded before anything is shown: if the record cannot be made, nothing is opened.

/// An identity in clear. It is shown or sealed, and never written.
public struct OpenedIdentity: Sendable {
    public let id: RecordID
    public let version: Int
    public let pseudonym: String
    public let identity: Identity
}

/// What is known of an identity without opening it.
public struct IdentityLine: Sendable {
    public let id: RecordID
    public let person: RecordID
    public let pseudonym: String
    public let version: Int
    public let recordedAt: String
    public let recordedBy: String
    /// Which key it is encrypted under.
    public let key: String
    /// What the leak scan looks for; nil where nobody opened it.
    public internal(set) var terms: Int?
}

extension OpenCase {
    /// The identities of the case by pseudonym.
    /// - Parameter secret: to count their terms; the use is recorded.
    public func identities(
        countedBy secret: SecretKey? = nil,
        purpose: FreeText? = nil
    ) throws -> [IdentityLine] {
        var lines = try list(.identity).compactMap { stored -> IdentityLine? in
            guard let body = stored.record.body as? Identity, let envelope = body.envelope else { return nil }
            return IdentityLine(
                id: stored.id,
                person: body.person.to,
                pseudonym: try label(of: body.person.to) ?? "",
                version: stored.version,
                recordedAt: stored.recordedAt,
                recordedBy: stored.recordedBy,
                key: envelope.key.text
            )
        }
        if let secret, let purpose {
            let opened = try openedIdentities(by: secret) { ids in
                ids.isEmpty ? [] : [Access(action: .scanned, purpose: purpose)]
            }
            let counts = Dictionary(
                uniqueKeysWithValues: opened.map { ($0.id, IdentityTerms.of($0.identity, id: $0.id).count) }
            )
            for index in lines.indices { lines[index].terms = counts[lines[index].id] }
        }
        return lines.sorted { ($0.pseudonym, $0.id) < ($1.pseudonym, $1.id) }
    }

    /// Opens the identity of one person; who did and what for is in the log before this returns.
    /// - Parameter person: by id or pseudonym.
    public func openIdentity(
        of person: String,
        by secret: SecretKey,
        purpose: FreeText
    ) throws -> OpenedIdentity {
        guard let stored = try identityRecord(of: try protectedPerson(person)) else {
            throw CaseworkError.noRecord("identity of \(person)")
        }
        // Opened first, since what cannot be opened was not read; recorded before anybody sees it.
        let opened = try openIdentity(stored, with: try identityKeyring(by: secret))
        try keepOut(of: purpose, IdentityTerms.of(opened.identity, id: opened.id))
        var access = Access(action: .read, purpose: purpose)
        access.identities = [Reference(to: stored.id)]
        try record([access])
        return opened
    }

    /// Everything that must not leave in clear, of every identity of the case. One record says that it was used.
    public func protectedTerms(by secret: SecretKey, purpose: FreeText) throws -> [ProtectedTerm] {
        try openedIdentities(by: secret) { ids in
            ids.isEmpty ? [] : [Access(action: .scanned, purpose: purpose)]
        }.flatMap { IdentityTerms.of($0.identity, id: $0.id) }
    }

    /// Opens all identities, and returns them once the accesses are recorded.
    func openedIdentities(
        by secret: SecretKey,
        recording accesses: ([RecordID]) throws -> [Access]
    ) throws -> [OpenedIdentity] {
        let stored = try list(.identity)
        guard !stored.isEmpty else { return [] }
        let keyring = try identityKeyring(by: secret)
        let opened = try stored.map { try openIdentity($0, with: keyring) }
        try record(try accesses(opened.map(\.id)))
        return opened
    }

    /// The caller records it.
    func openIdentity(_ stored: StoredRecord, with keyring: IdentityKeyring) throws -> OpenedIdentity {
        guard let body = stored.record.body as? Identity, let envelope = body.envelope else {
            throw CaseworkError.identityDamaged(stored.id)
        }
        guard let key = keyring.keys[envelope.key.text] else {
            throw CaseworkError.identityKeysMissing(keys: [envelope.key.text])
        }
        let sealed = IdentityKey.Sealed(
            initialisation: envelope.initialisation.bytes,
            ciphertext: envelope.ciphertext.bytes
        )
        guard
            let clear = try? key.open(
                sealed,
                record: stored.id.description,
                person: body.person.to.description
            ),
            let element = try? Element(parsing: clear, limits: .record),
            let identity = try? Identity(draft: element),
            identity.person == body.person
        else { throw CaseworkError.identityDamaged(stored.id) }
        return OpenedIdentity(
            id: stored.id,
            version: stored.version,
            pseudonym: try label(of: body.person.to) ?? "",
            identity: identity
        )
    }
}
