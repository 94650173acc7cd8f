import Foundation

@testable import Redaction

/// A picture in memory: grey, with a red block where the secret is.
struct Drawing {
    let width: Int
    let height: Int
    private var red: Set<Int> = []

    init(width: Int = 60, height: Int = 40, block: PixelArea) {
        self.width = width
        self.height = height
        for y in block.y..<block.y + block.height {
            for x in block.x..<block.x + block.width { red.insert(y * width + x) }
        }
    }

    /// As a camera stores it that lies as an Exif orientation says.
    func ppm(orientation: Int = 1) -> [UInt8] {
        let isTurned = orientation >= 5
        let (columns, rows) = isTurned ? (height, width) : (width, height)
        var bytes = Array("P6\n\(columns) \(rows)\n255\n".utf8)
        for b in 0..<rows {
            for a in 0..<columns {
                let (x, y) =
                    switch orientation {
                    case 2: (width - 1 - a, b)
                    case 3: (width - 1 - a, height - 1 - b)
                    case 4: (a, height - 1 - b)
                    case 5: (b, a)
                    case 6: (width - 1 - b, a)
                    case 7: (width - 1 - b, height - 1 - a)
                    case 8: (b, height - 1 - a)
                    default: (a, b)
                    }
                bytes += red.contains(y * width + x) ? [230, 20, 20] : [190, 190, 190]
            }
        }
        return bytes
    }

    /// How many pixels of a picture are red.
    static func redPixels(in path: String, _ scratch: Scratch) throws -> Int {
        try Outside.run("vips", ["copy", path, "look.ppm"], in: scratch.path)
        let raster = try Raster("\(scratch.path)/look.ppm")
        let samples = try WholeFile.bytes(of: raster.path).suffix(raster.width * raster.height * 3)
        let all = Array(samples)
        return stride(from: 0, to: all.count, by: 3).count { all[$0] > 120 && all[$0 + 1] < 90 }
    }
}
