import CaseFile
import Foundation
import Ledger
import Testing

@testable import Casework

@Suite struct `What is recorded` {
    @Test func `is refused by a clock that runs behind, and nothing is stored`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let size = try openCase.size()
        office.world.set("2026-03-14T09:59:00+05:30")
        #expect {
            try openCase.record(drafts: Drafts.of(Drafts.person("Late")))
        } throws: { error in
            if case LedgerError.clockBehind = error { true } else { false }
        }
        #expect(try openCase.size() == size)
        #expect(try openCase.find("Late", kinds: [.person]) == [])
        #expect(try openCase.verifyLog().isSound)
        // The clock set right, the same thing is recorded.
        office.world.set("2026-03-14T10:00:00+05:30")
        try openCase.record(drafts: Drafts.of(Drafts.person("Late")))
        #expect(try openCase.size() == size + 1)
    }

    @Test func `is stored with all that comes in the same file, or none of it is`() throws {
        let openCase = try TestOffice().newCase()
        let size = try openCase.size()
        let drafts = Drafts.of(Drafts.person("First"), Drafts.exhibit("KT/1"), Drafts.exhibit("KT/1"))
        #expect(throws: CaseworkError.self) { try openCase.record(drafts: drafts) }
        #expect(try openCase.size() == size)
        #expect(try openCase.find("First", kinds: [.person]) == [])
    }

    @Test func `bears the office's time and account`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        office.world.pass(.seconds(3600))
        let id = try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))[0].id
        let stored = try #require(try openCase.current(id))
        #expect(stored.recordedAt == "2026-03-14T11:00:00+05:30")
        #expect(stored.recordedBy == "AHTU-KOL:r.sen")
        #expect(stored.version == 1)
    }

    @Test(arguments: ["", "r sen", "অফিসার", "a:b", String(repeating: "a", count: 65), "a\nb"])
    func `is refused from an account that cannot be one`(account: String) throws {
        let office = try TestOffice()
        let id = try office.newCase().id
        let openCase = OpenCase(office: try office.open(account: account), id: id)
        #expect {
            try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1")))
        } throws: { error in
            if case CaseworkError.account = error { true } else { false }
        }
    }

    @Test(arguments: [
        ("exhibit", Drafts.exhibit("KT/1")),
        ("person", "<person><pseudonym>Jonaki</pseudonym><sex>female</sex></person>"),
        (
            "party",
            "<party><person to=\"Officer\"/><role>officer</role><code>W1</code></party>"
        ),
        (
            "agency",
            "<agency><code>PS-X</code><name language=\"en\">A station</name><kind>police-station</kind></agency>"
        ),
    ])
    func `cannot bear the mark, pseudonym or code of another`(kind: String, draft: String) throws {
        let openCase = try TestOffice().newCase()
        let drafts = Drafts.of(draft)
        try openCase.record(drafts: drafts)
        #expect {
            try openCase.record(drafts: drafts)
        } throws: { error in
            if case CaseworkError.labelTaken(_, let found) = error { found.rawValue == kind } else { false }
        }
    }

    @Test func `refers to what is there, by label or id, and to nothing else`() throws {
        let openCase = try TestOffice().newCase()
        let officer = try openCase.record(named: "Officer", kinds: [.person])
        func exhibit(_ place: String) -> [UInt8] {
            Drafts.of(
                "<exhibit><mark>KT/1</mark><description language=\"en\">A book</description>"
                    + "<category>documentary</category><place to=\"\(place)\"/>"
                    + "<sealable>true</sealable><sensitive>false</sensitive></exhibit>"
            )
        }
        #expect {
            try openCase.record(drafts: exhibit("Nowhere"))
        } throws: { error in
            if case CaseworkError.label("Nowhere", "exhibit/place", [.place], []) = error {
                true
            } else {
                false
            }
        }
        // "Officer" is somebody, but not somewhere.
        #expect {
            try openCase.record(drafts: exhibit("Officer"))
        } throws: { error in
            if case CaseworkError.label = error { true } else { false }
        }
        #expect {
            try openCase.record(drafts: exhibit(officer.description))
        } throws: { error in
            if case CaseworkError.referenceOfWrongKind(officer, "exhibit/place", .person, [.place]) = error {
                true
            } else {
                false
            }
        }
        var random = SeededRandom(seed: 9)
        let nobody = RecordID(milliseconds: 1, using: &random)
        #expect {
            try openCase.record(drafts: exhibit(nobody.description))
        } throws: { error in
            if case CaseworkError.noSuchReference(nobody, _) = error { true } else { false }
        }
        try openCase.record(drafts: exhibit("Flat 3B"))
    }

    @Test func `is never an identity`() throws {
        let openCase = try TestOffice().newCase()
        let size = try openCase.size()
        #expect {
            try openCase.record(
                drafts: Drafts.of(
                    "<identity><person to=\"Officer\"/><name language=\"en\">Ratnabali</name></identity>"
                )
            )
        } throws: { error in
            if case CaseworkError.identityNotYet = error { true } else { false }
        }
        #expect(try openCase.size() == size)
    }

    @Test func `may call each other by handles that are not stored`() throws {
        let openCase = try TestOffice().newCase()
        var handles: [String: RecordID] = [:]
        let recorded = try openCase.record(
            drafts: Drafts.of(
                "<place label=\"the flat\"><name language=\"en\">Room 2</name><kind>building</kind></place>",
                "<exhibit><mark>KT/9</mark><description language=\"en\">A lock</description>"
                    + "<category>physical</category><place to=\"the flat\"/>"
                    + "<sealable>true</sealable><sensitive>false</sensitive></exhibit>"
            ),
            handles: &handles
        )
        #expect(handles == ["the flat": recorded[0].id])
        let exhibit = try #require(try openCase.current(recorded[1].id)?.record.body as? Exhibit)
        #expect(exhibit.place?.to == recorded[0].id)
        #expect(try openCase.find("the flat", kinds: [.place]) == [])
        let bytes = try #require(try openCase.current(recorded[0].id)).bytes
        #expect(!String(decoding: bytes, as: UTF8.self).contains("the flat"))
    }

    @Test func `must keep to the grammar, and the refusal does not repeat it`() throws {
        let openCase = try TestOffice().newCase()
        let size = try openCase.size()
        for draft in [
            "<exhibit><mark>KT/1</mark><secret>Ratnabali</secret></exhibit>",
            "<exhibit><mark>KT/1</mark><description language=\"en\">Ratnabali</description></exhibit>",
            "<person><name language=\"en\">Ratnabali</name><sex>Ratnabali</sex></person>",
            "<person><name>Ratnabali</name><sex>female</sex></person>",
            "<person><pseudonym>Jonaki</pseudonym><name language=\"en\">Ratnabali</name><sex>female</sex></person>",
            "<person><sex>female</sex>Ratnabali</person>", "<ratnabali/>Ratnabali",
        ] {
            do {
                try openCase.record(drafts: Drafts.of(draft))
                Issue.record("\(draft) was recorded")
            } catch {
                #expect(!"\(error)".contains("Ratnabali"), "\(error)")
            }
        }
        #expect(try openCase.size() == size)
    }
}

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
