extension Reading {
    /// How the pictures begin that tesseract reads: JPEG, PNG, GIF, BMP, TIFF.
    private static let common: [[UInt8]] = [
        [0xFF, 0xD8], [0x89, 0x50], Array("GIF8".utf8), Array("BM".utf8), Array("II*".utf8), Array("MM".utf8),
    ]

    /// A picture: its metadata with all that hangs on it, what is written in it, and what stands behind its end.
    func readImage(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        await readMetadata(item, blob, &found)
        let end = blob.withBytes(PictureEnd.find)
        if case .cutShort = end { found.miss(item.place, .damaged) }
        if case .at(let offset) = end, blob.count - offset > 0 {
            found.inside.append(
                Item(
                    place: item.place.adding(.trailer),
                    depth: item.depth + 1,
                    source: .blob(Blob(offset..<blob.count, of: blob)),
                    isGuess: true
                )
            )
        }
        // Pictures within are thumbnails, which exiftool takes out.
        if case .at(let offset) = end {
            findEmbedded(in: 1..<max(offset, 1), 0, item, blob, but: Signatures.pictures, &found)
        } else {
            findEmbedded(item, blob, &found)
        }
        if let path = path(of: blob, at: item.place, &found) {
            let isCommon = blob.withBytes { bytes in Self.common.contains { bytes.starts(with: $0) } }
            await readByOCR(path, item.place, failure: isCommon ? .damaged : .partly, &found)
        }
    }
}

/// Where the picture ends that a file begins with.
enum PictureEnd {
    case at(Int)
    case cutShort, unknown

    static func find(_ bytes: UnsafeRawBufferPointer) -> PictureEnd {
        if bytes.starts(with: [0xFF, 0xD8]) { return jpeg(bytes) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return png(bytes) }
        return .unknown
    }

    /// ISO 10918-1, annex B: segments with their lengths, then coded data until a marker.
    private static func jpeg(_ bytes: UnsafeRawBufferPointer) -> PictureEnd {
        var index = 2
        while index + 1 < bytes.count {
            guard bytes[index] == 0xFF else {
                index += 1  // coded data, or fill
                continue
            }
            switch bytes[index + 1] {
            case 0xD9: return .at(index + 2)
            case 0x00, 0xFF, 0x01, 0xD0...0xD8: index += bytes[index + 1] == 0xFF ? 1 : 2
            default:
                guard index + 3 < bytes.count else { return .cutShort }
                index += 2 + (Int(bytes[index + 2]) << 8 | Int(bytes[index + 3]))
            }
        }
        return .cutShort
    }

    private static func png(_ bytes: UnsafeRawBufferPointer) -> PictureEnd {
        var index = 8
        while index + 12 <= bytes.count {
            let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            let isEnd = bytes[index + 4..<index + 8].elementsEqual(Array("IEND".utf8))
            index += 12 + length
            if isEnd { return index <= bytes.count ? .at(index) : .cutShort }
        }
        return .cutShort
    }
}
