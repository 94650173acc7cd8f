public import CaseFile
internal import Foundation
internal import Leaks
public import Sealing
internal import XML

// An identity comes in clear, from a draft that is read from a file or standard input, and is encrypted before it is
// recorded. Nothing on the way writes it anywhere, and no error repeats a word of it.

/// What was recorded of an identity.
public struct RecordedIdentity: Sendable {
    public let id: RecordID
    public let person: RecordID
    public let pseudonym: String
    public let version: Int
    /// How many terms the leak scan will look for.
    public let terms: Int
    /// The case had no identity before: its key was made, for the account and the recovery key.
    public let madeKey: Bool
}

extension OpenCase {
    /// The most that the pictures of one identity may have together, in bytes: the encrypted record is one text.
    public static let mostPictureBytes = 2 << 20

    /// Reads the draft of an identity: one `<identity>` in clear.
    /// - Parameter person: whose it is, by id or pseudonym, where the draft does not say.
    public func identity(draft bytes: [UInt8], of person: String? = nil) throws -> Identity {
        let drafts: [Draft]
        do { drafts = try Draft.read(bytes) } catch CaseworkError.draftNotXML(.notWellFormed(let line, _)) {
            // The parser's own words may repeat what it stumbled over.
            throw CaseworkError.draftNotXML(.notWellFormed(line: line, message: "something is out of place"))
        }
        guard drafts.count == 1 else { throw CaseworkError.oneDraft(found: drafts.count) }
        guard drafts[0].kind == .identity else {
            throw CaseworkError.draftOfOtherKind(found: drafts[0].kind, expected: .identity)
        }
        let body = try drafts[0].body(
            defaultingPersonTo: try person.map { try protectedPerson($0) }
        ) { try find($0, kinds: $1) }
        return body as! Identity
    }

    /// A person of the case, by id or pseudonym.
    public func protectedPerson(_ name: String) throws -> RecordID {
        try record(named: name, kinds: [.person])
    }

    /// Encrypts an identity and records it; where the person has one, as its new version.
    /// - Parameters:
    ///   - body: in clear.
    ///   - secret: of somebody who may open the case's identities. The first identity of a case makes its key.
    ///   - why: for a new version; stands in clear.
    @discardableResult
    public func record(
        _ body: Identity,
        by secret: SecretKey,
        why: FreeText = FreeText("The identity is amended", .english)!
    ) throws -> RecordedIdentity {
        let pseudonym = try weigh(body)
        try keepOut(of: why, IdentityTerms.of(body, id: body.person.to))
        let (keyring, accesses) = try identityKeyringForRecording(by: secret)
        var random = office.surroundings.random()
        let known = try identityRecord(of: body.person.to)
        let id = known?.id ?? office.newID(using: &random)
        let envelope = try seal(body, id, with: keyring.current, using: &random)
        var sealed = Identity(person: body.person)
        sealed.envelope = envelope

        var batch = try Batch(self)
        for access in accesses {
            try batch.add(try new(access, id: office.newID(using: &random), using: &random))
        }
        let record =
            try known == nil
            ? new(sealed, id: id, using: &random) : newVersion(of: id, sealed, why: why, using: &random)
        try batch.add(record)
        _ = try batch.commit()
        return RecordedIdentity(
            id: id,
            person: body.person.to,
            pseudonym: pseudonym,
            version: record.head.version,
            terms: IdentityTerms.of(body, id: id).count,
            madeKey: !accesses.isEmpty
        )
    }

    /// What is recorded beside an identity stands in the log in clear.
    func keepOut(of text: FreeText, _ terms: [ProtectedTerm]) throws {
        guard LeakMatcher(terms).matches(in: text.plain()).isEmpty else { throw CaseworkError.nameInClear }
    }

    /// The record of a person's identity.
    func identityRecord(of person: RecordID) throws -> StoredRecord? {
        try belonging(to: person).first { $0.kind == .identity }
    }

    /// What is in clear is weighed as a record is: by form, schema and references.
    /// - Returns: the person's pseudonym.
    private func weigh(_ body: Identity) throws -> String {
        guard body.envelope == nil else {
            throw CaseworkError.form(kind: .identity, findings: [.encryptedAlready])
        }
        let form = body.formFindings
        guard form.isEmpty else { throw CaseworkError.form(kind: .identity, findings: form) }
        guard let person = try current(body.person.to)?.record.body as? Person else {
            throw CaseworkError.noSuchReference(body.person.to, path: "identity/person")
        }
        guard let pseudonym = person.pseudonym?.text else {
            throw CaseworkError.notProtected(body.person.to)
        }
        var random = office.surroundings.random()
        let record = try new(body, id: office.newID(using: &random), using: &random)
        for reference in body.photographs where try kind(of: reference.to) != .file {
            throw CaseworkError.noSuchReference(reference.to, path: "identity/photograph")
        }
        let pictures = body.pictures.reduce(0) { sum, picture in
            let text = picture.content.text.utf8
            return sum + text.count / 4 * 3 - text.suffix(2).count { $0 == UInt8(ascii: "=") }
        }
        guard pictures <= Self.mostPictureBytes else {
            throw CaseworkError.picturesTooLarge(pictures, most: Self.mostPictureBytes)
        }
        let flaws = try office.schema().validate(try record.canonicalBytes())
        guard flaws.isEmpty else { throw CaseworkError.invalid(kind: .identity, findings: flaws) }
        let terms = IdentityTerms.of(body, id: record.head.id)
        guard !LeakMatcher(terms).reveals(pseudonym: pseudonym) else {
            throw CaseworkError.pseudonymReveals(pseudonym)
        }
        return pseudonym
    }

    private func seal(
        _ body: Identity,
        _ id: RecordID,
        with key: IdentityKey,
        using random: inout some RandomNumberGenerator
    ) throws -> Identity.Envelope {
        let sealed = key.seal(
            try body.element().canonicalBytes(),
            record: id.description,
            person: body.person.to.description,
            using: &random
        )
        guard let key = Code(key.id), let initialisation = Base64Text(bytes: sealed.initialisation),
            let ciphertext = Base64Text(bytes: sealed.ciphertext)
        else { throw CaseworkError.identityInClear }
        return Identity.Envelope(key: key, initialisation: initialisation, ciphertext: ciphertext)
    }
}

extension FormFinding {
    fileprivate static let encryptedAlready = FormFinding(
        code: "identity.clear-or-encrypted",
        field: "envelope",
        message: "give the identity in clear: it is encrypted here"
    )
}

extension Base64Text {
    init?(bytes: [UInt8]) { self.init(Data(bytes).base64EncodedString()) }

    var bytes: [UInt8] { Data(base64Encoded: text).map { [UInt8]($0) } ?? [] }
}
