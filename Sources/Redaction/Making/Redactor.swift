internal import Foundation

/// Makes redacted copies: what is painted over is gone from the pixels, and nothing but pixels is taken from the
/// original.
///
/// Every page is made anew. Of what is kept of an original, be it a page that nobody touched, nobody can say that
/// nothing is hidden in it: text under a box that was drawn, white text, a layer that is switched off, an earlier
/// revision, a thumbnail. So a page becomes the pixels that a reader sees, the pixels are painted, and the copy
/// is made of them. Text that can be searched is read from the painted pixels. Then the copy is looked through, and
/// only one that is sound is handed over.
public struct Redactor: Sendable {
    private let bench: Workbench

    /// - Parameter folder: a private folder that is there and empty; the work's files, and the copy, are left in it.
    public init(
        folder: String,
        tools: RedactionTools,
        limits: RedactionLimits = RedactionLimits()
    ) {
        bench = Workbench(folder: folder, tools: tools, limits: limits)
    }

    /// Makes a copy of a PDF or picture.
    /// - Parameters:
    ///   - path: absolute; the file is only read.
    ///   - progress: pages that are done, and all of them.
    /// - Throws: `RedactionError`; then there is no copy.
    public func copy(
        of path: String,
        _ request: RedactionRequest,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(RedactionError) -> RedactedCopy {
        guard let format = try SourceFormat(of: path) else { throw .unknownFormat }
        guard (72...600).contains(request.resolution) else { throw .resolution(request.resolution) }
        if request.terms != nil, !bench.tools.canReadPixels { throw .noTool("tesseract") }
        // The programs see a name that says nothing and cannot be taken for an option.
        let source = bench.path("source")
        WholeFile.remove(source)
        guard symlink(path, source) == 0 else { throw .file(errno: errno) }
        defer { WholeFile.remove(source) }
        if format == .pdf { return try copyOfPDF(request, progress) }
        return try copyOfPicture(format, request, progress)
    }

    private func copyOfPDF(
        _ request: RedactionRequest,
        _ progress: (Int, Int) -> Void
    ) throws(RedactionError)
        -> RedactedCopy
    {
        let source = try SourcePDF(on: bench)
        let plan = try PaintPlan(
            request,
            pages: source.sizes.map { size in source.pixels(of: size, at: request.resolution) },
            points: source.sizes,
            limit: bench.limits.pixels
        )
        let words = request.terms == nil ? [:] : try source.words()
        let wantsText = request.isSearchable && bench.tools.canReadPixels
        let making = try making(request, .smaller, reads: wantsText || request.terms != nil)
        var made: [MadePage] = []
        for page in 1...source.sizes.count {
            progress(page - 1, source.sizes.count)
            let raster = try source.render(page, at: request.resolution)
            var given = try plan.areas(of: page, in: raster.size)
            if let terms = request.terms, let words = words[page] {
                let scale = Double(request.resolution) / 72
                given += words.words(touching: terms(words.text)).compactMap { word in
                    word.area(in: raster.size, scale: scale, padding: 0.15).map {
                        .init(page: page, cause: .text, area: $0)
                    }
                }
            }
            made.append(try making.make(raster, page: page, given: given, wantsText: wantsText))
            WholeFile.remove(raster.path)
        }
        let copy = try assemble(made, sizes: source.sizes, request, programs: [.pdftoppm, .vips, .qpdf])
        progress(source.sizes.count, source.sizes.count)
        return copy
    }

    private func copyOfPicture(
        _ format: SourceFormat,
        _ request: RedactionRequest,
        _ progress: (Int, Int) -> Void
    ) throws(RedactionError) -> RedactedCopy {
        let source = try SourcePicture(format, on: bench)
        let plan = try PaintPlan(request, pages: source.sizes, points: nil, limit: bench.limits.pixels)
        let single = source.sizes.count == 1
        let wantsText = !single && request.isSearchable && bench.tools.canReadPixels
        let encoding: PictureEncoding =
            if !single { .smaller } else if format == .jpeg || format == .heif { .jpeg } else { .png }
        let making = try making(request, encoding, reads: wantsText || request.terms != nil)
        var made: [MadePage] = []
        for page in 1...source.sizes.count {
            progress(page - 1, source.sizes.count)
            let raster = try source.decode(page)
            let given = try plan.areas(of: page, in: raster.size)
            made.append(try making.make(raster, page: page, given: given, wantsText: wantsText))
            WholeFile.remove(raster.path)
        }
        let copy: RedactedCopy
        if single {
            copy = RedactedCopy(
                path: made[0].picture.path,
                format: made[0].picture.format,
                pages: 1,
                painted: made[0].painted,
                isSearchable: false,
                tools: try versions([.vips], reads: request.terms != nil),
                pictures: [made[0].picture.path]
            )
            try CopyCheck(bench: bench, request: request).picture(made[0])
        } else {
            // Several pictures of one file, as a scanner makes them, become the pages of a PDF.
            let sizes = made.map { page in
                let scale = 72 / Double(request.resolution)
                return PageSize(
                    width: Double(page.picture.size.width) * scale,
                    height: Double(page.picture.size.height) * scale
                )
            }
            copy = try assemble(made, sizes: sizes, request, programs: [.vips, .qpdf])
        }
        progress(source.sizes.count, source.sizes.count)
        return copy
    }

    private func making(
        _ request: RedactionRequest,
        _ encoding: PictureEncoding,
        reads: Bool
    ) throws(RedactionError)
        -> PageMaking
    {
        PageMaking(
            bench: bench,
            request: request,
            reader: reads ? try bench.pixelReader(for: request.languages) : PixelReader(),
            encoding: encoding
        )
    }

    /// Writes and checks the copy. A page whose text turns out to hold something, as it reads in the copy, goes without.
    private func assemble(
        _ made: [MadePage],
        sizes: [PageSize],
        _ request: RedactionRequest,
        programs: [RedactionTools.Name]
    ) throws(RedactionError) -> RedactedCopy {
        var made = made
        while true {
            try Assembly(bench: bench).write(made, sizes: sizes, to: "copy.pdf")
            do {
                try CopyCheck(bench: bench, request: request).pdf("copy.pdf", pages: made, sizes: sizes)
                break
            } catch {
                guard case .unsound(.term(let page)) = error, made[page - 1].textLayer != nil else {
                    throw error
                }
                made[page - 1].textLayer = nil
            }
        }
        var painted: [RedactedCopy.Painted] = []
        for page in made { painted += page.painted }
        let isSearchable = made.contains { $0.textLayer != nil }
        return RedactedCopy(
            path: bench.path("copy.pdf"),
            format: .pdf,
            pages: made.count,
            painted: painted,
            isSearchable: isSearchable,
            tools: try versions(programs, reads: isSearchable || request.terms != nil),
            pictures: made.map(\.picture.path)
        )
    }

    private func versions(
        _ programs: [RedactionTools.Name],
        reads: Bool
    ) throws(RedactionError) -> [ToolVersion] {
        var versions: [ToolVersion] = []
        for program in programs + (reads ? [.tesseract] : []) {
            versions.append(try bench.version(of: program))
        }
        return versions.sorted()
    }
}
