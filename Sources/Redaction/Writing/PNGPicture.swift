/// A PNG of which only what makes its pixels is kept. A chunk that a plain picture does not have is an error.
struct PNGPicture {
    let width: Int
    let height: Int
    let isGray: Bool
    /// The compressed samples, which a PDF takes as they are (ISO 32000-1, 7.4.4.4: predictor 15).
    private(set) var samples: [UInt8] = []
    /// The file with the three kinds of chunks that are needed.
    private(set) var file: [UInt8]

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    init(_ bytes: [UInt8]) throws(RedactionError) {
        guard bytes.starts(with: Self.signature) else { throw .damaged }
        file = Self.signature
        var header: (Int, Int, Bool)?
        var position = Self.signature.count
        var ended = false
        while !ended {
            guard position + 12 <= bytes.count else { throw .damaged }
            let length = Self.number(bytes, position)
            let end = position + 12 + length
            guard end <= bytes.count else { throw .damaged }
            let data = bytes[position + 8..<position + 8 + length]
            switch String(decoding: bytes[position + 4..<position + 8], as: UTF8.self) {
            case "IHDR":
                // 8 bits, grey or colour, without transparency, in one pass.
                let form = Array(data.dropFirst(8))
                guard header == nil, length == 13, form == [8, 0, 0, 0, 0] || form == [8, 2, 0, 0, 0] else {
                    throw .unsound(.foreignPart)
                }
                header = (Self.number(bytes, position + 8), Self.number(bytes, position + 12), form[1] == 0)
                file += bytes[position..<end]
            case "IDAT":
                samples += data
                file += bytes[position..<end]
            case "IEND":
                file += bytes[position..<end]
                ended = true
            case "pHYs": break
            default: throw .unsound(.foreignPart)
            }
            position = end
        }
        guard position == bytes.count, let header else { throw .unsound(.foreignPart) }
        (width, height, isGray) = header
    }

    private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
        bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
