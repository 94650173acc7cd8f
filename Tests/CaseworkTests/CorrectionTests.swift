import CaseFile
import Foundation
import Ledger
import Testing

@testable import Casework

@Suite struct `A correction` {
    @Test func `is a new version that names the one it replaces`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let id = try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))[0].id
        let first = try #require(try openCase.current(id))
        office.world.pass(.seconds(60))
        let why = FreeText("Counted again", .english)!
        let recorded = try openCase.amend(id, setting: [("description", "Two books")], why: why)
        #expect(recorded.version == 2)
        let versions = try openCase.versions(of: id)
        #expect(versions.map(\.version) == [1, 2])
        #expect(versions[0].bytes == first.bytes)
        #expect(versions[1].record.head.replaces == [first.leaf])
        #expect(versions[1].amendment == "Counted again")
        #expect(try openCase.current(id)?.version == 2)
        #expect(try openCase.list(.exhibit).count == 1)
        #expect(try openCase.verifyLog().isSound)
    }

    @Test func `that changes nothing is refused`() throws {
        let openCase = try TestOffice().newCase()
        let id = try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))[0].id
        let why = FreeText("No reason", .english)!
        #expect {
            try openCase.amend(id, setting: [("description", "A book")], why: why)
        } throws: { error in
            if case CaseworkError.unchanged = error { true } else { false }
        }
    }

    @Test(arguments: ["nothing", "description/x", "", "mark/"])
    func `of an element that is not there is refused`(path: String) throws {
        let openCase = try TestOffice().newCase()
        let id = try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))[0].id
        #expect(throws: (any Error).self) {
            try openCase.amend(
                id,
                setting: [(path, path == "mark/" ? "" : "x")],
                why: FreeText("y", .english)!
            )
        }
        #expect(try openCase.current(id)?.version == 1)
    }

    @Test func `can be made from the draft that the record gives of itself`() throws {
        let openCase = try TestOffice().newCase()
        let id = try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))[0].id
        let draft = String(decoding: try #require(try openCase.current(id)).draft(), as: UTF8.self)
        let edited = draft.replacing("A book", with: "A red book")
        let why = FreeText("Its colour", .english)!
        #expect(try openCase.amend(id, withDraft: Array(edited.utf8), why: why).version == 2)
        // The draft as it was gives the same record: nothing is lost on the way.
        #expect {
            try openCase.amend(id, withDraft: Array(edited.utf8), why: why)
        } throws: { error in
            if case CaseworkError.unchanged = error { true } else { false }
        }
    }

    @Test func `may not take another's mark`() throws {
        let openCase = try TestOffice().newCase()
        let ids = try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1"), Drafts.exhibit("KT/2"))).map(
            \.id
        )
        #expect(throws: CaseworkError.self) {
            try openCase.amend(ids[1], setting: [("mark", "KT/1")], why: FreeText("y", .english)!)
        }
    }
}

@Suite struct `Two people at work on one case` {
    /// Each has the store open, and has weighed what to record before either stored it.
    private func sessions(_ office: TestOffice) throws -> (OpenCase, OpenCase) {
        let id = try office.newCase().id
        return (
            OpenCase(office: try office.open(account: "r.sen"), id: id),
            OpenCase(office: try office.open(account: "d.kundu"), id: id)
        )
    }

    private func weigh(_ openCase: OpenCase, _ bodies: [any RecordBody]) throws -> Batch {
        var random = SeededRandom(seed: UInt64(openCase.office.surroundings.account.count))
        var batch = try Batch(openCase)
        for body in bodies {
            try batch.add(try openCase.new(body, id: openCase.office.newID(using: &random), using: &random))
        }
        return batch
    }

    private func exhibit(_ mark: Code) -> Exhibit {
        Exhibit(
            mark: mark,
            description: FreeText("A book", .english)!,
            category: .documentary,
            sealable: false,
            sensitive: false
        )
    }

    @Test func `cannot both give one mark`() throws {
        let office = try TestOffice()
        let (one, other) = try sessions(office)
        let first = try weigh(one, [exhibit("KT/1")])
        let second = try weigh(other, [exhibit("KT/1")])
        _ = try first.commit()
        #expect {
            try second.commit()
        } throws: { error in
            if case LedgerError.conflict = error { true } else { false }
        }
        #expect(try one.list(.exhibit).count == 1)
        #expect(try one.verifyLog().isSound)
        // Weighed again it is refused for what it is.
        #expect {
            try weigh(other, [exhibit("KT/1")])
        } throws: { error in
            if case CaseworkError.labelTaken = error { true } else { false }
        }
        _ = try weigh(other, [exhibit("KT/2")]).commit()
        #expect(try one.list(.exhibit).compactMap(\.label) == ["KT/1", "KT/2"])
    }

    @Test func `cannot both correct one record unseen`() throws {
        let office = try TestOffice()
        let (one, other) = try sessions(office)
        let id = try one.record([exhibit("KT/1")])[0].id
        func correction(_ openCase: OpenCase, _ text: String) throws -> Batch {
            var random = SeededRandom(seed: 5)
            var body = exhibit("KT/1")
            body.description = FreeText(text, .english)!
            var batch = try Batch(openCase)
            try batch.add(
                try openCase.newVersion(of: id, body, why: FreeText("Seen", .english)!, using: &random)
            )
            return batch
        }
        let first = try correction(one, "A red book")
        let second = try correction(other, "A blue book")
        _ = try first.commit()
        #expect(throws: LedgerError.self) { try second.commit() }
        #expect(try one.versions(of: id).count == 2)
        _ = try correction(other, "A blue book").commit()
        #expect(try one.versions(of: id).map(\.version) == [1, 2, 3])
    }
}
