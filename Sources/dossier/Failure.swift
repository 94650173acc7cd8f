internal import Archive
internal import Bundles
internal import CaseFile
internal import Casework
internal import Foundation
internal import Ledger
internal import Sealing
internal import Signatures
internal import Vault
internal import XML

/// An error as the user is told of it: what is wrong, what to do, and the exit status.
///
/// This is the one place where errors become sentences. What it does not know is a mistake of the program's own.
struct Failure {
    let sentence: String
    let hint: String?
    let status: ExitStatus

    init(_ status: ExitStatus, _ sentence: String, hint: String? = nil) {
        self.status = status
        self.sentence = sentence
        self.hint = hint
    }

    /// nil where the error is the argument parser's.
    init?(_ error: any Error) {
        switch error {
        case let error as CaseworkError: self = Self.of(error)
        case let error as InputError: self = Self.of(error)
        case let error as RecordError: self.init(.input, "\(error)")
        case let error as XMLError: self.init(.input, "\(error)")
        case let error as SigningIdentityError: self.init(.input, "\(error)")
        case let error as TrustAnchors.Failure: self.init(.input, "\(error)")
        case let error as SignatureWriterError: self.init(.store, "the bundle could not be signed: \(error)")
        case let error as ArchiveError: self = Self.of(error)
        case let error as BundleError: self = Self.of(error)
        case let error as LedgerError: self = Self.of(error)
        case let error as NoteError: self.init(.store, "\(error)", hint: "run dossier log CASE --verify")
        case let error as SealingError: self = Self.of(error)
        case let error as VaultError: self.init(.store, "\(error)")
        default: return nil
        }
    }

    private static func of(_ error: InputError) -> Failure {
        switch error {
        case .unreadable(let path): Failure(.input, "cannot read \(path)")
        case .notText(let path): Failure(.input, "\(path) is not text in UTF-8")
        case .value(let text, let expected): Failure(.input, "'\(text)' is not \(expected)")
        case .text: Failure(.input, "a text is empty, or has a character that XML cannot carry")
        case .missing(let what): Failure(.input, "\(what) is missing")
        case .protectedByName(let law):
            Failure(
                .input,
                "a protected person does not stand in the file by name" + (law.map { ": \($0)" } ?? ""),
                hint:
                    "give --protected instead of --name; the name is recorded encrypted by 'dossier identity add'"
            )
        case .mayBeProtected:
            Failure(
                .input,
                "it cannot be told whether this person is protected",
                hint:
                    "give --age, or --adult for who surely is of full age and protected by no law; or --protected"
            )
        case .unwritable(let path):
            Failure(.input, "cannot write \(path): it is there already, or its folder is not")
        case .passphrasesDiffer: Failure(.input, "the two passphrases are not the same")
        case .noTerminal:
            Failure(
                .input,
                "there is no terminal to ask for the passphrase",
                hint: "give it in a file: --passphrase-file, or DOSSIER_PASSPHRASE_FILE"
            )
        case .notATerminal:
            Failure(
                .input,
                "what is protected is shown on a terminal only",
                hint: "say where to write it with --output"
            )
        case .insideHome(let path):
            Failure(.input, "\(path) is inside of the office's folder", hint: "choose a place apart from it")
        case .nothingSealed(let path): Failure(.input, "\(path) has no sealed part")
        case .sealedForOthers(let keys):
            Failure(
                .input,
                "this key does not open it: it is sealed for \(keys.map { $0.prefix(16) + "…" }.joined(separator: ", "))"
            )
        }
    }

    private static func of(_ error: SealingError) -> Failure {
        switch error {
        case .cannotOpen: Failure(.input, "this key does not open it")
        case .notAKey: Failure(.input, "no key that can be used is in this file")
        case .unsupportedKey(let identifier):
            Failure(
                .input,
                "nothing can be sealed for a key of this kind (\(identifier))",
                hint: "it must be X25519, P-256, P-384 or P-521: openssl genpkey -algorithm X25519"
            )
        case .needsPassphrase:
            Failure(
                .input,
                "this key is under a passphrase that Dossier does not read",
                hint: "take it off with 'openssl pkey', or use a key of 'dossier key new'"
            )
        case .tooLarge(let bytes):
            Failure(.input, "\(bytes) bytes are more than one sealed part may hold")
        }
    }

