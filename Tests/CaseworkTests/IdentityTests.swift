import CaseFile
import Casework
import Foundation
import Leaks
import Sealing
import Testing

@Suite struct `An identity` {
    private let why = IdentityDesk.why

    private func fails(_ expected: String, _ body: () throws -> Void) {
        #expect { try body() } throws: { error in
            "\(error)".contains(expected)
        }
    }

    @Test func `is stored encrypted and opened on record`() throws {
        let desk = try IdentityDesk()
        let recorded = try desk.add()
        #expect(recorded.madeKey)
        #expect(recorded.pseudonym == "Banyan")
        #expect(recorded.terms == 10)
        let stored = try #require(try desk.openCase.current(recorded.id)?.record.body as? Identity)
        #expect(stored.envelope != nil && stored.names.isEmpty)
        #expect(try desk.accesses().map(\.action) == [.granted, .granted])

        let opened = try desk.openCase.openIdentity(of: "Banyan", by: desk.secret, purpose: why)
        #expect(opened.identity.names.map { $0.plain() } == IdentityDesk.names)
        #expect(opened.identity.kin[0].names[0].plain() == "Shibani Ghoshal")
        let access = try #require(try desk.accesses().last)
        #expect(access.action == .read)
        #expect(access.identities.map(\.to) == [recorded.id])
        #expect(access.purpose == why)
        #expect(try desk.openCase.verifyLog().isSound)
    }

    @Test func `is replaced by its newer version`() throws {
        let desk = try IdentityDesk()
        let first = try desk.add()
        desk.office.world.pass(.seconds(60))
        var body = try desk.openCase.identity(draft: IdentityDesk.draft())
        body.nicknames.append(FreeText("Buri", .english)!)
        let second = try desk.openCase.record(body, by: desk.secret)
        #expect(second.id == first.id)
        #expect(second.version == 2)
        #expect(!second.madeKey)
        let opened = try desk.openCase.openIdentity(of: "Banyan", by: desk.secret, purpose: why)
        #expect(opened.identity.nicknames.count == 2)
        #expect(try desk.openCase.identities().map(\.version) == [2])
    }

    @Test func `gives its terms to the leak scan by codes, and one record says so`() throws {
        let desk = try IdentityDesk()
        let recorded = try desk.add()
        let before = try desk.accesses().count
        let terms = try desk.openCase.protectedTerms(by: desk.secret, purpose: why)
        #expect(terms.count == recorded.terms)
        #expect(terms[0].code == "\(recorded.id)/name/1")
        #expect(terms.map(\.text).contains("Shibani Ghoshal"))
        #expect(!terms.map(\.text).contains("Kolkata"))
        #expect(
            Set(terms.map(\.kind)) == [.name, .nickname, .birthDate, .address, .school, .kin, .phone, .paper]
        )
        let accesses = try desk.accesses().dropFirst(before)
        #expect(accesses.map(\.action) == [.scanned])
    }

    @Test func `in clear is recorded by no other way`() throws {
        let desk = try IdentityDesk()
        fails("identityInClear") { try desk.openCase.record(drafts: IdentityDesk.draft()) }
        let recorded = try desk.add()
        fails("identityInClear") {
            try desk.openCase.amend(recorded.id, setting: [("envelope/key", "other")], why: why)
        }
        fails("identityInClear") {
            try desk.openCase.amend(recorded.id, withDraft: IdentityDesk.draft(), why: why)
        }
    }

    @Test func `of a person who stands in the file by name is refused`() throws {
        let desk = try IdentityDesk()
        fails("notProtected") { try desk.add(IdentityDesk.draft("Officer")) }
        #expect(try desk.openCase.identities().isEmpty)
    }

    @Test(arguments: ["Ratna", "R. G.", "Mithu"])
    func `is not recorded under a pseudonym that gives it away`(pseudonym: String) throws {
        let desk = try IdentityDesk()
        try desk.openCase.record(drafts: Drafts.of(IdentityDesk.protected(pseudonym)))
        fails("pseudonymReveals") { try desk.add(IdentityDesk.draft(pseudonym)) }
    }

    @Test func `is in no error, whatever is wrong with its draft`() throws {
        let desk = try IdentityDesk()
        let text = String(decoding: IdentityDesk.draft(), as: UTF8.self)
        let broken = [
            text.replacing("</name><nickname", with: "<nickname"),
            text.replacing("2010-02-17+05:30", with: "Ratnabali"),
            text.replacing("<kind>telephone</kind>", with: "<kind>Ratnabali</kind>"),
            text.replacing("language=\"bn\"", with: "language=\"Ratnabali\""),
            text.replacing("<school language=\"en\">", with: "<school>"),
            text.replacing("</nickname>", with: "</Ratnabali>"),
            text.replacing("image", with: "Ratnabali") + "Ratnabali",
        ]
        for draft in broken {
            #expect { try desk.add(Array(draft.utf8)) } throws: { error in
                !"\(error)".contains("Ratnabali") && !"\(error)".contains("Ghoshal")
            }
        }
        #expect(try desk.openCase.identities().isEmpty)
    }

    @Test func `holds pictures up to a limit`() throws {
        let desk = try IdentityDesk()
        let most = OpenCase.mostPictureBytes
        let picture = Array(repeating: UInt8(0xA7), count: most)
        try desk.add(IdentityDesk.draft(picture: picture))
        let opened = try desk.openCase.openIdentity(of: "Banyan", by: desk.secret, purpose: why)
        #expect(opened.identity.pictures.count == 1)
        fails("picturesTooLarge") { try desk.add(IdentityDesk.draft(picture: picture + [1, 2, 3])) }
    }

    @Test(arguments: ["For Ratnabali", "রত্নাবলী", "asked by S. Ghoshal's daughter Mithu"])
    func `is not told by the reason or purpose that stands beside it in clear`(text: String) throws {
        let desk = try IdentityDesk()
        try desk.add()
        let text = FreeText(text, .english)!
        let size = try desk.openCase.size()
        fails("nameInClear") {
            _ = try desk.openCase.openIdentity(of: "Banyan", by: desk.secret, purpose: text)
        }
        let body = try desk.openCase.identity(draft: IdentityDesk.draft())
        fails("nameInClear") { try desk.openCase.record(body, by: desk.secret, why: text) }
        #expect(try desk.openCase.size() == size)
    }

    @Test func `that was changed in the store opens to nobody, and says only that`() throws {
        let desk = try IdentityDesk()
        let recorded = try desk.add()
        let stored = try #require(try desk.openCase.current(recorded.id)?.record.body as? Identity)
        // As an intruder would: under another person.
        try desk.openCase.record(drafts: Drafts.of(IdentityDesk.protected("Cedar")))
        let other = try desk.openCase.record(named: "Cedar", kinds: [.person])
        var moved = Identity(person: Reference(to: other))
        moved.envelope = stored.envelope
        try desk.openCase.record([moved])
        fails("identityDamaged") {
            _ = try desk.openCase.openIdentity(of: "Cedar", by: desk.secret, purpose: why)
        }
        #expect(try desk.accesses().allSatisfy { $0.action == .granted })
    }
}

