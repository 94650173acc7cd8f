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

    // MARK: Support

    private func faults(of small: SmallCase) async throws -> Set<String> {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try small.write(to: path, in: scratch)
        return try await Container(reading: path).faults()
    }
}
