import Testing

@testable import Redaction

@Suite(.enabled(if: Outside.has("pdfinfo", "qpdf", "vips"), "needs poppler-utils, qpdf and libvips-tools"))
struct RefusalTests {
    private func page(_ box: String = "0 0 400 300") -> [UInt8] {
        var pdf = PlainPDF()
        pdf.page(PlainPDF.line("A page"), box: box)
        return pdf.bytes()
    }

    private func quick() -> RedactionRequest {
        var request = RedactionRequest()
        request.resolution = 100
        request.isSearchable = false
        return request
    }

    @Test func whatIsNeitherPDFNorPicture() throws {
        let scratch = Scratch()
        let source = try scratch.write("a.pdf", Array("Rupali was here".utf8))
        #expect(throws: RedactionError.unknownFormat) { try scratch.copy(of: source, quick()) }
    }

    @Test func aPDFThatAsksForAPassword() throws {
        let scratch = Scratch()
        let plain = try scratch.write("plain.pdf", page())
        try Outside.run(
            "qpdf",
            ["--encrypt", "open", "own", "256", "--", plain, "locked.pdf"],
            in: scratch.path
        )
        #expect(throws: RedactionError.encrypted) {
            try scratch.copy(of: "\(scratch.path)/locked.pdf", quick())
        }
    }

    @Test(arguments: ["%PDF-1.7\nnothing follows", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog"])
    func aDamagedPDF(text: String) throws {
        let scratch = Scratch()
        let source = try scratch.write("a.pdf", Array(text.utf8))
        #expect(throws: RedactionError.damaged) { try scratch.copy(of: source, quick()) }
    }

    @Test func aPictureThatEndsTooSoon() throws {
        let scratch = Scratch()
        let drawing = Drawing(width: 300, height: 300, block: PixelArea(x: 0, y: 0, width: 100, height: 300))
        let drawn = try scratch.write("a.ppm", drawing.ppm())
        try Outside.run("vips", ["copy", drawn, "a.jpg"], in: scratch.path)
        let whole = try WholeFile.bytes(of: "\(scratch.path)/a.jpg")
        let half = try scratch.write("half.jpg", Array(whole.prefix(whole.count / 2)))
        #expect(throws: RedactionError.damaged) { try scratch.copy(of: half, quick()) }
    }

    @Test func aPDFWithoutPages() throws {
        let scratch = Scratch()
        let source = try scratch.write("a.pdf", PlainPDF().bytes())
        #expect(throws: RedactionError.noPages) { try scratch.copy(of: source, quick()) }
    }

    @Test func aPageThatWouldTakeTooManyPixels() throws {
        let scratch = Scratch()
        let source = try scratch.write("a.pdf", page("0 0 14400 14400"))
        #expect(
            throws: RedactionError.tooLarge(page: 1, width: 20000, height: 20000, limit: 200_000_000)
        ) { try scratch.copy(of: source, quick()) }
    }

    @Test func morePagesThanTheLimit() throws {
        let scratch = Scratch()
        var pdf = PlainPDF()
        for _ in 0..<3 { pdf.page(PlainPDF.line("A page")) }
        let source = try scratch.write("a.pdf", pdf.bytes())
        var limits = RedactionLimits()
        limits.pages = 2
        #expect(throws: RedactionError.tooManyPages(3, limit: 2)) {
            try scratch.copy(of: source, quick(), limits: limits)
        }
    }

    @Test func aBoxWhereThereIsNoPage() throws {
        let scratch = Scratch()
        let source = try scratch.write("a.pdf", page())
        var request = quick()
        request.boxes = [RedactionBox(page: 2, x: 1, y: 1, width: 5, height: 5, unit: .points)]
        #expect(throws: RedactionError.noSuchPage(2, pages: 1)) { try scratch.copy(of: source, request) }
        request.boxes = [RedactionBox(page: 1, x: 500, y: 1, width: 5, height: 5, unit: .points)]
        #expect(throws: RedactionError.boxOutside(page: 1)) { try scratch.copy(of: source, request) }
        request.boxes = [RedactionBox(page: 1, x: 5, y: 1, width: 0, height: 5, unit: .points)]
        #expect(throws: RedactionError.boxOutside(page: 1)) { try scratch.copy(of: source, request) }
    }

    @Test func pointsOfAPicture() throws {
        let scratch = Scratch()
        let drawn = try scratch.write(
            "a.ppm",
            Drawing(block: PixelArea(x: 0, y: 0, width: 1, height: 1)).ppm()
        )
        try Outside.run("vips", ["copy", drawn, "a.png"], in: scratch.path)
        var request = quick()
        request.boxes = [RedactionBox(page: 1, x: 1, y: 1, width: 5, height: 5, unit: .points)]
        #expect(throws: RedactionError.pointsOfPicture) {
            try scratch.copy(of: "\(scratch.path)/a.png", request)
        }
    }

    @Test func aMachineWithoutThePrograms() throws {
        let scratch = Scratch()
        let source = try scratch.write("a.pdf", page())
        let redactor = Redactor(folder: scratch.work, tools: RedactionTools(path: scratch.path))
        #expect(throws: RedactionError.noTool("pdfinfo")) { try redactor.copy(of: source, quick()) }
        var request = quick()
        request.terms = Secret.ranges
        #expect(throws: RedactionError.noTool("tesseract")) { try redactor.copy(of: source, request) }
    }
}
