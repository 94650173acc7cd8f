import Bundles
import Testing

/// Somebody without a key changes a bundle on its way. Where that can be hidden by making lists and digests anew, it
/// is: what is left is the signature's word against theirs.
@Suite struct `A bundle that was altered on its way` {
    @Test func `verifies while nothing is altered`() async throws {
        let report = try await Container.genuine.report()
        #expect(report.findings.filter { $0.severity >= .warning } == [])
        let bundle = try #require(report.verified)
        #expect(bundle.caseNumber == "AHTU-KOL-2026-7")
        #expect(bundle.size == 15)
        #expect(bundle.signers.count == 1)
        #expect(bundle.signers.first?.trustedBy != nil)
        #expect(report.summary.records == 15)
        #expect(report.summary.superseded == 1)
        #expect(report.summary.exhibits == 2)
        #expect(report.summary.custodyEvents == 2)
        #expect(report.summary.originals == 2)
        #expect(report.summary.signatures == 1)
    }

    @Test(arguments: [
        "data/added.txt", "data/evidence/KT-1/added.jpg", "data/evidence/KT-3/added.jpg", "added.txt",
        "data/schema/more.xsd", "data/rules/in/rules/more.sch",
    ])
    func `has a file that nobody signed`(path: String) async throws {
        var container = Container.genuine
        container.add(path, Array("smuggled in".utf8))
        #expect(try await container.faults().contains("container.not-in-manifest"))
        try container.listAnew()
        let faults = try await container.faults()
        #expect(faults.contains("signature.coverage"))
        #expect(faults.contains("contents.unlisted-evidence") == path.hasPrefix("data/evidence/"))
    }

    @Test(arguments: Container.genuine.entries.map(\.path))
    func `lacks one of its files`(path: String) async throws {
        var container = Container.genuine
        container.remove(path)
        #expect(try await !container.faults().isEmpty)
        // `mimetype` is a mark for other programs, and no part of what is signed.
        guard path != BundleLayout.mimetype else { return }
        #expect(try await container.report().verified == nil)
    }

    @Test func `has an original removed and every list made anew`() async throws {
        var container = Container.genuine
        container.remove("data/evidence/KT-1/photo.jpg")
        try container.listAnew()
        let faults = try await container.faults()
        #expect(faults.contains("contents.file-missing"))
        #expect(faults.contains("signature.reference.missing"))
    }

    @Test func `has a rule changed, with every list made anew`() async throws {
        var container = Container.genuine
        container.edit("data/rules/in/rules/one.sch") { $0.replacing("count", with: "0 * count") }
        #expect(try await container.faults().contains("bag.digest-differs"))
        try container.listAnew()
        #expect(try await container.faults() == ["signature.reference.digest"])
    }

    @Test func `has the originals of two exhibits exchanged`() async throws {
        var container = Container.genuine
        let (one, other) = ("data/evidence/KT-1/photo.jpg", "data/evidence/KT-2/ফোন ১.txt")
        (container[one], container[other]) = (container[other], container[one])
        #expect(try await container.faults().contains("bag.digest-differs"))
        try container.listAnew()
        let faults = try await container.faults()
        #expect(faults.contains("contents.digest-differs"))
        #expect(faults.contains("contents.size-differs"))
        #expect(faults.contains("signature.reference.digest"))
    }

    @Test func `has an original changed and the bag's manifest with it`() async throws {
        var container = Container.genuine
        container["data/evidence/KT-1/photo.jpg"][10] ^= 1
        try container.listAnew()
        let faults = try await container.faults()
        #expect(faults == ["contents.digest-differs", "signature.reference.digest"])
    }

    @Test func `has a record changed and every list made anew`() async throws {
        var container = Container.genuine
        container.editCaseFile { $0.replacingOnce("AM 004100", "AM 004109") }
        try container.listAnew()
        let faults = try await container.faults()
        #expect(faults.contains("log.root-differs"))
        #expect(faults.contains("log.checkpoint-root-differs"))
        #expect(faults.contains("signature.reference.digest"))
    }

