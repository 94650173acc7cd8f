internal import Foundation

/// A page as it goes into the copy.
struct MadePage {
    let number: Int
    let picture: Picture
    let painted: [RedactedCopy.Painted]
    /// A PDF of one page that holds nothing but text that is not drawn; the name of a file on the bench.
    var textLayer: String?
}

/// From the pixels of a page to what the copy shows of it: painted, read, painted again, and only then written.
struct PageMaking {
    let bench: Workbench
    let request: RedactionRequest
    let reader: PixelReader
    let encoding: PictureEncoding

    /// How often a page is read again after something was found on it. Painting can only take words away, so once is
    /// the rule; more is for words that are told apart only when their neighbours are gone.
    private static let rounds = 5

    /// - Parameter given: what is known to be painted before anybody reads the page.
    func make(
        _ raster: Raster,
        page: Int,
        given: [RedactedCopy.Painted],
        wantsText: Bool
    ) throws(RedactionError)
        -> MadePage
    {
        var painted = given
        var layer: String?
        if request.terms != nil || wantsText {
            let reading = try readAndPaint(raster, page: page, given: given, wantsText: wantsText)
            painted += reading.found
            // Noise beside a box may be read as a word in it; then the page goes without text.
            if wantsText,
                !reading.words.words.contains(where: { word in painted.contains { $0.area.holds(word) } })
            {
                layer = "text-\(page).pdf"
                guard rename(bench.path("read.pdf"), bench.path(layer!)) == 0 else {
                    throw .file(errno: errno)
                }
            }
            bench.remove("read.pdf")
            bench.remove("read.tsv")
        }
        try raster.paint(painted.map(\.area), 0)
        let picture = try encoding.write(raster, as: "picture-\(page)", on: bench)
        return MadePage(number: page, picture: picture, painted: painted, textLayer: layer)
    }

    /// Reads what is left of a page, and takes away what the terms are found in, until nothing is found.
    private func readAndPaint(
        _ raster: Raster,
        page: Int,
        given: [RedactedCopy.Painted],
        wantsText: Bool
    ) throws(RedactionError) -> (found: [RedactedCopy.Painted], words: PageWords) {
        // White while it is read: in a black box Tesseract sees letters that are not there.
        try raster.paint(given.map(\.area), 255)
        var painted: [RedactedCopy.Painted] = []
        for _ in 0..<Self.rounds {
            let words = try read(raster, wantsText: wantsText)
            let found = request.terms?(words.text) ?? []
            guard !found.isEmpty else { return (painted, words) }
            let areas = words.words(touching: found).compactMap {
                $0.area(in: raster.size, scale: 1, padding: 0.15)
            }
            try raster.paint(areas, 255)
            painted += areas.map { .init(page: page, cause: .pixels, area: $0) }
        }
        throw .unsound(.term(page: page))
    }

    /// What Tesseract reads in the pixels.
    private func read(_ raster: Raster, wantsText: Bool) throws(RedactionError) -> PageWords {
        var arguments = [raster.path, "read", "--dpi", String(request.resolution)]
        if !reader.languages.isEmpty { arguments += ["-l", reader.languages.joined(separator: "+")] }
        // A scan may lie on its head.
        if reader.turnsPages { arguments += ["--psm", "1"] }
        arguments += wantsText ? ["-c", "textonly_pdf=1", "tsv", "pdf"] : ["tsv"]
        try bench.run(.tesseract, arguments)
        return WordTable.read(try WholeFile.bytes(of: bench.path("read.tsv")))[1] ?? PageWords()
    }
}

extension PlacedWord {
    /// The pixels that a word covers, and a little more, since its letters may reach over its box.
    /// - Parameters:
    ///   - scale: pixels to the unit of the word.
    ///   - padding: as a part of its height or width, whichever is less.
    func area(in page: (width: Int, height: Int), scale: Double, padding: Double) -> PixelArea? {
        let more = max(min(width, height) * padding * scale, 3)
        return PixelArea(
            x: x * scale - more,
            y: y * scale - more,
            width: width * scale + 2 * more,
            height: height * scale + 2 * more,
            in: page
        )
    }
}

/// What Tesseract has been given to read with.
struct PixelReader {
    /// Those of the wanted languages that are installed.
    var languages: [String] = []
    /// Whether it can tell which way up a page is.
    var turnsPages = false
}

extension Workbench {
    func pixelReader(for wanted: [String]) throws(RedactionError) -> PixelReader {
        try run(.tesseract, ["--list-langs"], output: "languages")
        let text = String(decoding: try WholeFile.bytes(of: path("languages")), as: UTF8.self)
        remove("languages")
        let installed = Set(text.split(whereSeparator: \.isNewline).map(String.init))
        return PixelReader(
            languages: wanted.filter(installed.contains),
            turnsPages: installed.contains("osd")
        )
    }
}
