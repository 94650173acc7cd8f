import CaseFile
import Casework
import Foundation
import Leaks
import Testing

/// A case with an identity, and her name where it must not be.
@Suite struct `A scan before an edition leaves` {
    private let desk: IdentityDesk
    private let terms: [ProtectedTerm]
    private var openCase: OpenCase { desk.openCase }
    private let reason = FreeText("It was looked at.", .english)!

    init() throws {
        desk = try IdentityDesk()
        try desk.add()
        terms = try desk.openCase.protectedTerms(by: desk.secret, purpose: IdentityDesk.why)
    }

    private func scan(_ edition: String = "court") async throws -> (EditionPlan, LeakReport) {
        let plan = try openCase.plan(edition: edition)
        return (plan, try await openCase.scan(plan, for: terms))
    }

    private func export(_ plan: EditionPlan, _ report: LeakReport) throws -> String {
        try openCase.export(
            try openCase.cleared(plan, report),
            to: desk.office.folder + "/exports",
            generator: "Dossier tests"
        ).path
    }

    private func takeIn(_ name: String, _ text: String) throws {
        let folder = try desk.office.files(UUID().uuidString, [name: text])
        var request = EvidenceRequest(paths: [folder + "/" + name], marking: .papers)
        request.seenFrom = folder
        #expect(try openCase.addEvidence(request).refusals.isEmpty)
    }

    @Test func `lets a case leave in which nobody is named`() async throws {
        try takeIn("note.txt", "The door of room 2 was locked from outside.")
        let (plan, report) = try await scan()
        #expect(report.findings == [])
        #expect(report.searched.files == 1)
        #expect(report.searched.records > 3)
        #expect(FileManager.default.fileExists(atPath: try export(plan, report)))
    }

    @Test func `finds a name in a record, in a file's name and in its text, each once and by whom`()
        async throws
    {
        try openCase.record(drafts: Drafts.of(Drafts.place("House of Shibani Ghoshal", "building")))
        try takeIn("letter to Mithu.txt", "My dear MITHU,\nরত্নাবলীকে ডেকো।\n")
        let (plan, report) = try await scan()
        let kinds = Set(report.open.map { $0.object.isContent ? "bytes" : $0.object.kind.rawValue })
        #expect(kinds == ["place", "file", "bytes"])
        let identity = try #require(try openCase.identities().first)
        for finding in report.open {
            guard case .named(let whose, let count, let offsets, _) = finding.cause else {
                Issue.record("not named: \(finding)")
                continue
            }
            #expect(whose == identity.id)
            #expect(count >= 1 && offsets.count >= 1)
            // It says where, and never the words.
            for word in ["Mithu", "Ghoshal", "Shibani"] { #expect(!"\(finding)".contains(word)) }
        }
        #expect { try export(plan, report) } throws: {
            if case CaseworkError.leaks(let count) = $0 { count == report.open.count } else { false }
        }
    }

    @Test func `is not forgotten: with identities there is no export without one`() throws {
        #expect {
            try openCase.export(edition: "court", to: desk.office.folder + "/exports", generator: "x")
        } throws: { if case CaseworkError.scanNeeded = $0 { true } else { false } }
    }

    @Test func `takes a finding for decided when it is accepted, and for as long as nothing changes`()
        async throws
    {
        try takeIn("a.txt", "Mithu is the name of a boat.")
        let (_, report) = try await scan()
        let finding = try #require(report.open.first)
        try openCase.decide(finding, .accepted, reason: reason, knowing: terms)
        let (plan, again) = try await scan()
        #expect(again.open == [])
        #expect(again.decisions[finding.id] == .accepted)
        #expect(FileManager.default.fileExists(atPath: try export(plan, again)))
        try takeIn("b.txt", "Mithu is the name of a boat!")
        #expect(try await scan().1.open.count == 1)
    }

    @Test func `leaves behind the bytes that somebody withheld, and the digest goes`() async throws {
        try takeIn("a.txt", "Mithu, come home.")
        let (before, report) = try await scan()
        let finding = try #require(report.open.first)
        try openCase.decide(finding, .withheld, reason: reason, knowing: terms)
        let (plan, again) = try await scan()
        #expect(again.open == [])
        #expect(again.searched.files == 0)
        #expect(plan.shown >= before.shown)
        #expect(FileManager.default.fileExists(atPath: try export(plan, again)))
    }

    @Test func `withholds a record for one edition only, where it was decided so`() async throws {
        try openCase.record(drafts: Drafts.of(Drafts.place("Mithu's house", "building")))
        let (before, report) = try await scan()
        let finding = try #require(report.open.first)
        try openCase.decide(finding, .withheld, reason: reason, knowing: terms, editions: ["court"])
        let (plan, again) = try await scan()
        #expect(again.open == [])
        #expect(plan.withheld > before.withheld)
        #expect(try await scan("police").1.open.count == 1)
    }

    @Test func `refuses a reason that says the name`() async throws {
        try takeIn("a.txt", "Mithu")
        let finding = try #require(try await scan().1.open.first)
        let telling = FreeText("This is not M i t h u.", .english)!
        #expect {
            try openCase.decide(finding, .accepted, reason: telling, knowing: terms)
        } throws: { if case CaseworkError.nameInClear = $0 { true } else { false } }
    }
}
