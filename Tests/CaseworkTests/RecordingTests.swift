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

    @Test func `is never an identity in clear`() throws {
        let openCase = try TestOffice().newCase()
        let size = try openCase.size()
        #expect {
            try openCase.record(
                drafts: Drafts.of(
                    "<identity><person to=\"Officer\"/><name language=\"en\">Ratnabali</name></identity>"
                )
            )
        } throws: { error in
            if case CaseworkError.identityInClear = error { true } else { false }
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
