import Bundles
import CaseFile
import Foundation
import Testing

/// A bundle that attacks the program that looks at it: through XML, through ZIP, through sheer size.
@Suite struct `A hostile bundle` {
    // MARK: XML

    private static let entities = [
        ("a DOCTYPE", "<!DOCTYPE caseFile>"),
        ("an external entity", "<!DOCTYPE caseFile [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
        ("an external subset", "<!DOCTYPE caseFile SYSTEM \"http://example.org/evil.dtd\">"),
        (
            "a billion laughs",
            "<!DOCTYPE caseFile [<!ENTITY a \"ha\">"
                + (1...9).map {
                    "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1 == 0 ? "" : "\($0 - 1)");", count: 10))\">"
                }
                .joined() + "]>"
        ),
    ]

    @Test(
        arguments: [BundleLayout.caseFile, BundleLayout.signatures(1), BundleLayout.containerManifest],
        entities.map(\.1)
    )
    func `declares a document type`(path: String, declaration: String) async throws {
        var container = Container.genuine
        container.edit(path) { text in
            let body =
                text.hasPrefix("<?xml")
                ? text.components(separatedBy: "?>").dropFirst().joined(separator: "?>") : text
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + declaration
                + (declaration.contains("ENTITY") ? body.replacing("State v. Nobody", with: "&x;&a9;") : body)
        }
        // The forger's own tools would make a manifest without a DOCTYPE.
        if path == BundleLayout.caseFile { try container.seal() }
        let report = try await container.report()
        #expect(report.verified == nil)
        let code =
            switch path {
            case BundleLayout.caseFile: "casefile.not-xml"
            case BundleLayout.containerManifest: "container.manifest-malformed"
            default: "signature.xml"
            }
        #expect(report.faults.contains(code))
    }

    private static let excesses: [(String, String)] = [
        ("100,000 attributes", "<x " + (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"),
        (
            "20,000 elements in each other",
            String(repeating: "<x>", count: 20_000) + String(repeating: "</x>", count: 20_000)
        ),
        ("a name of a mebibyte", "<\(String(repeating: "x", count: 1 << 20))/>"),
        (
            "100,000 namespaces",
            "<x " + (0..<100_000).map { "xmlns:n\($0)=\"u:\($0)\"" }.joined(separator: " ") + "/>"
        ),
    ]

    @Test(.timeLimit(.minutes(5)), arguments: excesses.map(\.0))
    func `asks for more than linear work`(what: String) async throws {
        let excess = Self.excesses.first { $0.0 == what }!.1
        var container = Container.genuine
        container.editCaseFile {
            $0.replacingOnce("</records>", "<person><extensions>\(excess)</extensions></person></records>")
        }
        try container.seal()
        let report = try await container.report()
        #expect(report.faults.contains("casefile.not-xml"))
        #expect(report.verified == nil)
    }

    @Test(arguments: ["<!-- a comment -->", "<?target data?>", "<![CDATA[text]]>"])
    func `hides something between its records`(markup: String) async throws {
        var container = Container.genuine
        container.editCaseFile { $0.replacingOnce("</records>", markup + "</records>") }
        try container.seal()
        // Not one of them is an element, and none may make the two readers of the file see different records.
        let report = try await container.report()
        if report.verified != nil { #expect(report.verified?.size == 15) }
    }

    @Test func `splits a seal's number by a comment`() async throws {
        var container = Container.genuine
        container.editCaseFile { $0.replacingOnce("AM 004100", "AM 00<!-- -->4100") }
        try container.seal()
        // Canonical form has no comments: the leaf is the same, and so is what every reader must take for the text.
        let report = try await container.report()
        #expect(report.verified == nil || report.faults.isEmpty)
        #expect(!report.findings.contains { $0.code.hasPrefix("custody.seal") })
    }

    @Test(arguments: ["UTF-16", "ISO-8859-1", "UTF-7"])
    func `claims another encoding`(encoding: String) async throws {
        var container = Container.genuine
        container.editCaseFile { $0.replacingOnce("encoding=\"UTF-8\"", "encoding=\"\(encoding)\"") }
        try container.seal()
        #expect(try await container.faults().contains("casefile.not-xml"))
    }

    @Test func `is no case file at all`() async throws {
        var container = Container.genuine
        container[BundleLayout.caseFile] = Array("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>".utf8)
        try container.seal()
        let faults = try await container.faults()
        #expect(faults.contains("casefile.schema"))
        #expect(faults.contains("casefile.not-a-case-file"))
    }

    // MARK: ZIP

    @Test(arguments: [
        "../outside.txt", "data/../../outside.txt", "/etc/outside", "C:/outside", "data\\evidence\\x",
        "data//x",
        "data/./x", "data/evidence/KT-1/photo.jpg/x", "data/con\u{0}cealed", "data/x ", "data/x.",
    ])
    func `names an entry that leads elsewhere`(name: String) async throws {
        var zip = Container.genuine.zip
        zip.entries.insert(.init(name, Array("x".utf8)), at: 5)
        let report = try await verify(zip.bytes)
        #expect(report.faults.contains { $0.hasPrefix("zip-") })
        #expect(report.verified == nil)
    }

    @Test(arguments: [
        ("data/evidence/KT-1/PHOTO.JPG", "case"), ("data/evidence/kt-1/photo.jpg", "a folder's case"),
        ("data/evidence/KT-2/ফো\u{09A8} ১.txt", "itself"), ("data/evidence/KT-1/photo.jpg", "itself"),
        ("data/evidence/KT-1/ＰＨＯＴＯ.jpg", "compatibility"),
    ])
    func `names two entries that one file system takes for one`(name: String, how: String) async throws {
        var zip = Container.genuine.zip
        zip.entries.insert(.init(name, Array("x".utf8)), at: 5)
        #expect(try await verify(zip.bytes).verified == nil)
        #expect(try await !verify(zip.bytes).faults.isEmpty)
    }

    @Test func `names two entries that differ by Unicode form`() async throws {
        var zip = Container.genuine.zip
        zip.entries.insert(.init("data/evidence/r\u{E9}sum\u{E9}.txt", []), at: 5)
        zip.entries.insert(.init("data/evidence/re\u{301}sume\u{301}.txt", []), at: 6)
        #expect(try await verify(zip.bytes).faults.contains("zip-names-collide"))
    }

    @Test(arguments: [0o120_777, 0o020_666, 0o010_644] as [UInt32])
    func `has an entry that is no file`(mode: UInt32) async throws {
        var zip = Container.genuine.zip
        var link = RawZip.Entry("data/evidence/KT-1/link", Array("/etc/passwd".utf8))
        link.mode = mode
        zip.entries.insert(link, at: 5)
        let faults = try await verify(zip.bytes).faults
        #expect(faults.contains(mode == 0o120_777 ? "zip-symbolic-link" : "zip-special-file"))
    }

    @Test func `has the same bytes under two entries`() async throws {
        var zip = Container.genuine.zip
        zip.entries.append(zip.entries[3])
        zip.entries[zip.entries.count - 1].name = Array("data/evidence/twin".utf8)
        zip.entries[zip.entries.count - 1].offset = 0
        #expect(try await verify(zip.bytes).faults.contains { $0.hasPrefix("zip-") })
    }

    @Test func `lies about a size`() async throws {
        var zip = Container.genuine.zip
        zip.entries[3].size = 1 << 31
        #expect(try await verify(zip.bytes).verified == nil)
    }

    @Test func `is a bomb`() async throws {
        // 64 MiB of zeros that a DEFLATE stream of 64 KiB gives: blocks of 258 by back reference.
        var zip = Container.genuine.zip
        var bomb = RawZip.Entry("data/evidence/KT-1/bomb", [UInt8](repeating: 0, count: 65_536))
        bomb.deflated = (size: 64 << 20, crc: 0)
        zip.entries.insert(bomb, at: 5)
        let report = try await verify(zip.bytes)
        #expect(report.faults.contains("zip-inflates-too-far"))
    }

    @Test func `has bytes before, between and after`() async throws {
        let genuine = Container.genuine.zip.bytes
        #expect(try await !verify(Array("#!/bin/sh\n".utf8) + genuine).faults.isEmpty)
        #expect(try await !verify(genuine + [0]).faults.isEmpty)
        #expect(try await !verify(genuine + genuine).faults.isEmpty)
    }

    @Test func `is cut short anywhere`() async throws {
        let genuine = Container.genuine.zip.bytes
        for length in stride(from: 0, to: genuine.count, by: genuine.count / 20) {
            let report = try await verify(Array(genuine.prefix(length)))
            #expect(report.verified == nil, "cut at \(length)")
            #expect(!report.faults.isEmpty, "cut at \(length)")
        }
    }

    // MARK: Its manifests

    @Test(arguments: ["data/../../etc/passwd", "/etc/passwd", "~/x", "C:\\x", "data/%2e%2e/x", "data/%00"])
    func `names a path in its bag that leads elsewhere`(path: String) async throws {
        var container = Container.genuine
        container.edit(BundleLayout.payloadManifest) {
            $0 + String(repeating: "0", count: 64) + "  \(path)\n"
        }
        #expect(try await container.report().verified == nil)
        #expect(
            try await !container.faults().isDisjoint(with: [
                "bag.listed-file-missing", "bag.manifest-foreign-path", "bag.manifest-malformed",
            ])
        )
    }

    @Test func `has a manifest that is no text`() async throws {
        var container = Container.genuine
        container[BundleLayout.payloadManifest] = [0xFF, 0xFE, 0x00]
        #expect(try await container.faults().contains("bag.manifest-malformed"))
    }

    // MARK: What a verifier tells and leaves

    @Test func `gets none of its words into the findings`() async throws {
        let sentinel = "Ratnabali"
        var container = Container.genuine
        container.editCaseFile {
            $0.replacingOnce(
                "<pseudonym>Jonaki</pseudonym>",
                "<pseudonym>Jonaki</pseudonym><name>\(sentinel)</name>"
            )
            .replacingOnce("<packaging language=\"en\">", "<\(sentinel) language=\"en\">", occurrence: 0)
            .replacing("<sealAfter>AM 004101", with: "<sealAfter at=\"\(sentinel)\">\(sentinel)")
        }
        try container.seal()
        let report = try await container.report()
        #expect(report.verified == nil)
        #expect(
            !report.findings.contains { ($0.found ?? "").contains(sentinel) || $0.place.contains(sentinel) }
        )
    }
}

extension String {
    /// The text with the occurrence of `old` of that number replaced, the first one 0.
    fileprivate func replacingOnce(_ old: String, _ new: String, occurrence: Int) -> String {
        var parts = components(separatedBy: old)
        precondition(parts.count > occurrence + 1)
        let first = parts[...occurrence].joined(separator: old)
        parts.removeFirst(occurrence + 1)
        return first + new + parts.joined(separator: old)
    }
}
