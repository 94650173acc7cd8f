import Bundles
import CaseFile
import Foundation
import Ledger
import Testing

/// Somebody with a key of their own, or the office itself, deceives: every digest, every list and the signature fit
/// together, so that only the rule under test can object.
@Suite struct `A bundle that was made to deceive` {
    @Test func `is signed by somebody else who is not trusted`() async throws {
        var container = Container.genuine
        try container.sign(by: .impostor)
        let report = try await container.report()
        #expect(report.faults == ["signature.trust"])
        #expect(report.verified == nil)
    }

    @Test func `is signed by nobody known, and nobody was asked for`() async throws {
        var container = Container.genuine
        try container.sign(by: .impostor)
        let bundle = try #require(try await container.report(trust: nil).verified)
        #expect(bundle.signers.map(\.trustedBy) == [nil])
    }

    @Test func `lacks a record`() async throws {
        var container = Container.genuine
        container.editCaseFile { text in
            text.replacingOnce(text.piece(from: "<person xmlns=", to: "</person>\n"), "")
        }
        try container.seal(by: .impostor)
        let faults = try await container.faults(trust: nil)
        #expect(
            faults.isSuperset(of: ["log.size-differs", "log.root-differs", "log.checkpoint-root-differs"])
        )
    }

    @Test func `has one record more`() async throws {
        var container = Container.genuine
        var other = try SmallCase()
        try other.add("planted", "<person><pseudonym>Planted</pseudonym><sex>male</sex></person>")
        let planted = other.leaves.last!.text
        container.editCaseFile { $0.replacingOnce("</records>", planted + "\n</records>") }
        try container.seal(by: .impostor)
        do {
            let faults = try await container.faults(trust: nil)
            #expect(
                faults == [
                    "log.size-differs", "log.root-differs", "log.checkpoint-size-differs",
                    "log.checkpoint-root-differs",
                ]
            )
        }
    }

    @Test func `has two records in another order`() async throws {
        let genuine = try SmallCase()
        let (one, other) = (genuine.leaves[2].text, genuine.leaves[3].text)
        var container = Container.genuine
        container.editCaseFile {
            $0.replacingOnce(one, "@").replacingOnce(other, one).replacingOnce("@", other)
        }
        try container.seal(by: .impostor)
        do {
            let faults = try await container.faults(trust: nil)
            #expect(faults == ["log.root-differs", "log.checkpoint-root-differs"])
        }
    }

    @Test func `states a root that fits, over a checkpoint that does not`() async throws {
        var small = try SmallCase()
        let real = try small.proof()
        small.leaves[2].text = small.leaves[2].text.replacing("officer", with: "somebody else")
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try small.write(to: path, in: scratch) { order in
            order.log.checkpoint = real.checkpoint
        }
        do {
            let faults = try await Container(reading: path).faults()
            #expect(faults == ["log.checkpoint-root-differs"])
        }
    }

    @Test func `has the checkpoint of another log`() async throws {
        let small = try SmallCase()
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        let other = try small.office.proof(
            of: small.id("agency"),
            size: small.leaves.count,
            root: Merkle.root(of: small.leaves.map { Merkle.leafHash(of: $0.bytes) })
        )
        try small.write(to: path, in: scratch) { order in
            order.log.checkpoint = other.checkpoint
            order.log.keys = other.keys
        }
        // The key has the other log's name too, so that the note itself is sound.
        let faults = try await Container(reading: path).faults()
        #expect(faults == ["log.checkpoint-not-signed", "log.origin-differs"])
    }

    @Test func `has a log that names another case than its own`() async throws {
        let small = try SmallCase()
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        let other = try small.office.proof(
            of: small.id("agency"),
            size: small.leaves.count,
            root: Merkle.root(of: small.leaves.map { Merkle.leafHash(of: $0.bytes) })
        )
        try small.write(to: path, in: scratch) { $0.log = other }
        do {
            let faults = try await Container(reading: path).faults()
            #expect(faults == ["log.of-another-case"])
        }
    }

    @Test func `has a checkpoint that nobody signed`() async throws {
        let small = try SmallCase()
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try small.write(to: path, in: scratch) { order in
            order.log.checkpoint = order.log.checkpoint.components(separatedBy: "\n\n")[0] + "\n\n"
        }
        do {
            let faults = try await Container(reading: path).faults()
            #expect(faults == ["log.checkpoint"])
        }
    }

    @Test func `has a checkpoint that only a cosigner signed`() async throws {
        let small = try SmallCase()
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try small.write(to: path, in: scratch) { order in
            let parts = order.log.checkpoint.components(separatedBy: "\n\n")
            order.log.checkpoint = parts[0] + "\n\n" + parts[1].split(separator: "\n")[1] + "\n"
        }
        do {
            let faults = try await Container(reading: path).faults()
            #expect(faults == ["log.checkpoint-not-signed"])
        }
    }

    @Test func `has the same record twice`() async throws {
        var small = try SmallCase()
        small.leaves.append(small.leaves[small.index("Jonaki")])
        #expect(try await faults(of: small) == ["casefile.id-twice"])
    }

    @Test func `refers to nothing`() async throws {
        var small = try SmallCase()
        let flat = small.id("flat").description
        small.leaves.remove(at: small.index("flat"))
        #expect(!flat.isEmpty)
        #expect(try await faults(of: small) == ["casefile.dangling-reference"])
    }

    @Test func `refers to a record of another kind`() async throws {
        var small = try SmallCase()
        let index = small.index("seizure KT/1")
        small.leaves[index].text = small.leaves[index].text.replacingOnce(
            "<placeTo to=\"\(small.id("flat"))\">",
            "<placeTo to=\"\(small.id("officer"))\">"
        )
        #expect(try await faults(of: small).contains("casefile.reference-of-wrong-kind"))
    }

    @Test func `says of a record that it is superseded, and nothing replaces it`() async throws {
        var small = try SmallCase()
        small.leaves[small.index("Jonaki")].isSuperseded = true
        #expect(try await faults(of: small) == ["casefile.superseded-by-nothing"])
    }

    @Test func `has a new version that replaces a record which is not here`() async throws {
        var small = try SmallCase()
        small.leaves.remove(at: small.leaves.firstIndex { $0.isSuperseded }!)
        #expect(try await faults(of: small).contains("casefile.replaces-unknown-version"))
    }

    @Test func `has a version that replaces another record's`() async throws {
        var small = try SmallCase()
        let victim = small.index("witness two")
        let index = small.index("KT/1")
        let former = Merkle.leafHash(of: small.leaves.first { $0.isSuperseded }!.bytes).description
        small.leaves[victim].isSuperseded = true
        small.leaves[index].text = small.leaves[index].text.replacingOnce(
            "replaces=\"\(former)\"",
            "replaces=\"\(former) \(Merkle.leafHash(of: small.leaves[victim].bytes))\""
        )
        #expect(try await faults(of: small).contains("casefile.replaces-unknown-version"))
    }

    @Test func `has a gap in a chain of custody, told truly`() async throws {
        var small = try SmallCase()
        let exhibit = small.id("KT/1")
        let witness = small.id("witness two")
        try small.add(
            "transfer",
            "<custodyEvent><exhibit to=\"\(exhibit)\"/><event>transfer-out</event>"
                + "<at>2026-03-14T10:00:00+05:30</at><releasedBy to=\"\(witness)\"/>"
                + "<receivedBy to=\"\(small.id("officer"))\"/></custodyEvent>"
        )
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try small.write(to: path, in: scratch)
        let report = try await Container(reading: path).report()
        #expect(report.verified != nil)
        #expect(report.faults.contains("custody.releaser-not-custodian"))
    }

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

    private func faults(of small: SmallCase) async throws -> Set<String> {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try small.write(to: path, in: scratch)
        return try await Container(reading: path).faults()
    }

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
