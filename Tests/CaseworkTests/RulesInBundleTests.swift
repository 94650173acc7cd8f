import Bundles
import CaseFile
import Casework
import Foundation
import Law
import Testing
import XML

@Suite struct `The rules in a bundle` {
    /// A case of a jurisdiction, exported.
    private struct Exported {
        let office: TestOffice
        let result: ExportResult
        let container: ContainerListing

        init(jurisdiction: String, _ templates: Templates) throws {
            office = try TestOffice()
            let draft = String(decoding: Drafts.case, as: UTF8.self)
                .replacing("<jurisdiction>in<", with: "<jurisdiction>\(jurisdiction)<")
            let openCase = try office.open(templates: templates).open(newFrom: Array(draft.utf8))
            try openCase.record(drafts: Drafts.of(Drafts.exhibit("KT/1"), Drafts.exhibit("KT/2")))
            result = try openCase.export(
                edition: "court",
                to: office.folder + "/exports",
                generator: "Dossier tests"
            )
            container = try ContainerListing(result.path)
        }

        var rules: [String] { container.paths.filter { $0.hasPrefix("data/rules/") }.sorted() }

        func report() async throws -> VerificationReport {
            try await BundleVerification.verify(
                result.path,
                trustPEM: String(contentsOfFile: office.home.trustAnchor, encoding: .utf8),
                templates: Checkout.templates,
                now: office.world.surroundings(account: "x").moment(),
                work: office.folder + "/verify"
            )
        }
    }

    @Test func `are the pack's, as they are written and compiled, without its examples`() async throws {
        let exported = try Exported(jurisdiction: "xx", try TestPack().templates)
        #expect(
            exported.rules == [
                "data/rules/compile-rules.xsl", "data/rules/rules.xsl", "data/rules/xx/acts.xml",
                "data/rules/xx/deadlines.xml", "data/rules/xx/offences.xml", "data/rules/xx/pack.xml",
                "data/rules/xx/rules.sch", "data/rules/xx/rules/travels-sealed.sch",
                "data/rules/xx/words/mender.xml",
            ]
        )
        #expect(exported.result.rules == 9)
        #expect(exported.result.packProblems.isEmpty)
        for (name, text) in TestPack.files where exported.rules.contains("data/rules/xx/" + name) {
            #expect(try exported.container.bytes("data/rules/xx/" + name) == Array(text.utf8))
        }
        let report = try await exported.report()
        #expect(report.findings.filter { $0.severity == .failure } == [])
        #expect(report.verified != nil)
    }

    @Test func `find in the case file what they find in the office`() throws {
        let exported = try Exported(jurisdiction: "xx", try TestPack().templates)
        let rules = try Stylesheet(try exported.container.bytes("data/rules/rules.xsl"))
        let svrl = String(
            decoding: try rules.transform(
                try Document(parsing: try exported.container.bytes("data/casefile.xml"))
            ),
            as: UTF8.self
        )
        #expect(svrl.ranges(of: "<svrl:failed-assert ").count == 2)
        #expect(svrl.contains("KT/2 is not sealed."))
    }

    @Test(
        .enabled(if: Outside.find("unzip") != nil && Outside.find("xsltproc") != nil, "no unzip or xsltproc")
    )
    func `are run and compiled by programs that are not ours`() throws {
        let exported = try Exported(jurisdiction: "xx", try TestPack().templates)
        let folder = exported.office.folder + "/unpacked"
        #expect(
            try Outside.run("unzip", ["-qo", exported.result.path, "-d", folder], in: exported.office.folder)
                == 0
        )
        let safe = ["--nonet", "--nowrite", "--nomkdir"]
        let report = try Outside.output(
            of: "xsltproc",
            safe + ["data/rules/rules.xsl", "data/casefile.xml"],
            in: folder
        )
        #expect(report.status == 0)
        #expect(report.text.contains("KT/1 is not sealed."))
        let compiled = try Outside.output(
            of: "xsltproc",
            safe + ["data/rules/compile-rules.xsl", "data/rules/xx/rules.sch"],
            in: folder
        )
        #expect(compiled.status == 0)
        #expect(try Array(compiled.text.utf8) == exported.container.bytes("data/rules/rules.xsl"))
        if Outside.find("xmllint") != nil {
            #expect(
                try Outside.run(
                    "xmllint",
                    ["--nonet", "--noout", "--schema", "data/schema/casefile.xsd", "data/casefile.xml"],
                    in: folder
                ) == 0
            )
        }
        if let bagit = Checkout.find(".venv/bin/bagit.py") {
            #expect(try Outside.run(bagit, ["--validate", folder], in: folder) == 0)
        }
    }

    @Test func `are none where the jurisdiction has no pack`() async throws {
        let exported = try Exported(jurisdiction: "yy", try TestPack().templates)
        #expect(exported.rules == [])
        #expect(exported.result.rules == 0)
        #expect(exported.result.packProblems.isEmpty)
        #expect(try await exported.report().verified != nil)
    }

    @Test func `are none where the pack cannot be used, and the export says why`() async throws {
        let pack = try TestPack()
        try pack.write("xx/rules/travels-sealed.sch", "<pattern")
        let exported = try Exported(jurisdiction: "xx", pack.templates)
        #expect(exported.rules == [])
        #expect(exported.result.packProblems.map(\.file) == ["rules/travels-sealed.sch"])
        #expect(try await exported.report().verified != nil)
    }
}
