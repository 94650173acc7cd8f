import CaseFile
import Foundation
import Law
import Ledger
import Testing
import XML

@testable import Bundles
@testable import Casework

/// The sample case, carried out once for all tests.
@Suite struct `The sample case` {
    private final class Made: Sendable {
        let folder: String
        let result: SampleCase.Result
        /// When the bundle is received; the receipt of what left on 6 May has not come by then.
        let now = Moment("2026-05-20T10:00:00+05:30")!
        /// The day on which the story stands.
        let stands = Moment("2026-05-08T18:00:00+05:30")!

        init() throws {
            folder = Scratch.path()
            let world = TestWorld("2026-05-07T10:00:00+05:30")
            let sample = try SampleCase(
                folder: Checkout.templates.path + "/sample",
                templates: Checkout.templates
            )
            // Its office was made when its case began; the signature comes with the export.
            result = try sample.carryOut(
                in: Home(path: folder + "/home"),
                exports: folder + "/exports",
                surroundings: world.surroundings(account: "m.sanyal"),
                generator: "Dossier tests"
            )
        }

        func verify() async throws -> VerificationReport {
            try await BundleVerification.verify(
                result.bundle.path,
                trustPEM: String(contentsOfFile: result.office.home.trustAnchor, encoding: .utf8),
                templates: Checkout.templates,
                now: now,
                work: folder + "/verify"
            )
        }
    }

    private static let made = Result { try Made() }

    @Test func `verifies without a failure`() async throws {
        let report = try await Self.made.get().verify()
        #expect(report.findings.filter { $0.severity == .failure } == [])
        #expect(report.verified != nil)
    }

    /// What each edition would show of it; what really leaves is the export's to test.
    @Test func `is judged by every edition of its pack`() throws {
        let made = try Self.made.get()
        let openCase = made.result.openCase
        let pack = try openCase.pack()
        let people = try openCase.protection(by: pack, asOf: made.stands)
        #expect(people.filter { $0.person.standing == .isProtected }.map(\.name).contains("V1 Jonaki"))
        #expect(!people.contains { $0.isNamed || $0.isUnclear })

        let accused = try openCase.record(named: "A1", kinds: [.party])
        var shown: [String: [Kind: Int]] = [:]
        for edition in pack.editions {
            let facts = try EditionFacts(
                for: edition,
                in: openCase.factDocument(of: edition.factKinds.union([.party])),
                recipient: edition.recipientRole == nil ? nil : accused,
                protected: people.map(\.person.person),
                classes: pack.offenceClasses
            )
            var kinds: [Kind] = []
            let judge = EditionJudge(rules: edition, facts: facts)
            let selection = try EditionSelection.make(judge: judge) { each in
                kinds = []
                try openCase.forEachEntry { entry in
                    kinds.append(Kind(rawValue: entry.kind)!)
                    try each(EditionEntry(kind: kinds.last!, record: entry.record, bytes: entry.bytes))
                }
            }
            for (index, kind) in kinds.enumerated() where selection[index] == .shown {
                shown[edition.code, default: [:]][kind, default: 0] += 1
            }
        }
        // Everything that custody needs is the court's and the accused's; the matrix is not the accused's; the public has none.
        #expect(shown["court"]?[.custodyEvent] == shown["accused"]?[.custodyEvent])
        #expect(shown["court"]?[.proof] ?? 0 > 0)
        #expect(shown["accused"]?[.proof] == nil)
        #expect(shown["accused"]?[.element] == shown["court"]?[.element])
        #expect(Set(shown["public"].map { Array($0.keys) } ?? []).isSubset(of: [.agency, .edition]))
        for (code, edition) in shown {
            #expect(edition[.identity] == nil)
            #expect((edition[.answer] == nil) == (code != "court"))
        }
    }

    @Test func `is of the size that its description promises`() async throws {
        let summary = try await Self.made.get().verify().summary
        #expect(summary.exhibits >= 20)
        #expect(summary.custodyEvents >= 55)
        #expect(summary.superseded == 7)
        let kinds = Dictionary(
            uniqueKeysWithValues: try Self.made.get().result.openCase.summary().counts.map {
                ($0.kind, $0.count)
            }
        )
        #expect(kinds[.arrest] == 1)
        #expect(kinds[.statement, default: 0] >= 12)
        #expect(kinds[.identity] == nil)
        // One of each, and the accused's once for each accused.
        #expect(kinds[.edition] == 6)
        #expect(kinds[.bundle] == 6)
    }

