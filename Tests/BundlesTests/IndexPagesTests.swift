import CaseFile
import Foundation
import Testing
import XML

@testable import Bundles

/// A case with more exhibits than one page can show, at limits that a small case reaches.
@Suite struct `A case larger than a page` {
    private static let exhibits = 13
    private static let container: Container = {
        let scratch = try! Scratch()
        var small = try! SmallCase()
        for number in 3..<(exhibits + 1) {
            try! small.add(
                "KT/\(number)",
                "<exhibit><mark>KT/\(number)</mark><description language=\"en\">An exhibit</description>"
                    + "<category>documentary</category><sealable>false</sealable><sensitive>false</sensitive></exhibit>"
            )
        }
        let path = scratch.path + "/x.asice"
        _ = try! BundleWriter(
            work: try! scratch.folder(),
            pages: .init(exhibitsPerPage: 5, wholeUpTo: 0)
        ).write(try! small.order(in: try! scratch.folder()), to: path, signing: small.office.identity)
        return try! Container(reading: path)
    }()

    private static let pages = (1...3).map { "data/pages/exhibits-\($0).html" }

    private func text(_ path: String) -> String { String(decoding: Self.container[path], as: UTF8.self) }

    @Test func `is cut into a summary and pages, all of them signed and listed`() async throws {
        let paths = Self.container.entries.map(\.path).filter { $0.hasSuffix(".html") }
        #expect(paths == [BundleLayout.index] + Self.pages)
        let report = try await Self.container.report()
        #expect(report.verified != nil)
        #expect(report.summary.exhibits == Self.exhibits)
    }

    @Test func `shows every exhibit on exactly one page`() throws {
        var seen: [String: Int] = [:]
        for page in Self.pages {
            // Each exhibit's section is an article of its own, whose heading bears its mark.
            for match in text(page).matches(
                of:
                    /<(?:article|section)[^>]* id="(?:r|exhibit)-[^"]*"[^>]*>\s*<h3[^>]*>(?:<[^>]*>)*(KT\/\d+)/
            ) {
                seen[String(match.1), default: 0] += 1
            }
        }
        #expect(seen.keys.sorted() == (1...Self.exhibits).map { "KT/\($0)" }.sorted())
        #expect(seen.values.allSatisfy { $0 == 1 })
    }

    @Test func `links from each page only to what is there`() throws {
        let paths = Set(Self.container.entries.map(\.path))
        for page in [BundleLayout.index] + Self.pages {
            let folder = URL(fileURLWithPath: "/" + page).deletingLastPathComponent()
            for match in text(page).matches(of: /(?:href|src)="([^"#]+)(?:#([^"]*))?"/) {
                let link = String(match.1)
                guard !link.hasPrefix("data:"), !link.hasPrefix("http"), !link.hasPrefix("mailto:") else {
                    continue
                }
                let target = URL(string: link, relativeTo: folder)?.standardizedFileURL.path.dropFirst()
                let path = target.map { String($0).removingPercentEncoding ?? String($0) } ?? ""
                #expect(paths.contains(path), "\(page) links to \(link)")
                if let fragment = match.2, path.hasSuffix(".html"), paths.contains(path) {
                    #expect(text(path).contains("id=\"\(fragment)\""), "\(page) links to \(link)#\(fragment)")
                }
            }
        }
    }

    @Test func `links inside of each page only to what is there`() throws {
        for page in [BundleLayout.index] + Self.pages {
            for match in text(page).matches(of: /href="#([^"]+)"/) {
                #expect(text(page).contains("id=\"\(match.1)\""), "\(page) links to #\(match.1)")
            }
        }
    }

    @Test func `has no script and asks nobody for anything`() {
        for page in [BundleLayout.index] + Self.pages {
            let html = text(page).lowercased()
            #expect(!html.contains("<script"))
            #expect(!html.contains("<iframe"))
            #expect(html.firstMatch(of: /(?:src|href)="(?:https?:)?\/\//) == nil)
            #expect(html.firstMatch(of: #/ on[a-z]+="/#) == nil)
        }
    }

    @Test func `is the same cut at every size of page`() throws {
        let scratch = try Scratch()
        let casefile = scratch.path + "/casefile.xml"
        try Data(Self.container[BundleLayout.caseFile]).write(to: URL(fileURLWithPath: casefile))
        for perPage in [1, 2, 4, 5, 13, 100] {
            let cut = try CaseFileCut(
                casefile: casefile,
                work: try scratch.folder(),
                exhibitsPerPage: perPage
            )
            #expect(cut.pages == (Self.exhibits + perPage - 1) / perPage)
            var marks: [String] = []
            for page in 1...cut.pages {
                let here = try Document(parsing: try cut.document(page)).root.marks()
                #expect(here.count <= perPage)
                marks += here
            }
            #expect(marks.sorted() == (1...Self.exhibits).map { "KT/\($0)" }.sorted())
            // The summary knows all of them by their marks, and none of their events.
            let summary = try Document(parsing: try cut.document(0)).root
            #expect(try summary.marks().sorted() == marks.sorted())
            #expect(
                try summary.nodes("//c:custodyEvent", namespaces: ["c": CaseFileGrammar.namespace]).isEmpty
            )
        }
    }

    @Test(arguments: [1, 2, 4, 5, 10, 12])
    func `links from its summary to the page that each exhibit is on`(perPage: Int) throws {
        let scratch = try Scratch()
        let casefile = scratch.path + "/casefile.xml"
        try Data(Self.container[BundleLayout.caseFile]).write(to: URL(fileURLWithPath: casefile))
        let pages = try IndexPages(
            casefile: casefile,
            stylesheet: Checkout.bytes("templates/bundle/casefile.xsl"),
            work: try scratch.folder(),
            limits: .init(exhibitsPerPage: perPage, wholeUpTo: 0)
        ).pages()
        var html: [String: String] = [:]
        for page in pages { html[page.path] = try String(contentsOfFile: page.source, encoding: .utf8) }
        let links = html[BundleLayout.index]!.matches(of: /href="(pages\/[^"#]+)#([^"]+)"/)
        #expect(!links.isEmpty)
        for link in links {
            #expect(html["data/\(link.1)"]?.contains("id=\"\(link.2)\"") == true, "\(link.1)#\(link.2)")
        }
    }
}

extension DocumentNode {
    /// The marks of the current exhibits of a case file.
    fileprivate func marks() throws -> [String] {
        try nodes("c:records/c:exhibit/c:mark", namespaces: ["c": CaseFileGrammar.namespace]).map(\.text)
    }
}
