import Archive
import Bundles
import CaseFile
import Foundation
import Testing

@Suite struct `The writer of bundles` {
    private func write(_ scratch: Scratch, _ name: String) throws -> String {
        let path = scratch.path + "/" + name
        try SmallCase().write(to: path, in: scratch)
        return path
    }

    @Test func `writes the same bytes for the same log and clock, but for the signature`() throws {
        let scratch = try Scratch()
        let one = try Container(reading: write(scratch, "one.asice"))
        let other = try Container(reading: write(scratch, "other.asice"))
        #expect(one.entries.map(\.path) == other.entries.map(\.path))
        let different = zip(one.entries, other.entries).filter { $0.bytes != $1.bytes }.map(\.0.path)
        #expect(different == [BundleLayout.signatures(1)])
    }

    @Test func `puts mimetype first, stored and without an extra field`() throws {
        let scratch = try Scratch()
        let path = try write(scratch, "one.asice")
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(bytes[30..<38].elementsEqual("mimetype".utf8))
        #expect(bytes[8] == 0 && bytes[9] == 0, "stored")
        #expect(bytes[28] == 0 && bytes[29] == 0, "no extra field")
        #expect(
            bytes[38..<(38 + BundleLayout.mediaType.utf8.count)].elementsEqual(BundleLayout.mediaType.utf8)
        )
    }

    @Test func `keeps one order: the bag's files, the payload, then META-INF with the signature last`() throws
    {
        let paths = Container.genuine.entries.map(\.path)
        #expect(
            paths == [
                "mimetype", "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
                "data/casefile.xml", "data/index.html", "data/schema/casefile.xsd",
                "data/schema/casefile.xsl", "data/rules/in/rules.sch", "data/rules/in/rules/one.sch",
                "data/rules/rules.xsl",
                "data/evidence/KT-1/photo.jpg", "data/evidence/KT-2/ফোন ১.txt", "META-INF/manifest.xml",
                "META-INF/signatures001.xml",
            ]
        )
    }

    @Test func `signs every file but mimetype and those in META-INF, each once`() throws {
        let signature = String(decoding: Container.genuine[BundleLayout.signatures(1)], as: UTF8.self)
        let references = signature.matches(of: /<ds:Reference [^>]*URI="([^"]*)"/).map { String($0.1) }
        let files = references.filter { !$0.hasPrefix("#") }.map { $0.removingPercentEncoding! }
        #expect(files == Container.genuine.entries.map(\.path).filter { !BundleLayout.isMetadata($0) })
    }

    @Test func `stores every entry as it is, uncompressed`() throws {
        let scratch = try Scratch()
        let reader = try ArchiveReader(path: write(scratch, "one.asice"))
        for entry in reader.directory.entries { #expect(entry.method == .stored) }
        #expect(Container.genuine["data/evidence/KT-1/photo.jpg"] == SmallCase.evidence[0].bytes)
    }

    @Test func `writes each record as the log holds it`() throws {
        let small = try SmallCase()
        let text = String(decoding: Container.genuine[BundleLayout.caseFile], as: UTF8.self)
        for leaf in small.leaves { #expect(text.contains(leaf.text)) }
    }

    @Test func `writes nothing where an original is not what its record says`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        #expect(throws: BundleError.self) {
            try SmallCase().write(to: path, in: scratch) { order in
                let original = order.originals[0]
                let altered = scratch.path + "/altered"
                var bytes = SmallCase.evidence[0].bytes
                bytes[0] ^= 1
                try! Data(bytes).write(to: URL(fileURLWithPath: altered))
                guard case .inside(let name, _) = original.place else { return }
                order.originals[0].place = .inside(path: name, source: altered)
            }
        }
        #expect(!scratch.contents.contains { $0.hasSuffix(".asice") })
    }

    @Test func `writes nothing over a bundle that is there`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: ArchiveError.alreadyExists) { try SmallCase().write(to: path, in: scratch) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
    }

    @Test func `lists an original that travels apart, with the reason`() async throws {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try SmallCase().write(to: path, in: scratch) {
            $0.originals[0].place = .apart(reason: FreeText("Too large", .english))
        }
        let report = try await Container(reading: path).report()
        #expect(report.faults == [])
        #expect(report.verified != nil)
        #expect(report.summary.apart == 1)
    }

    @Test func `puts the rules below data/rules, in the order of their paths`() throws {
        for (path, bytes) in SmallCase.rules {
            #expect(Container.genuine["data/rules/" + path] == bytes)
        }
        let text = String(decoding: Container.genuine[BundleLayout.containerManifest], as: UTF8.self)
        #expect(text.contains("manifest:full-path=\"data/rules/rules.xsl\""))
        #expect(text.contains("application/xslt+xml"))
    }

    @Test(arguments: [
        ["../rules.xsl"], ["/rules.xsl"], ["in//rules.sch"], [""], ["in/"], ["in/."], ["in\\rules.sch"],
        ["in/con.xml"], ["in/rules?.sch"], ["in/rules.sch."], ["in/u\u{0308}.sch"], ["in/a\u{202E}.sch"],
        ["in/rules.sch", "in/Rules.sch"], ["in/rules.sch", "in/rules.sch"], ["in", "in/rules.sch"],
        ["in/rules.sch", "IN"], [String(repeating: "a", count: 121)],
    ])
    func `writes no rules that some system could not unpack beside each other`(paths: [String]) throws {
        let scratch = try Scratch()
        #expect(throws: BundleError.self) {
            try SmallCase().write(to: scratch.path + "/x.asice", in: scratch) { order in
                order.rules = paths.map { ($0, [0x3C]) }
            }
        }
        #expect(!scratch.contents.contains { $0.hasSuffix(".asice") })
    }

    @Test func `needs no rules`() async throws {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try SmallCase().write(to: path, in: scratch) { $0.rules = [] }
        let container = try Container(reading: path)
        #expect(!container.entries.contains { $0.path.hasPrefix("data/rules") })
        #expect(try await container.faults() == [])
    }

    @Test func `keeps a line break in an agency's name out of the bag's fields`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/x.asice"
        try SmallCase().write(to: path, in: scratch) { order in
            guard let name = FreeText("Unit\u{2028}Payload-Oxum: 1.1", .english) else { return }
            order.about.agencyNames = [name]
        }
        let info = try String(decoding: Container(reading: path)[BundleLayout.bagInfo], as: UTF8.self)
        #expect(info.split(separator: "\n").count { $0.hasPrefix("Payload-Oxum:") } == 1)
    }
}