    @Test func `has the weaknesses that its description tells of, and no other`() async throws {
        let report = try await Self.made.get().verify()
        let custody = Set(report.findings.map(\.code).filter { $0.hasPrefix("custody.") })
        #expect(
            custody == ["custody.late-entry", "custody.transfer-not-received", "custody.quantity-used-up"]
        )
    }

    @Test func `holds, log and originals`() throws {
        #expect(try Self.made.get().result.openCase.verifyLog().isSound)
    }

    @Test func `has the same chains of custody as a stream and as records`() async throws {
        let made = try Self.made.get()
        let openCase = made.result.openCase
        var register = CustodyRegister()
        for kind in [Kind.exhibit, .file] {
            for stored in try openCase.list(kind) {
                register.add(stored.record, logIndex: UInt32(stored.seq))
            }
        }
        for event in try openCase.list(.custodyEvent) {
            for version in try openCase.versions(of: event.id) {
                register.add(version.record, logIndex: UInt32(version.seq))
            }
        }
        let recorded = register.findings(at: made.now).map { VerificationFinding($0) }.sorted()
        let streamed = try await made.verify().findings.filter { $0.code.hasPrefix("custody.") }.sorted()
        #expect(streamed == recorded)
        #expect(!recorded.isEmpty)
    }

    @Test func `makes one page that is whole and links only to what is there`() throws {
        let made = try Self.made.get()
        let container = try ContainerListing(made.result.bundle.path)
        let html = String(decoding: try container.bytes("data/index.html"), as: UTF8.self)
        for match in html.matches(of: /href="#([^"]+)"/) {
            #expect(html.contains("id=\"\(match.1)\""), "#\(match.1)")
        }
        for match in html.matches(of: /(?:href|src)="\.\/([^"#]+)/) {
            let path = "data/" + (String(match.1).removingPercentEncoding ?? "")
            #expect(container.paths.contains(path), "\(path)")
        }
        #expect(!html.lowercased().contains("<script"))
    }

    // MARK: Readiness

    @Test func `is not ready, with a handful of findings, each by what the file calls things`() throws {
        let made = try Self.made.get()
        let readiness = try made.result.openCase.check(asOf: made.stands)
        let open = readiness.open
        #expect((1...4).contains(open.count { $0.severity == .blocker }), "\(open.map(\.text))")
        #expect((3...14).contains(open.count { $0.severity == .warning }), "\(open.map(\.text))")
        #expect(!readiness.answered.isEmpty)
        // Nobody is named in a report but by code, number or post.
        for stored in try made.result.openCase.list(.person) {
            guard let person = stored.record.body as? Person, let name = person.names.first?.plain() else {
                continue
            }
            #expect(!readiness.report.findings.contains { $0.text.contains(name) }, "\(name)")
        }
    }

    @Test(.enabled(if: Outside.find("xsltproc") != nil))
    func `its bundle's own rules, run by xsltproc, find what the readiness report finds`() throws {
        let made = try Self.made.get()
        let folder = Scratch.path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(try Outside.run("unzip", ["-q", made.result.bundle.path, "-d", folder], in: folder) == 0)
        let asOf = made.stands
        let output = try Outside.output(
            of: "xsltproc",
            ["--stringparam", "as-of", asOf.text, "data/rules/rules.xsl", "data/casefile.xml"],
            in: folder
        )
        #expect(output.status == 0)
        let hits = try Document(parsing: Array(output.text.utf8)).root.elements
            .filter { ["failed-assert", "successful-report"].contains($0.local) }
            .map { node in
                let text = node.elements.first { $0.local == "text" }?.text ?? ""
                return
                    "\(node.attribute("location") ?? ""): \(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
            }
        let report = try made.result.openCase.check(asOf: asOf, language: "en").report
        let findings = report.findings.filter { $0.source == .rules }.map {
            "\($0.location ?? ""): \($0.text)"
        }
        #expect(hits.sorted() == findings.sorted())
        #expect(!hits.isEmpty)
    }

    private static let python = Checkout.templates.path + "/../.venv/bin/python"

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: python),
            "tools/setup makes .venv with lxml"
        )
    )
    func `another Schematron processor finds the same in it`() throws {
        let folder = Scratch.path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let bundle = try Self.made.get().result.bundle.path
        #expect(try Outside.run("unzip", ["-q", bundle, "data/casefile.xml", "-d", folder], in: folder) == 0)
        let root = Checkout.templates.path + "/.."
        let output = try Outside.output(
            of: Self.python,
            [
                "Tests/LawTests/check_rules.py", "templates/jurisdictions/in", "--cases-only", "--case",
                folder + "/data/casefile.xml",
            ],
            in: root
        )
        #expect(output.status == 0, "\(output.text)")
    }
}
