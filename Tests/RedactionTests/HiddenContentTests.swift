import Foundation
import Synchronization
import Testing

@testable import Redaction

@Suite(
    .enabled(
        if: Outside.has("pdftoppm", "pdftotext", "pdfinfo", "pdfdetach", "qpdf", "vips", "exiftool"),
        "needs poppler-utils, qpdf, libvips-tools and libimage-exiftool-perl"
    )
)
struct HiddenContentTests {
    @Test(arguments: HidingPlace.allCases)
    func whatIsHiddenInAPDFIsNotInItsCopy(place: HidingPlace) throws {
        let scratch = Scratch()
        let source = try scratch.write("source.pdf", place.pdf())
        #expect(Secret.isIn(try Outside.everything(in: source)), "the test hides nothing")

        var request = RedactionRequest()
        request.resolution = 100
        request.isSearchable = false
        let copy = try scratch.copy(of: source, request)

        #expect(copy.format == .pdf)
        #expect(copy.pages == 1)
        #expect(!Secret.isIn(try Outside.everything(in: copy.path)))
        #expect(try Outside.run("qpdf", ["--check", copy.path], in: scratch.path).status == 0)
    }

    @Test(
        .enabled(if: Outside.has("tesseract"), "needs tesseract-ocr"),
        arguments: [HidingPlace.underABox, .ligature, .whiteText]
    )
    func whatIsFoundInTheTextIsPaintedOver(place: HidingPlace) throws {
        let scratch = Scratch()
        let source = try scratch.write("source.pdf", place.pdf())
        var request = RedactionRequest()
        request.resolution = 150
        request.terms = Secret.ranges
        let copy = try scratch.copy(of: source, request)

        #expect(copy.painted.map(\.cause) == [.text])
        // The baseline is at 100, 120 points, from below.
        let area = try #require(copy.painted.first).area
        #expect(abs(area.x - 208) < 8)
        #expect(area.y < 375 && area.y + area.height > 375)
        #expect(!Secret.isIn(try Outside.everything(in: copy.path)))
    }

    @Test(.enabled(if: Outside.has("tesseract"), "needs tesseract-ocr"))
    func aPageWhoseTextStillHoldsATermGoesWithoutText() throws {
        let scratch = Scratch()
        var pdf = PlainPDF()
        pdf.page(PlainPDF.line("This is the first sheet"))
        pdf.page(PlainPDF.line("This is the second sheet"))
        let source = try scratch.write("source.pdf", pdf.bytes())
        let seen = Mutex(0)
        var request = RedactionRequest()
        request.resolution = 150
        // Sees the word only once the copy is read: two texts of the original, two readings of pixels come before.
        request.terms = { text in
            let count = seen.withLock { count in
                count += 1
                return count
            }
            guard count > 4, let range = Data(text).range(of: Data("second".utf8)) else { return [] }
            return [range]
        }
        let copy = try scratch.copy(of: source, request)
        #expect(copy.isSearchable)
        let text = String(
            decoding: try Outside.run("pdftotext", [copy.path, "-"], in: scratch.path).bytes,
            as: UTF8.self
        )
        #expect(text.contains("first") && !text.contains("second"))
    }
}
