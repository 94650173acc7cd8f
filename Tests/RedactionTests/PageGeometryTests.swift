import Testing

@testable import Redaction

@Suite(
    .enabled(
        if: Outside.has("pdftoppm", "pdftotext", "qpdf", "vips", "tesseract"),
        "needs poppler-utils, qpdf, libvips-tools and tesseract-ocr"
    )
)
struct PageGeometryTests {
    /// A page of 400 × 300 points, how it is turned or cropped, the size at which it is shown, and where the name stands
    /// then: its left, top, right and bottom in points. Its baseline begins at 100, 120.
    struct Layout: Sendable, CustomTestStringConvertible {
        let entries: String
        let box: String
        let size: PageSize
        let name: (x: Double, y: Double, width: Double, height: Double)
        var testDescription: String { "\(box) \(entries)" }

        static let all = [
            Layout("", 400, 300, (100, 167, 51, 17)),
            Layout("/Rotate 90", 300, 400, (116, 100, 17, 51)),
            Layout("/Rotate 180", 400, 300, (249, 116, 51, 17)),
            Layout("/Rotate 270", 300, 400, (167, 249, 17, 51)),
            Layout("/CropBox [ 50 50 350 250 ]", 300, 200, (50, 117, 51, 17)),
            Layout("/CropBox [ 50 50 350 280 ] /Rotate 90", 230, 300, (66, 50, 17, 51)),
            Layout("/UserUnit 2", 400, 300, (100, 167, 51, 17)),
            Layout("", box: "-100 -100 300.4 200.7", 400.4, 300.7, (200, 68, 51, 17)),
        ]

        init(
            _ entries: String,
            box: String = "0 0 400 300",
            _ width: Double,
            _ height: Double,
            _ name: (Double, Double, Double, Double)
        ) {
            self.entries = entries
            self.box = box
            size = PageSize(width: width, height: height)
            self.name = name
        }
    }

    @Test(arguments: Layout.all)
    func aNameIsPaintedWhereAReaderSeesIt(layout: Layout) throws {
        let scratch = Scratch()
        var pdf = PlainPDF()
        pdf.page(PlainPDF.line("\(Secret.text) came at nine"), box: layout.box, layout.entries)
        let source = try scratch.write("source.pdf", pdf.bytes())
        var request = RedactionRequest()
        request.resolution = 144
        request.terms = Secret.ranges
        let copy = try scratch.copy(of: source, request)

        #expect(try scratch.bench().pageSizes(of: "copy.pdf") == [layout.size])
        let area = try #require(copy.painted.first).area
        // Two pixels to the point, and a little more around the word.
        #expect(abs(Double(area.x) / 2 - layout.name.x) < 6)
        #expect(abs(Double(area.y) / 2 - layout.name.y) < 6)
        #expect(abs(Double(area.width) / 2 - layout.name.width) < 9)
        #expect(abs(Double(area.height) / 2 - layout.name.height) < 9)
    }

    @Test func aBoxCoversTheSamePlaceInEveryUnit() throws {
        var areas: Set<PixelArea> = []
        for (unit, scale) in [
            (RedactionBox.Unit.points, (4.0, 3.0)), (.pixels, (8.0, 6.0)), (.percent, (1.0, 1.0)),
        ] {
            let scratch = Scratch()
            var pdf = PlainPDF()
            pdf.page(PlainPDF.line("A page"))
            let source = try scratch.write("source.pdf", pdf.bytes())
            var request = RedactionRequest()
            request.resolution = 144
            request.isSearchable = false
            request.boxes = [
                RedactionBox(
                    page: 1,
                    x: 10 * scale.0,
                    y: 20 * scale.1,
                    width: 30 * scale.0,
                    height: 40 * scale.1,
                    unit: unit
                )
            ]
            areas.formUnion(try scratch.copy(of: source, request).painted.map(\.area))
        }
        #expect(areas == [PixelArea(x: 80, y: 120, width: 240, height: 240)])
    }

    @Test func aWholePageIsBlackAndTheOthersStay() throws {
        let scratch = Scratch()
        var pdf = PlainPDF()
        for page in 1...3 { pdf.page(PlainPDF.line("This is sheet \(page)")) }
        let source = try scratch.write("source.pdf", pdf.bytes())
        var request = RedactionRequest()
        request.resolution = 150
        request.wholePages = [2]
        let copy = try scratch.copy(of: source, request)

        #expect(copy.pages == 3)
        #expect(copy.isSearchable)
        let text = String(
            decoding: try Outside.run("pdftotext", [copy.path, "-"], in: scratch.path).bytes,
            as: UTF8.self
        )
        #expect(text.contains("sheet 1") && text.contains("sheet 3") && !text.contains("sheet 2"))
    }
}