    private static func of(_ error: ArchiveError) -> Failure {
        switch error {
        case .alreadyExists:
            Failure(
                .input,
                "there is a bundle of this name already",
                hint: "choose another folder with --to, or move it away"
            )
        case .system(let call, ENOSPC):
            Failure(
                .store,
                "no space left on the disk (\(call.rawValue))",
                hint: "nothing was left half-written"
            )
        case .system(.open, ENOENT), .system(.stat, ENOENT): Failure(.input, "there is no such file")
        case .notAFile: Failure(.input, "this is not a file")
        case .system: Failure(.input, "\(error)")
        default: Failure(.store, "\(error)")
        }
    }

    private static func of(_ error: BundleError) -> Failure {
        switch error {
        case .originalAltered:
            Failure(.store, "\(error)", hint: "run dossier log CASE --verify; nothing was exported")
        case .system(_, ENOSPC):
            Failure(.store, "no space left on the disk", hint: "nothing was left half-written")
        default: Failure(.store, "\(error)")
        }
    }

    private static func of(_ error: LedgerError) -> Failure {
        switch error {
        case .conflict:
            Failure(
                .store,
                "\(error)",
                hint: "somebody else recorded something in the meantime: look, then do it again"
            )
        case .clockBehind:
            Failure(.store, "\(error)", hint: "set this machine's clock right, then do it again")
        case .unsound, .damaged, .damagedRow:
            Failure(
                .store,
                "\(error)",
                hint: "nothing was recorded; run dossier log CASE --verify to see what is wrong"
            )
        case .missing(let path):
            Failure(.store, "there is no store at \(path)", hint: "make one with dossier init")
        case .diskFull:
            Failure(.store, "\(error)", hint: "nothing was recorded; make space, then do it again")
        default: Failure(.store, "\(error)")
        }
    }
}

