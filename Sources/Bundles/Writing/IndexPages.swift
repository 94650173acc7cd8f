internal import CaseFile
internal import Crypto
internal import Foundation
internal import XML

/// `index.html`, made of `casefile.xml` by the stylesheet that rides along.
///
/// XSLT works on a whole tree in memory, some ten times the size of its document. So a case with more exhibits than
/// a page can show is cut up first: the summary gets everything but exhibits, and each page of exhibits a case file
/// of its own with what is needed to name people and places.
struct IndexPages {
    struct Page {
        /// In the container.
        let path: String
        /// On this machine.
        let source: String
        let size: Int
        let sha256: [UInt8]
    }

    /// When a case is cut up, and into how many pieces.
    struct Limits {
        /// Exhibits on one page.
        var exhibitsPerPage = 400
        /// Bytes up to which a case file is transformed whole.
        var wholeUpTo = 2 << 20
    }

    let casefile: String
    let stylesheet: [UInt8]
    let work: String
    let limits: Limits

    func pages() throws -> [Page] {
        let stylesheet: Stylesheet
        do { stylesheet = try Stylesheet(self.stylesheet) } catch { throw BundleError.stylesheet("\(error)") }
        let size = try FileManager.default.attributesOfItem(atPath: casefile)[.size] as? Int ?? 0
        guard size > limits.wholeUpTo else {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: casefile)))
            return [try page(BundleLayout.index, bytes, stylesheet, ["page": "0", "pages": "0"])]
        }
        let cut = try CaseFileCut(casefile: casefile, work: work, exhibitsPerPage: limits.exhibitsPerPage)
        var pages = [Page]()
        for number in 0...cut.pages {
            let path = number == 0 ? BundleLayout.index : BundleLayout.page(number)
            pages.append(
                try page(
                    path,
                    try cut.document(number),
                    stylesheet,
                    // The summary links to the pages, so it must know how the exhibits were dealt out.
                    [
                        "page": String(number), "pages": String(cut.pages),
                        "per-page": String(limits.exhibitsPerPage),
                    ]
                )
            )
        }
        return pages
    }

    private func page(
        _ path: String,
        _ bytes: [UInt8],
        _ stylesheet: Stylesheet,
        _ parameters: [String: String]
    ) throws -> Page {
        let html: [UInt8]
        do { html = try stylesheet.transform(try Document(parsing: bytes), parameters: parameters) } catch {
            throw BundleError.stylesheet("\(error)")
        }
        let source = work + "/page-\(path.split(separator: "/").last!)"
        try Data(html).write(to: URL(fileURLWithPath: source))
        return Page(path: path, source: source, size: html.count, sha256: Array(SHA256.hash(data: html)))
    }
}
