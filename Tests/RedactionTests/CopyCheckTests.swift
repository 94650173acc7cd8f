import Testing

@testable import Redaction

@Suite(
    .enabled(
        if: Outside.has("pdftoppm", "pdftotext", "qpdf", "vips", "exiftool"),
        "needs poppler-utils, qpdf, libvips-tools and libimage-exiftool-perl"
    )
)
struct CopyCheckTests {
    private func copy(_ scratch: Scratch) throws -> RedactedCopy {
        var pdf = PlainPDF()
        pdf.page(PlainPDF.line("A page"))
        var request = RedactionRequest()
        request.resolution = 100
        request.isSearchable = false
        return try scratch.copy(of: try scratch.write("source.pdf", pdf.bytes()), request)
    }

    @Test func aSoundCopyIsMadeOfKnownParts() throws {
        let scratch = Scratch()
        _ = try copy(scratch)
        try PDFParts(of: "copy.pdf", on: scratch.bench()).check()
    }

    @Test(
        arguments: HidingPlace.allCases.filter {
            ![.earlierRevision, .comment, .outsideTheCropBox].contains($0)
        }
    )
    func aPDFThatWasNotMadeAnewIsNoCopy(place: HidingPlace) throws {
        let scratch = Scratch()
        // Anything may have a font of its own; so it goes by the parts that the page does not draw with.
        try WholeFile.write(place.pdf(), to: "\(scratch.work)/copy.pdf")
        #expect(throws: RedactionError.unsound(.foreignPart)) {
            try PDFParts(of: "copy.pdf", on: scratch.bench()).check()
        }
    }

    @Test func metadataThatCameLaterIsSeen() throws {
        let scratch = Scratch()
        let copy = try copy(scratch)
        try Outside.run(
            "exiftool",
            ["-overwrite_original", "-Title=\(Secret.text)", copy.path],
            in: scratch.path
        )
        #expect(throws: RedactionError.unsound(.foreignPart)) {
            try PDFParts(of: "copy.pdf", on: scratch.bench()).check()
        }
    }

    @Test func aBoxThatIsNotBlackIsSeen() throws {
        let scratch = Scratch()
        let copy = try copy(scratch)
        let area = PixelArea(x: 10, y: 10, width: 100, height: 100)
        let page = MadePage(
            number: 1,
            picture: Picture(path: copy.pictures[0], format: .png, size: (556, 417), isGray: true),
            painted: [.init(page: 1, cause: .box, area: area)],
            textLayer: nil
        )
        #expect(throws: RedactionError.unsound(.notPainted(page: 1))) {
            try CopyCheck(bench: scratch.bench(), request: RedactionRequest())
                .pdf("copy.pdf", pages: [page], sizes: [PageSize(width: 400, height: 300)])
        }
        #expect(throws: RedactionError.unsound(.pageSize(page: 1))) {
            try CopyCheck(bench: scratch.bench(), request: RedactionRequest())
                .pdf("copy.pdf", pages: [page], sizes: [PageSize(width: 300, height: 400)])
        }
    }

    @Test(arguments: ["jpg", "png"])
    func aPictureWithACommentIsNoPlainPicture(suffix: String) throws {
        let scratch = Scratch()
        let drawn = try scratch.write(
            "a.ppm",
            Drawing(block: PixelArea(x: 0, y: 0, width: 9, height: 9)).ppm()
        )
        try Outside.run("vips", ["copy", drawn, "a.\(suffix)[strip]"], in: scratch.path)
        let path = "\(scratch.path)/a.\(suffix)"
        func read() throws {
            let bytes = try WholeFile.bytes(of: path)
            if suffix == "png" { _ = try PNGPicture(bytes) } else { _ = try JPEGPicture(bytes) }
        }
        try read()
        try Outside.run(
            "exiftool",
            ["-overwrite_original", "-Comment=\(Secret.text)", path],
            in: scratch.path
        )
        #expect(throws: RedactionError.unsound(.foreignPart)) { try read() }
    }
}
