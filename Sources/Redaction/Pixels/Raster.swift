internal import Foundation

/// A picture as nothing but pixels: a binary PPM of 8 bits, in a file. The format has no place for anything else, so
/// what goes through it leaves its metadata behind.
struct Raster {
    let path: String
    let width: Int
    let height: Int
    /// Where the pixels begin.
    private let start: Int

    var size: (width: Int, height: Int) { (width, height) }
    private var stride: Int { width * 3 }

    init(_ path: String) throws(RedactionError) {
        let head = try WholeFile.head(of: path, bytes: 4096)
        var scanner = HeaderScanner(head)
        guard scanner.word() == "P6", let width = scanner.word().flatMap({ Int($0) }),
            let height = scanner.word().flatMap({ Int($0) }), scanner.word() == "255", width > 0, height > 0
        else { throw .damaged }
        self.path = path
        self.width = width
        self.height = height
        // One space ends the header.
        start = scanner.position + 1
        var status = stat()
        guard stat(path, &status) == 0 else { throw .file(errno: errno) }
        guard Int(status.st_size) == start + width * height * 3 else { throw .damaged }
    }

    /// Gives every sample of some areas one value: 0 is black, 255 white.
    func paint(_ areas: [PixelArea], _ value: UInt8) throws(RedactionError) {
        try withFile(O_RDWR) { file throws(RedactionError) in
            for area in areas {
                let row = [UInt8](repeating: value, count: area.width * 3)
                for y in area.y..<area.y + area.height {
                    let offset = off_t(start + y * stride + area.x * 3)
                    guard pwrite(file, row, row.count, offset) == row.count else { throw .file(errno: errno) }
                }
            }
        }
    }

    /// The brightest sample in an area: 0 where all of it is black.
    func brightest(in area: PixelArea) throws(RedactionError) -> UInt8 {
        try withFile(O_RDONLY) { file throws(RedactionError) in
            var row = [UInt8](repeating: 0, count: area.width * 3)
            var most: UInt8 = 0
            for y in area.y..<area.y + area.height {
                let offset = off_t(start + y * stride + area.x * 3)
                guard pread(file, &row, row.count, offset) == row.count else { throw .file(errno: errno) }
                most = max(most, row.max() ?? 0)
            }
            return most
        }
    }

    /// Writes it without colour, if it has none: a third of the bytes.
    /// - Returns: whether it was written.
    func writeGray(to target: String) throws(RedactionError) -> Bool {
        var out = try OutputFile(target)
        try out.append(Array("P5\n\(width) \(height)\n255\n".utf8))
        let isGray = try withFile(O_RDONLY) { file throws(RedactionError) in
            var row = [UInt8](repeating: 0, count: stride)
            var gray = [UInt8](repeating: 0, count: width)
            for y in 0..<height {
                guard pread(file, &row, stride, off_t(start + y * stride)) == stride else {
                    throw RedactionError.file(errno: errno)
                }
                var differing: UInt8 = 0
                row.withUnsafeBufferPointer { row in
                    for x in 0..<width {
                        differing |= (row[3 * x] ^ row[3 * x + 1]) | (row[3 * x] ^ row[3 * x + 2])
                        gray[x] = row[3 * x]
                    }
                }
                guard differing == 0 else { return false }
                try out.append(gray)
            }
            return true
        }
        try out.close()
        if !isGray { WholeFile.remove(target) }
        return isGray
    }

    private func withFile<Result>(
        _ mode: CInt,
        _ body: (CInt) throws(RedactionError) -> Result
    ) throws(RedactionError) -> Result {
        let file = open(path, mode | O_CLOEXEC)
        guard file >= 0 else { throw .file(errno: errno) }
        defer { close(file) }
        return try body(file)
    }
}

/// Words of a PPM header, comments left out.
private struct HeaderScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func word() -> String? {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "#") {
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            } else if isSpace(bytes[position]) {
                position += 1
            } else {
                break
            }
        }
        let start = position
        while position < bytes.count, !isSpace(bytes[position]) { position += 1 }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
