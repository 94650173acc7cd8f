import Bundles
import CaseFile
import Foundation
import Ledger
import Testing

/// An edition that does not show everything: what is not shown keeps its place in the tree, and what is shown is proved.
@Suite struct `A bundle that withholds` {
    private static let reason = WithheldReason(
        FreeText("It would make a protected person known.", .english)!,
        law: "POCSO s.33(7)"
    )

    /// A bundle of the small case without these records, in all their versions.
    private func write(
        withholding names: Set<String>,
        showingKinds: Bool = true,
        keepingIDs: Set<String> = [],
        contents: Set<String> = [],
        changing change: (inout BundleOrder) -> Void = { _ in }
    ) throws -> (container: Container, small: SmallCase) {
        let small = try SmallCase()
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        let leaves = small.leaves
        try small.write(to: path, in: scratch) { order in
            order.records = { each in
                for leaf in leaves {
                    guard names.contains(leaf.name) else {
                        try leaf.bytes.withUnsafeBytes {
                            try each(.shown($0, isSuperseded: leaf.isSuperseded))
                        }
                        continue
                    }
                    let keepsID = keepingIDs.contains(leaf.name) && !leaf.isSuperseded
                    try each(
                        .withheld(
                            WithheldLeaf(
                                hash: Merkle.leafHash(of: leaf.bytes).description,
                                kind: showingKinds ? kind(of: leaf) : nil,
                                record: keepsID ? small.id(leaf.name) : nil,
                                reason: Self.reason
                            )
                        )
                    )
                }
            }
            order.originals = order.originals.compactMap { original in
                guard
                    let mark = SmallCase.evidence.first(where: {
                        small.id("file \($0.mark)") == original.file
                    })?.mark
                else { return original }
                if names.contains("file \(mark)") { return nil }
                guard contents.contains(mark) else { return original }
                var original = original
                original.place = .withheld(Self.reason)
                return original
            }
            change(&order)
        }
        return (try Container(reading: path), small)
    }

    private func kind(of leaf: SmallCase.Leaf) -> Kind? {
        Kind(rawValue: String(leaf.text.dropFirst().prefix { $0.isLetter }))
    }

    @Test func `proves all that it shows, and says how much it does not and by which law`() async throws {
        let (container, small) = try write(withholding: ["Jonaki"])
        let report = try await container.report()
        #expect(report.faults == [])
        let bundle = try #require(report.verified)
        #expect(bundle.size == small.leaves.count)
        #expect(report.summary.withheld == 1)
        #expect(report.summary.withheldBy == ["POCSO s.33(7)": 1])
        #expect(report.summary.records == small.leaves.count - 1)
    }

