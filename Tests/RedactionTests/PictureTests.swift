import Testing

@testable import Redaction

@Suite(
    .enabled(
        if: Outside.has("vips", "vipsheader", "exiftool"),
        "needs libvips-tools and libimage-exiftool-perl"
    )
)
struct PictureTests {
    private let block = PixelArea(x: 8, y: 4, width: 20, height: 10)

    private func request() -> RedactionRequest {
        var request = RedactionRequest()
        request.boxes = [RedactionBox(page: 1, x: 6, y: 2, width: 24, height: 14, unit: .pixels)]
        return request
    }

    /// A picture of a kind, written by libvips.
    private func picture(_ suffix: String, orientation: Int = 1, in scratch: Scratch) throws -> String {
        _ = try scratch.write("drawn.ppm", Drawing(block: block).ppm(orientation: orientation))
        let quality = suffix == "jpg" ? "[Q=95]" : ""
        try Outside.run("vips", ["copy", "drawn.ppm", "picture.\(suffix)\(quality)"], in: scratch.path)
        return "\(scratch.path)/picture.\(suffix)"
    }

    @Test(arguments: ["jpg", "png", "tif", "webp", "gif"])
    func aPictureKeepsNeitherThePixelsNorTheMetadata(suffix: String) throws {
        let scratch = Scratch()
        let source = try picture(suffix, in: scratch)
        var planted = ["-overwrite_original", "-Comment=by \(Secret.text)"]
        if suffix != "gif" {
            planted += [
                "-Artist=\(Secret.text)", "-GPSLatitude=22.57", "-GPSLatitudeRef=N",
                "-XMP-dc:Creator=\(Secret.text)",
            ]
        }
        try Outside.run("exiftool", planted + [source], in: scratch.path)
        #expect(Secret.isIn(try Outside.everything(in: source)), "the test hides nothing")
        #expect(try Drawing.redPixels(in: source, scratch) > 150)

        let copy = try scratch.copy(of: source, request())
        #expect(copy.format == (suffix == "jpg" ? .jpeg : .png))
        let all = try Outside.everything(in: copy.path)
        #expect(!Secret.isIn(all))
        #expect(!String(decoding: all, as: UTF8.self).contains("GPS"))
        #expect(try Drawing.redPixels(in: copy.path, scratch) == 0)
    }

    @Test func aThumbnailAndWhatComesAfterTheEndStayBehind() throws {
        let scratch = Scratch()
        let source = try picture("jpg", in: scratch)
        let thumbnail = try WholeFile.bytes(of: source)
        _ = try scratch.write("thumbnail.jpg", thumbnail)
        try Outside.run(
            "exiftool",
            ["-overwrite_original", "-Artist=a", "-ThumbnailImage<=thumbnail.jpg", source],
            in: scratch.path
        )
        let long = try scratch.write("long.jpg", try WholeFile.bytes(of: source) + Array(Secret.text.utf8))
        let named = try Outside.run("exiftool", ["-a", "-G1", long], in: scratch.path).bytes
        #expect(String(decoding: named, as: UTF8.self).contains("Thumbnail Image"), "the test hides nothing")

        let copy = try scratch.copy(of: long, request())
        let after = try Outside.everything(in: copy.path)
        #expect(!Secret.isIn(after))
        #expect(!String(decoding: after, as: UTF8.self).contains("Thumbnail"))
    }

    @Test(arguments: 1...8)
    func aPictureIsPaintedUpright(orientation: Int) throws {
        let scratch = Scratch()
        let source = try picture("jpg", orientation: orientation, in: scratch)
        try Outside.run(
            "exiftool",
            ["-overwrite_original", "-n", "-Orientation=\(orientation)", source],
            in: scratch.path
        )
        let copy = try scratch.copy(of: source, request())
        #expect(try Drawing.redPixels(in: source, scratch) > 150)
        #expect(try Drawing.redPixels(in: copy.path, scratch) == 0)
        let raster = try scratch.bench().decode("picture-1.jpg", to: "look")
        #expect(raster.width == 60 && raster.height == 40)
        // What was not painted is as it was: 190 of 255, but for the loss of a JPEG.
        let corner = try raster.brightest(in: PixelArea(x: 48, y: 30, width: 10, height: 8))
        #expect(abs(Int(corner) - 190) < 4)
    }

    @Test func thePicturesOfATIFFBecomePages() throws {
        let scratch = Scratch()
        let drawn = try scratch.write("a.ppm", Drawing(block: block).ppm())
        _ = try scratch.write("b.ppm", Drawing(block: block).ppm())
        try Outside.run("vips", ["join", drawn, "b.ppm", "both.ppm", "vertical"], in: scratch.path)
        try Outside.run("vips", ["tiffsave", "both.ppm", "two.tif", "--page-height", "40"], in: scratch.path)
        var request = request()
        request.isSearchable = false
        request.boxes[0].page = 2
        let copy = try scratch.copy(of: "\(scratch.path)/two.tif", request)
        #expect(copy.format == .pdf)
        #expect(copy.pages == 2)
        #expect(try copy.pictures.map { try Drawing.redPixels(in: $0, scratch) == 0 } == [false, true])
    }
}
