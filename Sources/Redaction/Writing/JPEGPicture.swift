/// A JPEG that is looked through: a segment that a plain picture does not have, or a byte after its end, is an error.
struct JPEGPicture {
    let width: Int
    let height: Int
    let isGray: Bool

    init(_ bytes: [UInt8]) throws(RedactionError) {
        guard bytes.starts(with: [0xFF, 0xD8]) else { throw .damaged }
        var frame: (Int, Int, Bool)?
        var position = 2
        while true {
            guard position + 4 <= bytes.count, bytes[position] == 0xFF else { throw .damaged }
            let marker = bytes[position + 1]
            let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            guard length >= 2, position + 2 + length <= bytes.count else { throw .damaged }
            switch marker {
            case 0xC0, 0xC1, 0xC2:  // The frame: baseline, extended, progressive.
                guard frame == nil, length >= 8 else { throw .damaged }
                let at = position + 5
                frame = (
                    Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]), Int(bytes[at]) << 8 | Int(bytes[at + 1]),
                    bytes[at + 4] == 1
                )
            case 0xC4, 0xDB, 0xDD: break  // Tables, and the distance of restarts.
            case 0xE0:  // JFIF, without the thumbnail that it may carry.
                guard length == 16,
                    bytes[position + 4..<position + 9].elementsEqual([0x4A, 0x46, 0x49, 0x46, 0])
                else { throw .unsound(.foreignPart) }
            case 0xDA: break  // A scan: its data follow.
            default: throw .unsound(.foreignPart)
            }
            position += 2 + length
            guard marker == 0xDA else { continue }
            // Through the data to the next marker that is neither a stuffed zero nor a restart.
            while position + 1 < bytes.count,
                bytes[position] != 0xFF || bytes[position + 1] == 0
                    || (0xD0...0xD7).contains(bytes[position + 1])
            {
                position += 1
            }
            guard position + 1 < bytes.count else { throw .damaged }
            if bytes[position + 1] == 0xD9 {
                guard position + 2 == bytes.count, let frame else { throw .unsound(.foreignPart) }
                (width, height, isGray) = frame
                return
            }
        }
    }
}
