import Bundles
import CaseFile
import Casework
import Foundation
import Testing

/// Files as cameras, telephones and offices make them, where a folder of such files stands beside the checkout.
@Suite(
    .enabled(
        if: Checkout.find("shared/data/real-evidence") != nil,
        "there is no folder shared/data/real-evidence beside the checkout"
    )
)
struct `Real files` {
    private final class Made: Sendable {
        let folder: String
        let trust: String
        let bundle: String
        let sources: Int
        let taken: Int
        let isSound: Bool

        init() throws {
            let office = try TestOffice()
            let openCase = try office.newCase()
            let source = Checkout.find("shared/data/real-evidence")!
            let result = try openCase.addEvidence(.init(paths: [source], marking: .each(prefix: "RE")))
            sources = try FileManager.default.contentsOfDirectory(atPath: source).count
            taken = result.items.count
            folder = Scratch.path()
            let made = try openCase.export(edition: "court", to: folder, generator: "Dossier tests")
            bundle = made.path
            isSound = try openCase.verifyLog().isSound
            trust = folder + "/trust.pem"
            try FileManager.default.copyItem(atPath: office.home.trustAnchor, toPath: trust)
            try FileManager.default.createDirectory(
                atPath: folder + "/unpacked",
                withIntermediateDirectories: false
            )
        }

    }

    private static let made = Result { try Made() }

    @Test func `are taken in, every one, and come out as they were`() async throws {
        let made = try Self.made.get()
        #expect(made.taken == made.sources)
        #expect(made.isSound)
        let report = try await BundleVerification.verify(
            made.bundle,
            trustPEM: String(contentsOfFile: made.trust, encoding: .utf8),
            templates: Checkout.templates,
            now: Moment("2026-03-14T11:00:00+05:30")!,
            work: made.folder + "/verify"
        )
        #expect(report.findings.filter { $0.severity == .failure } == [])
        #expect(report.summary.originals == made.sources)
        let source = Checkout.find("shared/data/real-evidence")!
        let container = try ContainerListing(made.bundle)
        for name in try FileManager.default.contentsOfDirectory(atPath: source) {
            let original = try Data(contentsOf: URL(fileURLWithPath: source + "/" + name))
            let found = container.paths.filter { $0.hasPrefix("data/evidence/") }.contains {
                (try? container.bytes($0)) == [UInt8](original)
            }
            #expect(found, "\(name)")
        }
    }

    @Test(
        .enabled(
            if: Outside.find("unzip") != nil && Outside.find("xmlsec1") != nil,
            "unzip or xmlsec1 is missing"
        )
    )
    func `make a bundle that programs which are not ours accept`() throws {
        let made = try Self.made.get()
        let folder = made.folder + "/unpacked"
        #expect(try Outside.run("unzip", ["-qo", made.bundle, "-d", folder], in: made.folder) == 0)
        #expect(
            try Outside.run(
                "xmlsec1",
                [
                    "--verify", "--trusted-pem", made.trust, "--verification-gmt-time", "2026-03-14 06:00:00",
                    "--enabled-reference-uris", "empty,same-doc,local,remote", "--id-attr:Id",
                    "http://uri.etsi.org/01903/v1.3.2#:SignedProperties", "META-INF/signatures001.xml",
                ],
                in: folder
            ) == 0
        )
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
}
