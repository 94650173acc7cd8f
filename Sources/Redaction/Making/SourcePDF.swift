/// The PDF that a copy is made of, as Poppler sees it: turned and cropped as a reader sees it.
struct SourcePDF {
    private let bench: Workbench
    /// Of each page, as it is shown.
    let sizes: [PageSize]

    init(on bench: Workbench) throws(RedactionError) {
        self.bench = bench
        sizes = try bench.pageSizes(of: "source")
    }

    /// The pixels that a page is going to have.
    func pixels(of size: PageSize, at resolution: Int) -> (width: Int, height: Int) {
        func pixels(_ points: Double) -> Int {
            Int(min((points * Double(resolution) / 72).rounded(.up), 1e9))
        }
        return (pixels(size.width), pixels(size.height))
    }

    func render(_ page: Int, at resolution: Int) throws(RedactionError) -> Raster {
        try bench.render("source", page: page, at: resolution, to: "page")
    }

    /// The words in the text of each page, in points, seen or not.
    func words() throws(RedactionError) -> [Int: PageWords] { try bench.words(of: "source") }
}

extension Workbench {
    /// The size of each page as it is shown.
    func pageSizes(of name: String) throws(RedactionError) -> [PageSize] {
        var count = 0
        for line in try pdfInformation(of: name) {
            let words = line.split(separator: " ")
            // The document information comes first, and may say anything: the last such line counts.
            if words.count == 2, words[0] == "Pages:" { count = Int(words[1]) ?? 0 }
        }
        guard count > 0 else { throw .noPages }
        guard count <= limits.pages else { throw .tooManyPages(count, limit: limits.pages) }
        var sizes: [Int: PageSize] = [:]
        for line in try pdfInformation(of: name, ["-f", "1", "-l", String(count)]) {
            let words = line.split(separator: " ")
            guard words.count >= 4, words[0] == "Page", let page = Int(words[1]) else { continue }
            if words[2] == "size:", words.count >= 6, let width = Double(words[3]),
                let height = Double(words[5])
            {
                sizes[page] = PageSize(width: width, height: height)
            } else if words[2] == "rot:", words[3] == "90" || words[3] == "270", let size = sizes[page] {
                sizes[page] = PageSize(width: size.height, height: size.width)
            }
        }
        var pages: [PageSize] = []
        for page in 1...count {
            guard let size = sizes[page], size.width > 0, size.height > 0 else { throw .damaged }
            pages.append(size)
        }
        return pages
    }

    private func pdfInformation(
        of name: String,
        _ options: [String] = []
    ) throws(RedactionError) -> [Substring] {
        let status = try run(.pdfinfo, options + [name], output: "info", accepting: { $0 < 128 })
        defer { remove("info") }
        // 99 is its word for a range of pages that is none, which with no page the whole file is.
        if status == 99 { throw .noPages }
        guard status == 0 else {
            throw lastComplaints().contains("Incorrect password") ? .encrypted : .damaged
        }
        return String(decoding: try WholeFile.bytes(of: path("info")), as: UTF8.self).split(separator: "\n")
    }

    func render(
        _ name: String,
        page: Int,
        at resolution: Int,
        to target: String
    ) throws(RedactionError) -> Raster {
        let number = String(page)
        try run(
            .pdftoppm,
            ["-r", String(resolution), "-f", number, "-l", number, "-cropbox", "-singlefile", name, target]
        )
        return try Raster(path(target + ".ppm"))
    }

    func words(of name: String) throws(RedactionError) -> [Int: PageWords] {
        try run(.pdftotext, ["-tsv", "-cropbox", name, "words"])
        defer { remove("words") }
        return WordTable.read(try WholeFile.bytes(of: path("words")))
    }
}
