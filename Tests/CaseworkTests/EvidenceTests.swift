import CaseFile
import Casework
import Foundation
import Testing
import Vault

@Suite struct `Evidence that is taken in` {
    @Test func `becomes an exhibit for each file, numbered on from the last`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("one", ["a.txt": "a", "b.txt": "b", "c.txt": "a"])
        let first = try openCase.addEvidence(.init(paths: [folder], marking: .each(prefix: "KT")))
        #expect(first.items.compactMap(\.exhibit) == ["KT/1", "KT/2", "KT/3"])
        #expect(first.items.count { $0.isDuplicate } == 1)
        try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/17")))
        let more = try office.files("two", ["d.txt": "d"])
        let second = try openCase.addEvidence(.init(paths: [more], marking: .each(prefix: "KT")))
        #expect(second.items.compactMap(\.exhibit) == ["KT/18"])
        let other = try openCase.addEvidence(.init(paths: [more], marking: .each(prefix: "DC")))
        #expect(other.items.compactMap(\.exhibit) == ["DC/1"])
        #expect(try openCase.verifyLog().isSound)
    }

    @Test func `is one exhibit when it is said to be`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("one", ["a.txt": "a", "b.txt": "b"])
        let result = try openCase.addEvidence(.init(paths: [folder], marking: .one(mark: "PH-1")))
        #expect(result.items.compactMap(\.exhibit) == ["PH-1", "PH-1"])
        #expect(try openCase.list(.exhibit).count == 1)
        #expect {
            try openCase.addEvidence(.init(paths: [folder], marking: .one(mark: "PH-1")))
        } throws: { error in
            if case CaseworkError.labelTaken = error { true } else { false }
        }
        let more = try office.files("two", ["c.txt": "c"])
        try _ = openCase.addEvidence(.init(paths: [more], marking: .into(exhibit: "PH-1")))
        #expect(try openCase.list(.file).count == 3)
    }

    @Test func `is refused before a byte is read where its exhibit cannot be`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("one", ["a.txt": "a"])
        for marking in [
            EvidenceRequest.Marking.into(exhibit: "KT/99"), .one(mark: ""),
            .each(prefix: String(repeating: "A", count: 200)),
        ] {
            #expect(throws: CaseworkError.self) {
                try openCase.addEvidence(.init(paths: [folder], marking: marking))
            }
        }
        #expect(office.contents(of: office.home.path + "/vault/objects").filter { $0.count > 2 } == [])
    }

    @Test func `begins its chain where it is said who took it and when`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        var request = EvidenceRequest(
            paths: [try office.files("one", ["a.txt": "a"])],
            marking: .each(prefix: "KT")
        )
        request.seizedAt = Moment("2026-03-14T09:10:00+05:30")
        request.seizedBy = "Officer"
        request.place = "Flat 3B"
        _ = try openCase.addEvidence(request)
        let chain = try openCase.chain(of: try openCase.record(named: "KT/1"))
        #expect(chain.events.count == 1)
        #expect(chain.findings.filter { $0.severity == .blocker } == [])
    }

    @Test func `leaves out what cannot be taken in, and names it`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("one", ["a.txt": "a", "b.txt": "b"])
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/link",
            withDestinationPath: "/etc/passwd"
        )
        let result = try openCase.addEvidence(
            .init(paths: [folder, folder + "/nothing"], marking: .each(prefix: "KT"))
        )
        #expect(result.items.count == 2)
        #expect(
            result.refusals.map { ($0.path as NSString).lastPathComponent }.sorted() == ["link", "nothing"]
        )
        #expect(!result.refusals.contains { $0.reason.contains("passwd") })
    }
}

@Suite struct `An event of custody` {
    private func begun(_ office: TestOffice) throws -> OpenCase {
        let openCase = try office.newCase()
        try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1"), Drafts.seizure(of: "KT/1")))
        return openCase
    }

    @Test func `that breaks no rule is recorded`() throws {
        let openCase = try begun(TestOffice())
        let chain = try openCase.chain(of: try openCase.record(named: "KT/1"))
        #expect(chain.events.count == 1)
        #expect(chain.findings.filter { $0.severity == .blocker } == [])
    }

    @Test func `that breaks a rule is refused`() throws {
        let openCase = try begun(TestOffice())
        let size = try openCase.size()
        #expect {
            try openCase.record(drafts: Drafts.of(Drafts.transferByAnother(of: "KT/1")))
        } throws: { error in
            guard case CaseworkError.custody(let findings) = error else { return false }
            return findings.contains { $0.code == "custody.releaser-not-custodian" }
        }
        #expect(try openCase.size() == size)
    }

    @Test func `that another agency reports is recorded with what it breaks`() throws {
        let openCase = try begun(TestOffice())
        let recorded = try openCase.record(
            drafts: Drafts.of(Drafts.transferByAnother(of: "KT/1", reportedBy: "LAB"))
        )[0]
        #expect(recorded.custodyFindings.contains { $0.code == "custody.releaser-not-custodian" })
        let event = try #require(try openCase.current(recorded.id)?.record.body as? CustodyEvent)
        #expect(event.reported?.findings.map(\.text).contains("custody.releaser-not-custodian") == true)
        #expect(event.reported?.findings.map(\.text) == event.reported?.findings.map(\.text).sorted())
    }

    @Test func `may not write its own findings`() throws {
        let openCase = try begun(TestOffice())
        let draft = Drafts.transferByAnother(of: "KT/1", reportedBy: "LAB").replacing(
            "</reported>",
            with: "<finding>custody.made-up</finding></reported>"
        )
        let recorded = try openCase.record(drafts: Drafts.of(draft))[0]
        let event = try #require(try openCase.current(recorded.id)?.record.body as? CustodyEvent)
        #expect(event.reported?.findings.map(\.text).contains("custody.made-up") == false)
    }

    @Test func `is weighed with those that stand before it in the same file`() throws {
        let openCase = try TestOffice().newCase()
        let drafts = Drafts.of(
            Drafts.exhibit("KT/1"),
            Drafts.seizure(of: "KT/1"),
            Drafts.transferByAnother(of: "KT/1")
        )
        let size = try openCase.size()
        #expect {
            try openCase.record(drafts: drafts)
        } throws: { error in
            if case CaseworkError.custody = error { true } else { false }
        }
        #expect(try openCase.size() == size)
    }
}