extension Failure {
    private static func of(_ error: CaseworkError) -> Failure {
        switch error {
        case .noTemplates(let lookedAt):
            Failure(
                .store,
                "the folder 'templates' is not there; looked at \(lookedAt.joined(separator: ", "))",
                hint: "set DOSSIER_TEMPLATES to it"
            )
        case .protectedByName(let who, let why, let law):
            Failure(
                .input,
                "\(who) is protected (\(why.joined(separator: "; "))), and the file calls this person by name: "
                    + law.joined(separator: "; "),
                hint:
                    "amend the person's record first: a pseudonym in the place of the name, the name into an identity"
            )
        case .noTemplate(let name, let folder): Failure(.store, "\(name) is missing in \(folder)")
        case .file(let path, let errno):
            Failure(.store, "cannot write or read \(path): \(String(cString: strerror(errno)))")
        case .noOffice(let home):
            Failure(
                .store,
                "there is no office in \(home)",
                hint: "make one with 'dossier init', or name its folder with --home or DOSSIER_HOME"
            )
        case .officeExists(let home): Failure(.input, "there is an office in \(home) already")
        case .officeUnreadable(let path): Failure(.store, "\(path) is not what dossier init wrote")
        case .agencyCode(let code):
            Failure(
                .input,
                "'\(code)' is not a code",
                hint: "use 2 to 32 capitals, digits and inner dashes, such as AHTU-KOL"
            )
        case .account(let account):
            Failure(
                .input,
                "'\(account)' cannot be the name of an account",
                hint: "give one of ASCII letters, digits, dots and dashes with --as"
            )
        case .keyMissing(let path):
            Failure(
                .store,
                "the key \(path) is missing",
                hint: "put it back from your copy: without it nothing can be signed in this office's name"
            )
        case .keyUnreadable(let path):
            Failure(.store, "the key \(path) cannot be read as a key", hint: "put it back from your copy")
        case .noCase(let name):
            Failure(.input, "there is no case '\(name)'", hint: "dossier case list shows what there is")
        case .manyCases(let name, let count):
            Failure(.input, "'\(name)' could be any of \(count) cases", hint: "give more of its id")
        case .noRecord(let name):
            Failure(
                .input,
                "there is no record '\(name)' in this case",
                hint: "dossier case show CASE --kind KIND lists what there is"
            )
        case .manyRecords(let name, let ids):
            Failure(
                .input,
                "'\(name)' could be any of \(ids.count) records",
                hint: "give the id: \(ids.map(\.description).joined(separator: ", "))"
            )
        case .label(let label, let path, let kinds, let found):
            Failure(
                .input,
                found.isEmpty
                    ? "\(path): there is no \(kinds.map(\.rawValue).joined(separator: " or ")) called '\(label)'"
                    : "\(path): '\(label)' could be any of \(found.count) records",
                hint: found.isEmpty ? "record it first, or give an id" : "give the id"
            )
        case .labelTaken(let label, let kind):
            Failure(
                .input,
                "there is \(kind == .case ? "a case" : "\(kind.rawValue)") '\(label)' already",
                hint: "choose another, or amend that one"
            )
        case .mark(let mark): Failure(.input, "'\(mark)' cannot be an exhibit's mark")
        case .noSuchReference(let id, let path):
            Failure(.input, "\(path) refers to \(id), which is not in this case")
        case .referenceOfWrongKind(let id, let path, let found, let expected):
            Failure(
                .input,
                "\(path) refers to \(id), which is a \(found.rawValue), not a \(expected.map(\.rawValue).joined(separator: " or "))"
            )
        case .noParagraph(let number, let statement):
            Failure(.input, "proof/paragraph: statement \(statement) has no paragraph \(number)")
        case .cannotSet(let path):
            Failure(
                .input,
                "\(path) is not there exactly once, or holds other elements",
                hint: "edit a draft: dossier case show CASE --record RECORD --draft, then amend --from"
            )
        case .noPack(let code, let known):
            Failure(
                .input,
                "there is no jurisdiction pack '\(code)'",
                hint: known.isEmpty
                    ? "templates/jurisdictions has none" : "there are: \(known.joined(separator: ", "))"
            )
        case .pack(let code, let problems):
            Failure(
                .input,
                "the jurisdiction pack '\(code)' cannot be used:\n"
                    + problems.prefix(20).map { "  \($0)" }.joined(separator: "\n"),
                hint: "mend it; dossier pack check DIR shows everything that is wrong in it"
            )
        case .originalsMissing(let missing):
            Failure(
                .store,
                "the vault has not the bytes of \(counted(missing.count, "file")):\n"
                    + missing.map { "  \($0.mark ?? "a paper")  file \($0.file)  SHA-256 \($0.sha256)" }
                    .joined(separator: "\n"),
                hint: "a file's record is not its bytes: take those in with dossier add evidence; "
                    + "if they were there before, see dossier log CASE --verify"
            )
        case .originalAltered(let file):
            Failure(
                .store,
                "the bytes of file \(file) in the vault are not those that its record names",
                hint: "run dossier log CASE --verify; nothing was recorded"
            )
        case .redaction(let error): Self.of(error)
        case .noOffence(let code, let near):
            Failure(
                .input,
                "the pack has no offence '\(code)'",
                hint: near.isEmpty ? nil : "perhaps one of these: \(near.joined(separator: ", "))"
            )
        case .edition(let name, let known):
            Failure(
                .input,
                "the case's jurisdiction has no edition '\(name)'",
                hint: known.isEmpty
                    ? "its pack has no editions.xml: docs/packs.md says how to write one"
                    : "it has: \(known.joined(separator: ", "))"
            )
        case .editionRecipient(let edition, let role, let known):
            Failure(
                .input,
                "the edition '\(edition)' is made for one \(role), who must be named",
                hint: known.isEmpty
                    ? "the case has no party with the role \(role)"
                    : "use --for with one of: \(known.joined(separator: ", "))"
            )
        case .editionForNobody(let edition):
            Failure(
                .input,
                "the edition '\(edition)' is made for nobody in particular",
                hint: "leave --for out"
            )
        case .scanNeeded:
            Failure(
                .input,
                "the case keeps identities, and no edition leaves before it is searched for them",
                hint: "whoever is authorised to read them can scan and export: see dossier identity list"
            )
        case .leaks(let count):
            Failure(
                .findings,
                "\(counted(count, "finding")) of the leak scan must be decided before this edition leaves",
                hint: "see them with dossier leaks"
            )
        case .draftNotXML(let error): Failure(.input, "the draft cannot be read: \(error)")
        case .draftNamespace(let found):
            Failure(
                .input,
                "the draft's namespace is '\(found)'",
                hint: "it must be \(CaseFileGrammar.namespace)"
            )
        case .draftOfOtherKind(let found, let expected):
            Failure(.input, "the draft is a \(found.rawValue), not a \(expected.rawValue)")
        case .oneDraft(let found): Failure(.input, "one draft is wanted here, and there are \(found)")
        case .invalid(let kind, let findings):
            Failure(
                .input,
                "the \(kind.rawValue) does not fit the grammar:\n"
                    + findings.map { "  \($0)" }.joined(separator: "\n")
            )
        case .form(let kind, let findings):
            Failure(
                .input,
                "the \(kind.rawValue) is not in order:\n"
                    + findings.map { "  \($0.field): \($0.message) [\($0.code)]" }.joined(separator: "\n")
            )
        case .custody(let findings):
            Failure(
                .findings,
                "the event breaks the chain of custody and was not recorded:\n"
                    + findings.map { "  \($0) [\($0.code)]" }.joined(separator: "\n"),
                hint: "if another agency reports it as a fact, record it with --reported-by AGENCY"
            )
        case .identityInClear:
            Failure(
                .input,
                "an identity is recorded encrypted only, and replaced whole",
                hint: "dossier identity add CASE --person PSEUDONYM --from FILE encrypts it"
            )
        case .noUserKey(let account):
            Failure(
                .input,
                "there is no key of \(account) in this office",
                hint:
                    "yours is made by 'dossier key new'; a colleague's is taken in by 'dossier key add ACCOUNT FILE'"
            )
        case .userKeyExists(let account):
            Failure(
                .input,
                "\(account) has a key already",
                hint:
                    "identities were encrypted for it; its passphrase is changed by 'dossier key passphrase'"
            )
        case .otherKeyThere(let path):
            Failure(
                .input,
                "there is another key already: \(path)",
                hint: "if it is to be replaced, revoke its grants and move that file away first"
            )
        case .noRecoveryKey:
            Failure(
                .input,
                "this office has no recovery key yet, and stores no identity without one",
                hint: "make it with 'dossier key recovery FILE', and keep that file offline"
            )
        case .recoveryKeyExists(let fingerprint):
            Failure(.input, "this office has a recovery key already: \(fingerprint)")
        case .passphraseTooShort(let least):
            Failure(
                .input,
                "the new passphrase has fewer than \(least) characters",
                hint: "take several words that nobody would guess"
            )
        case .notAuthorised(let fingerprint, let canGrant):
            Failure(
                .input,
                "the key \(fingerprint.prefix(16))… may not open the identities of this case",
                hint: canGrant.isEmpty
                    ? "only the recovery key may: dossier identity recover"
                    : "who may grant it: \(canGrant.joined(separator: ", ")), by 'dossier identity grant'"
            )
        case .notGranted(let account):
            Failure(
                .input,
                "\(account) may not open the identities of this case as it is",
                hint: "dossier identity list shows who may"
            )
        case .identityKeysMissing(let keys):
            Failure(
                .store,
                "no wrapped form of the key \(keys.joined(separator: ", ")) is here that this key opens",
                hint:
                    "put keys/identities back from your copy; without it nobody opens what is encrypted under it"
            )
        case .identityDamaged(let id):
            Failure(
                .store,
                "the identity \(id) is not what the case's key encrypted",
                hint: "run dossier log CASE --verify to see what was changed"
            )
        case .notProtected(let id):
            Failure(
                .input,
                "the person \(id) stands in the file by name",
                hint: "an identity belongs to a person who has a pseudonym: dossier add person --protected"
            )
        case .pseudonymFixed(let pseudonym):
            Failure(
                .input,
                "'\(pseudonym)' is the pseudonym of this person, and a pseudonym never changes",
                hint: "whoever read the first one would know the second"
            )
        case .pseudonymReveals(let pseudonym):
            Failure(
                .input,
                "the pseudonym '\(pseudonym)' gives away a part of the identity",
                hint:
                    "it cannot be changed: add the person anew with 'dossier add person --protected', which draws one"
            )
        case .nameInClear:
            Failure(
                .input,
                "the reason or purpose has something of the identity in it, and stands in the log in clear",
                hint: "say it without the name: the pseudonym is enough; nothing was recorded"
            )
        case .noPseudonymLeft(let pack):
            Failure(
                .input,
                "the pack '\(pack)' has no word left for a pseudonym",
                hint: "give one with --pseudonym that tells nothing of the person"
            )
        case .picturesTooLarge(let bytes, let most):
            Failure(
                .input,
                "the pictures of the identity have \(bytes) bytes together, more than \(most)",
                hint: "a smaller copy is enough to know somebody by"
            )
        case .sealedCoverUnreadable:
            Failure(.store, "the key opens the part, but no sealed cover is inside")
        case .unchanged: Failure(.input, "nothing would change")
        case .plan(let line, let problem): Failure(.input, "the sample's plan, line \(line): \(problem)")
        }
    }
}