@Suite struct `Who may open identities` {
    private let why = IdentityDesk.why

    private func fails(_ expected: String, _ body: () throws -> Void) {
        #expect { try body() } throws: { "\($0)".contains(expected) }
    }

    @Test func `needs a key, and the office a recovery key`() throws {
        let desk = try IdentityDesk(withRecovery: false)
        fails("noRecoveryKey") { try desk.add() }
        let office = try desk.office.open(account: "a.das")
        fails("noUserKey") { _ = try office.unlockUserKey { IdentityDesk.passphrase } }
        fails("passphraseTooShort") { try office.makeUserKey(work: .light) { Array("short".utf8) } }
        #expect(!office.hasUserKey)
    }

    @Test func `is who recorded the first one, whom that one grants it, and the recovery key`() throws {
        let desk = try IdentityDesk()
        try desk.add()
        let (theirs, secret) = try desk.colleague("a.das")
        fails("notAuthorised") { _ = try theirs.openIdentity(of: "Banyan", by: secret, purpose: why) }
        fails("notAuthorised") { _ = try theirs.protectedTerms(by: secret, purpose: why) }
        fails("notAuthorised") { try theirs.grantIdentities(to: "a.das", by: secret, purpose: why) }
        #expect(try desk.accesses().allSatisfy { $0.action == .granted })

        try desk.openCase.grantIdentities(to: "a.das", by: desk.secret, purpose: why)
        let granted = try #require(try desk.accesses().last)
        #expect(granted.action == .granted)
        #expect(granted.recipient?.text == secret.recipient.fingerprint)
        let opened = try theirs.openIdentity(of: "Banyan", by: secret, purpose: why)
        #expect(opened.identity.names.count == 3)
        #expect(try desk.openCase.identityReaders().map(\.account) == [nil, "a.das", "r.sen"])
    }

