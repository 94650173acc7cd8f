public import CaseFile
public import Law
public import Redaction
public import XML

/// Why a use case could not be carried out. The command writes the sentence and says what to do next.
public enum CaseworkError: Error {
    // The installation.
    case noTemplates(lookedAt: [String])
    case noTemplate(name: String, folder: String)

    /// A file of the store could not be written or read; `errno` says why.
    case file(path: String, errno: Int32)

    // The office.
    case noOffice(home: String)
    case officeExists(home: String)
    case officeUnreadable(path: String)
    case agencyCode(String)
    case account(String)
    case keyMissing(path: String)
    case keyUnreadable(path: String)

    // What is asked for.
    case noCase(String)
    case manyCases(String, count: Int)
    case noRecord(String)
    case manyRecords(String, ids: [RecordID])
    case label(String, path: String, kinds: [Kind], found: [RecordID])
    case labelTaken(String, kind: Kind)
    case mark(String)
    case noSuchReference(RecordID, path: String)
    case referenceOfWrongKind(RecordID, path: String, found: Kind, expected: [Kind])
    case noParagraph(String, statement: RecordID)
    /// An element that is not there exactly once, or that holds other elements.
    case cannotSet(path: String)

    // The law.
    /// There is no pack of this code.
    case noPack(String, known: [String])
    /// A pack that cannot be used, and everything that is wrong in it.
    case pack(String, [PackProblem])
    /// The pack has no offence of this code.
    case noOffence(String, near: [String])

    /// Files of the case whose bytes the vault has not: never taken in, or lost.
    case originalsMissing([MissingOriginal])
    /// A file whose bytes in the vault are no longer those of its record.
    case originalAltered(RecordID)
    /// No sound redacted copy could be made, so none was kept.
    case redaction(RedactionError)
    /// An edition that this program does not make.
    case edition(String, known: [String])
    /// An edition that is made for one party, and nobody, or nobody who has the role, is named.
    case editionRecipient(edition: String, role: String, known: [String])
    /// An edition that is made for nobody in particular, and somebody is named.
    case editionForNobody(edition: String)
    /// Names are kept that only an authorised user can look for: no edition leaves without a scan.
    case scanNeeded
    /// What was found must be decided before the edition leaves.
    case leaks(count: Int)

    // What is put in.
    case draftNotXML(XMLError)
    case draftNamespace(found: String)
    case draftOfOtherKind(found: Kind, expected: Kind)
    case invalid(kind: Kind, findings: [SchemaFinding])
    case form(kind: Kind, findings: [FormFinding])
    case custody(findings: [CustodyFinding])
    case oneDraft(found: Int)
    /// A party by which somebody is protected whom the file calls by name.
    case protectedByName(String, why: [String], law: [String])
    /// An identity is stored encrypted or not at all.
    case identityInClear
    case unchanged

    // Identities and keys.
    /// The account has no key pair in this office.
    case noUserKey(account: String)
    case userKeyExists(account: String)
    /// A key of this account, or of the office's recovery, which is another than the one that is there.
    case otherKeyThere(path: String)
    /// The office has no recovery key, without which no identity is stored.
    case noRecoveryKey
    case recoveryKeyExists(fingerprint: String)
    /// A new passphrase of too few characters.
    case passphraseTooShort(least: Int)
    /// The key opens no identity of the case; who may let it, by their accounts.
    case notAuthorised(fingerprint: String, canGrant: [String])
    /// The account has no right to lose.
    case notGranted(account: String)
    /// Identities are encrypted under keys that this home has not, wrapped or otherwise.
    case identityKeysMissing(keys: [String])
    /// What is stored under this id is no identity that the case's key opens.
    case identityDamaged(RecordID)
    /// The person has a name in the file: there is nothing to protect.
    case notProtected(RecordID)
    case pseudonymFixed(String)
    /// The pseudonym gives away something of the identity: a part of a name, its initials.
    case pseudonymReveals(String)
    /// A text that stands in the log in clear has something of the identity in it.
    case nameInClear
    /// The pack's words for pseudonyms are all taken, or it has none.
    case noPseudonymLeft(pack: String)
    /// Pictures of an identity that are together larger than may be, in bytes.
    case picturesTooLarge(Int, most: Int)
    case sealedCoverUnreadable

    /// The plan of a sample case cannot be followed.
    case plan(line: Int, String)
}

/// A file record without its bytes.
public struct MissingOriginal: Hashable, Sendable {
    public let file: RecordID
    /// Of its exhibit; nil where it belongs to none.
    public let mark: String?
    /// In lower-case hexadecimal: by it the vault knows the bytes when they come.
    public let sha256: String
}