    @Test
    func `tells nothing of the record: neither its name nor its id nor, where the law says so, its kind`()
        async throws
    {
        let (container, small) = try write(withholding: ["Jonaki"], showingKinds: false)
        #expect(try await container.faults() == [])
        let id = small.id("Jonaki").description
        for (path, bytes) in container.entries {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("Jonaki"), "\(path)")
            #expect(!text.contains(id), "\(path)")
        }
        #expect(!text(container).contains("kind=\"person\""))
    }

    @Test func `keeps the id of a record that others name`() async throws {
        let (unnamed, _) = try write(withholding: ["witness two"])
        #expect(try await unnamed.faults() == ["casefile.dangling-reference"])
        let (named, _) = try write(withholding: ["witness two"], keepingIDs: ["witness two"])
        #expect(try await named.faults() == [])
    }

    @Test func `knows a withheld record's kind only where it says it`() async throws {
        let (wrong, _) = try write(withholding: ["flat"], keepingIDs: ["flat"])
        #expect(try await wrong.faults() == [])
        var container = wrong
        container.editCaseFile { $0.replacingOnce("kind=\"place\"", "kind=\"person\"") }
        try container.seal()
        #expect(try await container.faults() == ["casefile.reference-of-wrong-kind"])
    }

    @Test func `may show a version and withhold the one that it replaces`() async throws {
        let small = try SmallCase()
        let former = try #require(small.leaves.first { $0.isSuperseded })
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try small.write(to: path, in: scratch) { order in
            order.records = { each in
                for leaf in small.leaves {
                    if leaf.isSuperseded {
                        let hash = Merkle.leafHash(of: former.bytes).description
                        try each(.withheld(WithheldLeaf(hash: hash, reason: Self.reason)))
                    } else {
                        try leaf.bytes.withUnsafeBytes { try each(.shown($0, isSuperseded: false)) }
                    }
                }
            }
        }
        #expect(try await Container(reading: path).faults() == [])
    }

    @Test func `withholds the bytes of a file and still says which they are`() async throws {
        let (container, _) = try write(withholding: [], contents: ["KT/2"])
        let report = try await container.report()
        #expect(report.faults == [])
        #expect(report.summary.withheldContents == 1)
        #expect(report.summary.apart == 0)
        #expect(!container.entries.contains { $0.path.hasPrefix("data/evidence/KT-2/") })
        #expect(text(container).contains(SmallCase.sha256(SmallCase.evidence[1].bytes)))
    }

    @Test func `does not verify with another leaf in the place of a withheld one`() async throws {
        var (container, small) = try write(withholding: ["Jonaki"])
        let leaf = Merkle.leafHash(of: small.leaves[small.index("Jonaki")].bytes).description
        let other = Merkle.leafHash(of: Array("another".utf8)).description
        container.editCaseFile { $0.replacingOnce(leaf, other) }
        try container.seal()
        #expect(try await container.faults() == ["log.root-differs", "log.checkpoint-root-differs"])
    }

    @Test func `does not verify when a leaf is dropped without a word`() async throws {
        var (container, _) = try write(withholding: ["Jonaki"])
        container.editCaseFile { $0.replacingOnce($0.piece(from: "<withheld", to: "</withheld>\n"), "") }
        try container.seal()
        #expect(try await container.faults().isSuperset(of: ["log.size-differs", "log.root-differs"]))
    }

    @Test func `hides no record in the reason of another`() async throws {
        var (container, small) = try write(withholding: ["Jonaki"])
        let planted = small.leaves[2].text
        container.editCaseFile { $0.replacingOnce("</withheld>", "\(planted)</withheld>") }
        try container.seal()
        #expect(try await container.faults().contains("casefile.schema"))
    }

    @Test func `carries a sealed part and the statement of the scan, both signed`() async throws {
        var (container, _) = try write(withholding: []) { order in
            order.sealedParts = [Array(repeating: 7, count: 65536)]
            order.scanStatement = Array("<scan xmlns=\"urn:dossier:casefile:1\"/>".utf8)
        }
        let report = try await container.report()
        #expect(report.faults == [])
        #expect(report.summary.sealedParts == 1)
        container[BundleLayout.sealed(1)][100] ^= 1
        let faults = try await container.faults()
        #expect(faults.isSuperset(of: ["signature.reference.digest", "bag.digest-differs"]), "\(faults.sorted())")
    }

    @Test(.enabled(if: Command.xmllint != nil, "xmllint is not installed"))
    func `keeps to its grammar, says xmllint`() throws {
        let (container, _) = try write(
            withholding: ["Jonaki", "witness two"],
            keepingIDs: ["witness two"],
            contents: ["KT/1"]
        ) { $0.about.recipient = nil }
        let scratch = try Scratch()
        let folder = try scratch.folder()
        for path in [BundleLayout.caseFile, BundleLayout.schema] {
            let name = (path as NSString).lastPathComponent
            try Data(container[path]).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        let (status, output) = try Command.xmllint!.run(
            ["--noout", "--schema", "casefile.xsd", "casefile.xml"],
            in: folder
        )
        #expect(status == 0, "\(output)")
    }

    private func text(_ container: Container) -> String {
        String(decoding: container[BundleLayout.caseFile], as: UTF8.self)
    }
}
