import CaseFile
import Foundation
import Testing

@testable import Bundles
@testable import Casework

/// The sample case's editions: each is verified as its reader would, and held against what the law gives that reader.
@Suite struct `The editions of the sample case` {
    private static let made = Result { try SampleMade() }

    private struct SampleMade {
        let folder = Scratch.path()
        let result: SampleCase.Result

        init() throws {
            let world = TestWorld("2026-05-07T10:00:00+05:30")
            result = try SampleCase(
                folder: Checkout.templates.path + "/sample",
                templates: Checkout.templates
            ).carryOut(
                in: Home(path: folder + "/home"),
                exports: folder + "/exports",
                surroundings: world.surroundings(account: "m.sanyal"),
                generator: "Dossier tests"
            )
        }

        func edition(_ name: String) throws -> ExportResult {
            try #require(([result.bundle] + result.editions).first { $0.path.contains("-\(name)-1.asice") })
        }

        func verify(_ edition: ExportResult) async throws -> VerificationReport {
            try await BundleVerification.verify(
                edition.path,
                trustPEM: String(contentsOfFile: result.office.home.trustAnchor, encoding: .utf8),
                templates: Checkout.templates,
                now: Moment("2026-05-20T10:00:00+05:30")!,
                work: folder + "/verify"
            )
        }

        func caseFile(_ edition: ExportResult) throws -> String {
            let output = folder + "/" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            _ = try Outside.run("unzip", ["-q", edition.path, "-d", output], in: folder)
            return try String(contentsOfFile: output + "/data/casefile.xml", encoding: .utf8)
        }
    }

    @Test(arguments: ["court", "accused-A1", "accused-A2", "accused-A3", "police", "public"])
    func `verify, and prove all that they show`(name: String) async throws {
        let made = try Self.made.get()
        let edition = try made.edition(name)
        let report = try await made.verify(edition)
        #expect(report.findings.filter { $0.severity == .failure } == [])
        let bundle = try #require(report.verified)
        #expect(bundle.edition == name.prefix { $0 != "-" })
        #expect(report.summary.records + report.summary.withheld == bundle.size)
        #expect(report.summary.withheldBy.values.reduce(0, +) == report.summary.withheld)
        #expect(!report.summary.withheldBy.keys.contains(""))
    }

    @Test func `hold no more for the public than may be published`() async throws {
        let made = try Self.made.get()
        let edition = try made.edition("public")
        let text = try made.caseFile(edition)
        for kind in ["statement", "examination", "exhibit", "person", "place", "custodyEvent", "identity"] {
            #expect(!text.contains("<\(kind) xmlns="), "\(kind)")
        }
        #expect(edition.originals == 0)
        // Who may not be known is not known by a pseudonym either.
        for stored in try made.result.openCase.list(.person) {
            guard let label = stored.label else { continue }
            #expect(!text.contains(">\(label)<"))
        }
    }

    @Test func `give an accused the statements and exhibits, and not the office's work`() throws {
        let made = try Self.made.get()
        let text = try made.caseFile(try made.edition("accused-A1"))
        for kind in ["statement", "exhibit", "custodyEvent", "charge", "arrest"] {
            #expect(text.contains("<\(kind) xmlns="), "\(kind)")
        }
        for kind in ["answer", "proof", "deadline", "access", "decision", "identity"] {
            #expect(!text.contains("<\(kind) xmlns="), "\(kind)")
        }
    }

    @Test func `show the court what the office answers`() throws {
        let made = try Self.made.get()
        #expect(try made.caseFile(try made.edition("court")).contains("<answer xmlns="))
        #expect(try !made.caseFile(try made.edition("police")).contains("<answer xmlns="))
    }

    @Test func `are compared record by record, with the law for each that is not shown`() throws {
        let made = try Self.made.get()
        let comparison = try BundleVerification.compare(
            try made.edition("court").path,
            try made.edition("accused-A1").path,
            work: made.folder + "/compare"
        )
        guard case .secondContinues(let leaves) = comparison.relation else {
            Issue.record("the accused's edition was made after the court's")
            return
        }
        #expect(leaves > 0)
        let proofs = comparison.differences.filter { $0.kind == .proof }
        #expect(!proofs.isEmpty)
        for proof in proofs {
            guard case .onlyInFirst(.withheld(let law)) = proof.what else {
                Issue.record("a proof is the prosecution's work")
                continue
            }
            #expect(!law.isEmpty)
        }
    }

    @Test func `of one moment differ only in what they withhold`() throws {
        let made = try Self.made.get()
        let openCase = made.result.openCase
        let plans = try ["court", "police"].map { try openCase.plan(edition: $0) }
        #expect(plans[0].shown + plans[0].withheld == plans[1].shown + plans[1].withheld)
        #expect(plans[1].withheld > plans[0].withheld)
    }

    @Test func `ask for whom, where one is made for one`() throws {
        let openCase = try Self.made.get().result.openCase
        #expect {
            try openCase.plan(edition: "accused")
        } throws: { error in
            guard case CaseworkError.editionRecipient(_, "accused", let known) = error else { return false }
            return known == ["A1", "A2", "A3"]
        }
        #expect {
            try openCase.plan(edition: "accused", for: "A9")
        } throws: { if case CaseworkError.editionRecipient = $0 { true } else { false } }
        #expect {
            try openCase.plan(edition: "court", for: "A1")
        } throws: { if case CaseworkError.editionForNobody = $0 { true } else { false } }
        #expect {
            try openCase.plan(edition: "press")
        } throws: { error in
            guard case CaseworkError.edition("press", let known) = error else { return false }
            return known == ["court", "accused", "police", "public"]
        }
    }
}
