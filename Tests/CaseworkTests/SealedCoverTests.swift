import CaseFile
import Casework
import Foundation
import Sealing
import Testing

@Suite struct `A sealed cover` {
    private let why = FreeText("For the Special Court", .english)!

    private func key(_ algorithm: KeyAlgorithm, _ seed: UInt64) -> SecretKey {
        var random = SeededRandom(seed: seed)
        return SecretKey(algorithm, using: &random)
    }

    @Test func `holds identities in clear and sealed records as they are, for its recipient alone`() throws {
        let desk = try IdentityDesk()
        let picture = Array("not really a picture".utf8)
        let identity = try desk.add(IdentityDesk.draft(picture: picture))
        let exhibit = try desk.openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))[0].id
        let court = key(.p384, 1)
        let part = try desk.openCase.sealedCover(
            for: court.recipient,
            identities: desk.secret,
            sealedRecords: [exhibit],
            purpose: why
        )
        let cover = try SealedCover(opening: part, with: court)
        #expect(cover.caseNumber == "KOL-7")
        #expect(cover.caseID == desk.openCase.id)
        #expect(cover.madeBy == "AHTU-KOL:r.sen")
        #expect(cover.records.map(\.head.id) == [identity.id, exhibit])
        let clear = try #require(cover.records[0].body as? Identity)
        #expect(clear.names.map { $0.plain() } == IdentityDesk.names)
        #expect(try cover.records[1].canonicalBytes() == desk.openCase.current(exhibit)?.bytes)
        #expect(cover.pictures.map(\.bytes) == [picture])
        #expect(cover.pictures[0].name.hasSuffix("-1.jpg"))

        for other in [key(.p384, 2), key(.x25519, 1), desk.secret, desk.recovery] {
            #expect(throws: SealingError.cannotOpen) { try SealedCover(opening: part, with: other) }
        }
        let access = try #require(try desk.accesses().last)
        #expect(access.action == .sealed)
        #expect(access.recipient?.text == court.recipient.fingerprint)
        #expect(access.identities.map(\.to) == [identity.id])
    }

    @Test func `tells neither how many identities are in it nor whom it concerns`() throws {
        let desk = try IdentityDesk()
        let recipients = [key(.x25519, 1).recipient, key(.p521, 2).recipient]
        try desk.add()
        let one = try desk.openCase.sealedCovers(for: recipients, unlockedBy: desk.secret, purpose: why)
        for number in 1...20 {
            try desk.openCase.record(drafts: Drafts.of(IdentityDesk.protected("Cedar \(number)")))
            try desk.add(IdentityDesk.draft("Cedar \(number)"))
        }
        let many = try desk.openCase.sealedCovers(for: recipients, unlockedBy: desk.secret, purpose: why)
        #expect(Set((one + many).map(\.count)) == [65_536])
        for part in many {
            #expect(!String(decoding: part, as: UTF8.self).contains("Banyan"))
            #expect(!String(decoding: part, as: UTF8.self).contains("KOL-7"))
        }
    }

    @Test func `is not made, and nothing is recorded, by who may not open identities`() throws {
        let desk = try IdentityDesk()
        try desk.add()
        let (theirs, secret) = try desk.colleague("a.das")
        let size = try desk.openCase.size()
        #expect {
            _ = try theirs.sealedCover(for: secret.recipient, identities: secret, purpose: why)
        } throws: { "\($0)".contains("notAuthorised") }
        #expect(try desk.openCase.size() == size)
    }

    @Test func `with something else inside says so`() throws {
        let court = key(.x25519, 1)
        let part = try SealedPart.seal(Array("<other/>".utf8), to: court.recipient, info: SealedCover.purpose)
        #expect { _ = try SealedCover(opening: part, with: court) } throws: {
            "\($0)".contains("sealedCoverUnreadable")
        }
    }
}
