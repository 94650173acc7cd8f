internal import Foundation

/// How the pixels of a page are written.
enum PictureEncoding {
    /// Without loss.
    case png
    /// With little loss: what was a photograph with loss before.
    case jpeg
    /// Without loss unless that takes more than a byte to the pixel, as with a scan in colour.
    case smaller

    private static let quality = 92

    func write(_ raster: Raster, as name: String, on bench: Workbench) throws(RedactionError) -> Picture {
        let gray = "gray.pgm"
        let isGray = try raster.writeGray(to: bench.path(gray))
        defer { bench.remove(gray) }
        let source = isGray ? bench.path(gray) : raster.path
        func png() throws(RedactionError) -> Picture {
            // The reader of a PPM is one of those that libvips does not trust with hostile files. This one is ours.
            try bench.run(
                .vips,
                ["pngsave", source, "raw.png", "--strip", "--compression", "6"],
                trusted: true
            )
            let picture = try PNGPicture(try WholeFile.bytes(of: bench.path("raw.png")))
            bench.remove("raw.png")
            try WholeFile.write(picture.file, to: bench.path(name + ".png"))
            return Picture(path: bench.path(name + ".png"), format: .png, size: raster.size, isGray: isGray)
        }
        func jpeg() throws(RedactionError) -> Picture {
            try bench.run(
                .vips,
                [
                    "jpegsave", source, name + ".jpg", "--strip", "--Q", String(Self.quality),
                    "--optimize-coding",
                ],
                trusted: true
            )
            _ = try JPEGPicture(try WholeFile.bytes(of: bench.path(name + ".jpg")))
            return Picture(path: bench.path(name + ".jpg"), format: .jpeg, size: raster.size, isGray: isGray)
        }
        switch self {
        case .png: return try png()
        case .jpeg: return try jpeg()
        case .smaller:
            let exact = try png()
            var status = stat()
            guard stat(exact.path, &status) == 0 else { throw .file(errno: errno) }
            guard !isGray, Int(status.st_size) > raster.width * raster.height else { return exact }
            WholeFile.remove(exact.path)
            return try jpeg()
        }
    }
}

/// A written picture without metadata.
struct Picture {
    let path: String
    /// PNG or JPEG.
    let format: CopyFormat
    let size: (width: Int, height: Int)
    let isGray: Bool
}
