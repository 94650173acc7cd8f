import Bundles
import CaseFile
import Foundation
import Ledger
import Testing

extension `A bundle that was made to deceive` {
    // MARK: The list of originals

    @Test func `lies about the size of an original`() async throws {
        let faults = try await faults { $0.originals[0].size += 1 }
        #expect(faults == ["contents.size-differs", "contents.size-is-not-the-records"])
    }

    @Test func `lies about the digest of an original`() async throws {
        var container = Container.genuine
        let sha256 = SmallCase.sha256(SmallCase.evidence[0].bytes)
        container.editCaseFile {
            $0.replacingOnce("digest=\"\(sha256)\"", "digest=\"\(String(repeating: "0", count: 64))\"")
        }
        try container.seal()
        do {
            let faults = try await container.faults()
            #expect(faults == ["contents.digest-differs", "contents.digest-is-not-the-records"])
        }
    }

    @Test func `lists one path for two originals`() async throws {
        var container = Container.genuine
        container.editCaseFile {
            $0.replacingOnce("path=\"data/evidence/KT-2/ফোন ১.txt\"", "path=\"data/evidence/KT-1/photo.jpg\"")
        }
        try container.seal()
        #expect(
            try await container.faults().isSuperset(of: [
                "contents.path-listed-twice", "contents.digest-differs", "contents.unlisted-evidence",
            ])
        )
    }

    @Test func `lists one original twice`() async throws {
        var container = Container.genuine
        container.editCaseFile { text in
            let line = text.piece(from: "<content ", to: "</content>")
            return text.replacingOnce(line, line + "\n" + line)
        }
        try container.seal()
        #expect(try await container.faults().contains("contents.file-listed-twice"))
    }

    @Test func `does not list an original of which it has a record`() async throws {
        var container = Container.genuine
        container.editCaseFile { text in
            text.replacingOnce(text.piece(from: "<content ", to: "</content>\n"), "")
        }
        try container.seal()
        do {
            let faults = try await container.faults()
            #expect(faults == ["contents.file-not-listed", "contents.unlisted-evidence"])
        }
    }

    @Test func `lists an original of which it has no record`() async throws {
        var container = Container.genuine
        let small = try SmallCase()
        container.editCaseFile {
            $0.replacingOnce("file=\"\(small.id("file KT/1"))\"", "file=\"\(small.id("officer"))\"")
        }
        try container.seal()
        #expect(
            try await container.faults().isSuperset(of: [
                "contents.file-has-no-record", "contents.file-not-listed",
            ])
        )
    }

    @Test func `says that an original travels apart, and brings it`() async throws {
        var container = Container.genuine
        container.editCaseFile { text in
            let content = text.piece(from: "<content ", to: "</content>")
            let path = " path=\"data/evidence/KT-1/photo.jpg\""
            return text.replacingOnce(
                content,
                content.replacing("content", with: "apart").replacing(path, with: "")
            )
        }
        try container.seal()
        do {
            let faults = try await container.faults()
            #expect(faults == ["contents.unlisted-evidence"])
        }
    }

    @Test func `lists a file outside of the evidence as an original`() async throws {
        var container = Container.genuine
        container.editCaseFile {
            $0.replacingOnce("path=\"data/evidence/KT-1/photo.jpg\"", "path=\"../../etc/passwd\"")
        }
        try container.seal()
        let report = try await container.report()
        #expect(report.verified == nil)
        #expect(report.faults.contains("contents.file-missing"))
    }

    // MARK: Withheld records

    @Test func `may withhold a record and prove the rest`() async throws {
        let small = try SmallCase()
        var container = Container.genuine
        container.editCaseFile { text in
            text.replacingOnce(
                small.leaves[small.index("Jonaki")].text,
                Self.withheld(Merkle.leafHash(of: small.leaves[small.index("Jonaki")].bytes))
            )
        }
        try container.seal()
        let report = try await container.report()
        #expect(report.faults == [])
        #expect(report.verified?.size == 15)
        #expect(report.summary.withheld == 1)
        #expect(report.summary.records == 14)
    }

    @Test func `withholds another record than it says`() async throws {
        let small = try SmallCase()
        var container = Container.genuine
        container.editCaseFile { text in
            text.replacingOnce(
                small.leaves[small.index("Jonaki")].text,
                Self.withheld(Merkle.leafHash(of: Array("another".utf8)))
            )
        }
        try container.seal()
        do {
            let faults = try await container.faults()
            #expect(faults == ["log.root-differs", "log.checkpoint-root-differs"])
        }
    }

    @Test func `withholds what others refer to, and says what it was`() async throws {
        let small = try SmallCase()
        let flat = small.leaves[small.index("flat")]
        let leaf = Merkle.leafHash(of: flat.bytes)
        var container = Container.genuine
        container.editCaseFile { text in
            text.replacingOnce(flat.text, Self.withheld(leaf, " id=\"\(small.id("flat"))\" kind=\"place\""))
        }
        try container.seal()
        do {
            let faults = try await container.faults()
            #expect(faults == [])
        }

        container = .genuine
        container.editCaseFile { text in
            text.replacingOnce(flat.text, Self.withheld(leaf, " id=\"\(small.id("flat"))\" kind=\"person\""))
        }
        try container.seal()
        do {
            let faults = try await container.faults()
            #expect(faults == ["casefile.reference-of-wrong-kind"])
        }
    }

    private static func withheld(_ leaf: Hash, _ attributes: String = "") -> String {
        "<withheld leaf=\"\(leaf)\"\(attributes)><reason language=\"en\" law=\"BNSS 193(7)\">It would name her</reason></withheld>"
    }

    // MARK: Support

    private func faults(changing change: (inout BundleOrder) -> Void) async throws -> Set<String> {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        // The sizes that the bundle lists are changed after the originals have been given theirs.
        let small = try SmallCase()
        var order = try small.order(in: try scratch.folder())
        change(&order)
        let listed = order.originals
        try small.write(to: path, in: scratch)
        var container = try Container(reading: path)
        container.editCaseFile { text in
            text.replacingOnce(
                "size=\"\(SmallCase.evidence[0].bytes.count)\"",
                "size=\"\(listed[0].size)\""
            )
        }
        try container.seal()
        return try await container.faults()
    }
}