    @Test func `has another schema, which accepts everything`() async throws {
        var container = Container.genuine
        container[BundleLayout.schema] = Array(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:dossier:casefile:1">
            <xs:element name="caseFile"/></xs:schema>
            """.utf8
        )
        container.editCaseFile { $0.replacingOnce("<sealAfter>AM 004100</sealAfter>", "<sealAfter/>") }
        try container.listAnew()
        #expect(
            try await container.faults().isSuperset(of: ["casefile.schema", "signature.reference.digest"])
        )
        // A signer of one's own makes the schema fit; the verifier's own schema still finds the element.
        try container.sign(by: .impostor)
        #expect(try await container.faults(trust: nil).contains("casefile.schema"))
    }

    @Test func `has another mark for its kind`() async throws {
        var container = Container.genuine
        container[BundleLayout.mimetype] = Array("application/zip".utf8)
        #expect(try await container.faults().contains("zip-mimetype-content"))
    }

    @Test func `has its mark for its kind elsewhere`() async throws {
        var container = Container.genuine
        container.entries.append(container.entries.removeFirst())
        #expect(try await container.faults().contains("zip-mimetype-not-first"))
    }

    @Test func `has more in META-INF than it should`() async throws {
        var container = Container.genuine
        container.entries.append(("META-INF/container.xml", Array("<x/>".utf8)))
        #expect(try await container.faults().contains("container.foreign-metadata"))
    }

    private static let pretenders: [String: [UInt8]] = [
        "text": Array("not a signature".utf8), "nothing": [],
        "another document": Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?><x/>".utf8),
        "8 MiB of space": [UInt8](repeating: 0x20, count: 8 << 20),
    ]

    @Test(arguments: pretenders.keys.sorted())
    func `has a second signature file that is none`(what: String) async throws {
        var container = Container.genuine
        container.entries.append((BundleLayout.signatures(2), Self.pretenders[what]!))
        let report = try await container.report()
        #expect(report.verified == nil)
        #expect(report.findings.contains { $0.place.hasPrefix(BundleLayout.signatures(2)) })
    }

    @Test(arguments: [
        "META-INF/Signatures002.xml", "meta-inf/signatures002.xml", "META-INF/x/signatures002.xml",
        "META-INF/signatures002.XML", "META-INF/signatures", "META-INF/evil-signatures.xml",
    ])
    func `has something that another program could take for a signature`(path: String) async throws {
        var container = Container.genuine
        container.entries.append((path, Array("<x/>".utf8)))
        #expect(try await container.report().verified == nil)
    }

    @Test func `has its own signature twice`() async throws {
        var container = Container.genuine
        container.entries.append((BundleLayout.signatures(2), container[BundleLayout.signatures(1)]))
        // The same statement made twice is no falsehood.
        #expect(try await container.report().verified != nil)
    }

    @Test func `lies in its manifest of media types`() async throws {
        var container = Container.genuine
        container.edit(BundleLayout.containerManifest) {
            $0.replacingOnce(
                "manifest:full-path=\"data/index.html\"",
                "manifest:full-path=\"data/other.html\""
            )
        }
        let faults = try await container.faults()
        #expect(faults.isSuperset(of: ["container.not-in-manifest", "container.listed-file-missing"]))
        // The bag's tag manifest, which is signed, has its digest.
        #expect(faults.contains("bag.digest-differs"))
    }

    @Test func `names a file twice in its manifests`() async throws {
        var container = Container.genuine
        container.edit(BundleLayout.payloadManifest) { $0 + $0.split(separator: "\n").first! + "\n" }
        #expect(try await container.faults().contains("bag.manifest-repeats"))
        container = .genuine
        container.edit(BundleLayout.containerManifest) { text in
            let entry = text.piece(from: "<manifest:file-entry manifest:full-path=\"bagit.txt\"", to: ">")
            return text.replacingOnce(entry, entry + "</manifest:file-entry>" + entry)
        }
        #expect(try await container.faults().contains("container.manifest-repeats"))
    }

    @Test(arguments: [
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n", "BagIt-Version: 2.0\n", "",
        " BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
    ])
    func `declares another kind of bag`(declaration: String) async throws {
        var container = Container.genuine
        container[BundleLayout.bagDeclaration] = Array(declaration.utf8)
        try container.seal()
        #expect(try await container.faults().contains("bag.declaration"))
    }
}
