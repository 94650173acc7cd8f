/// Looks through a finished copy, by other means than it was made with, before anybody gets it.
struct CopyCheck {
    let bench: Workbench
    let request: RedactionRequest

    /// How bright a painted sample may be after it was written with loss.
    private static let tolerance: UInt8 = 64

    func pdf(_ name: String, pages: [MadePage], sizes: [PageSize]) throws(RedactionError) {
        try PDFParts(of: name, on: bench).check()
        let found = try bench.pageSizes(of: name)
        guard found.count == sizes.count else {
            throw .unsound(.pageCount(expected: sizes.count, found: found.count))
        }
        let words = try bench.words(of: name)
        for (index, page) in pages.enumerated() {
            // Poppler prints six digits.
            guard abs(found[index].width - sizes[index].width) < 0.1,
                abs(found[index].height - sizes[index].height) < 0.1
            else { throw .unsound(.pageSize(page: page.number)) }
            if let words = words[page.number] { try text(words, page, size: sizes[index]) }
            guard !page.painted.isEmpty else { continue }
            let raster = try bench.render(name, page: page.number, at: checkResolution, to: "check")
            try paint(page, in: raster)
            WholeFile.remove(raster.path)
        }
    }

    func picture(_ page: MadePage) throws(RedactionError) {
        // That it has no metadata was seen when it was written: the parser knows no part that could carry any.
        let name = page.picture.path.split(separator: "/").last.map(String.init)!
        let raster = try bench.decode(name, to: "check")
        guard raster.size == page.picture.size else { throw .unsound(.pageSize(page: page.number)) }
        try paint(page, in: raster)
        WholeFile.remove(raster.path)
    }

    /// A fraction of that of the pages: enough to see that a rectangle is black.
    private var checkResolution: Int { max(72, request.resolution / 3) }

    private func paint(_ page: MadePage, in raster: Raster) throws(RedactionError) {
        for painted in page.painted {
            // Where a box is but a pixel or two wide here, its edges blend with what is beside it.
            guard let area = painted.area.scaled(from: page.picture.size, to: raster.size, inset: 2) else {
                continue
            }
            guard try raster.brightest(in: area) <= Self.tolerance else {
                throw .unsound(.notPainted(page: page.number))
            }
        }
    }

    private func text(_ words: PageWords, _ page: MadePage, size: PageSize) throws(RedactionError) {
        if let terms = request.terms, !terms(words.text).isEmpty { throw .unsound(.term(page: page.number)) }
        let scale = Double(page.picture.size.width) / size.width
        for word in words.words {
            let word = word.scaled(by: scale)
            guard !page.painted.contains(where: { $0.area.holds(word) }) else {
                throw .unsound(.textInBox(page: page.number))
            }
        }
    }
}