    @Test func `loses it for what is recorded afterwards, and for what was before by any honest copy`() throws
    {
        let desk = try IdentityDesk()
        try desk.add()
        let (theirs, secret) = try desk.colleague("a.das")
        try desk.openCase.grantIdentities(to: "a.das", by: desk.secret, purpose: why)
        try desk.openCase.revokeIdentities(from: "a.das", purpose: why)
        #expect(try desk.accesses().last?.action == .revoked)
        fails("notAuthorised") { _ = try theirs.openIdentity(of: "Banyan", by: secret, purpose: why) }
        fails("notGranted") { try desk.openCase.revokeIdentities(from: "a.das", purpose: why) }
        try desk.openCase.record(drafts: Drafts.of(IdentityDesk.protected("Cedar")))
        let later = try desk.add(IdentityDesk.draft("Cedar"))
        let keys = try desk.openCase.identities().map(\.key)
        #expect(Set(keys).count == 2, "what is recorded afterwards is under another key")
        for person in ["Banyan", "Cedar"] {
            let opened = try desk.openCase.openIdentity(of: person, by: desk.secret, purpose: why)
            #expect(opened.identity.names.count == 3)
        }
        #expect(later.version == 1)
        // Granted again, both open.
        try desk.openCase.grantIdentities(to: "a.das", by: desk.secret, purpose: why)
        #expect(try theirs.protectedTerms(by: secret, purpose: why).count == 20)
    }

    @Test func `is whoever has the recovery key, when all others are lost`() throws {
        let desk = try IdentityDesk()
        try desk.add()
        let (theirs, secret) = try desk.colleague("a.das")
        try theirs.grantIdentities(to: "a.das", by: desk.recovery, purpose: why)
        #expect(try theirs.openIdentity(of: "Banyan", by: secret, purpose: why).pseudonym == "Banyan")
    }

    @Test func `is not asked of who has the wrong passphrase`() throws {
        let desk = try IdentityDesk()
        #expect(throws: SealingError.cannotOpen) {
            try desk.openCase.office.unlockUserKey { Array("four plain words".utf8) }
        }
    }

    @Test func `cannot be changed by a new key beside lost ones`() throws {
        let desk = try IdentityDesk()
        try desk.add()
        try FileManager.default.removeItem(atPath: desk.office.home.keys + "/identities")
        fails("identityKeysMissing") { try desk.add() }
        fails("notAuthorised") { _ = try desk.openCase.protectedTerms(by: desk.secret, purpose: why) }
    }

    @Test func `has a public key that is not exchanged quietly`() throws {
        let desk = try IdentityDesk()
        var random = SeededRandom(seed: 5)
        let other = SecretKey(using: &random).recipient
        fails("otherKeyThere") { try desk.openCase.office.addPublicKey(other, of: "r.sen") }
        try desk.openCase.office.addPublicKey(other, of: "k.bose")
        #expect(try desk.openCase.office.keyHolders().map(\.account) == ["k.bose", "r.sen"])
        fails("account") { try desk.openCase.office.addPublicKey(other, of: "../k.bose") }
        fails("recoveryKeyExists") { try desk.openCase.office.makeRecoveryKey { _ in } }
    }

    @Test func `may change the passphrase`() throws {
        let desk = try IdentityDesk()
        let other = Array("another four plain words".utf8)
        try desk.openCase.office.changePassphrase(desk.secret, work: .light) { other }
        #expect(throws: SealingError.cannotOpen) {
            try desk.openCase.office.unlockUserKey { IdentityDesk.passphrase }
        }
        #expect(try desk.openCase.office.unlockUserKey { other }.recipient == desk.secret.recipient)
    }
}

@Suite struct `A pseudonym` {
    @Test func `is drawn from the pack's words, and never twice`() throws {
        let openCase = try TestOffice().newCase()
        var drawn: Set<String> = []
        for _ in 0..<70 {
            let pseudonym = try openCase.drawPseudonym().text
            #expect(drawn.insert(pseudonym).inserted)
            try openCase.record(drafts: Drafts.of(IdentityDesk.protected(pseudonym)))
        }
        #expect(drawn.contains { $0.hasSuffix(" 2") }, "past the list's end its words go round with a number")
    }

    @Test func `never changes`() throws {
        let openCase = try TestOffice().newCase()
        let person = try openCase.record(drafts: Drafts.of(IdentityDesk.protected("Banyan")))[0].id
        let why = IdentityDesk.why
        for change in [
            { try openCase.amend(person, setting: [("pseudonym", "Cedar")], why: why) },
            { try openCase.amend(person, withDraft: Drafts.of(Drafts.person("Somebody")), why: why) },
        ] {
            #expect { _ = try change() } throws: { "\($0)".contains("pseudonymFixed") }
        }
        try openCase.amend(person, setting: [("sex", "not-recorded")], why: why)
        #expect(try openCase.label(of: person) == "Banyan")
    }
}
