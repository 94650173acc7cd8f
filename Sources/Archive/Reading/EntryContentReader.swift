internal import CDeflate

/// Reads one entry's content from the byte range that its headers name, and holds it against them.
struct EntryContentReader {
    let entry: ArchiveEntry
    let file: ReadableFile

    typealias Handler = (UnsafeRawBufferPointer) throws -> Void

    func read(into handler: Handler) throws {
        var crc32: UInt32 = 0
        var size: UInt64 = 0
        func give(_ piece: UnsafeRawBufferPointer) throws {
            size += UInt64(piece.count)
            // A handler never sees a byte more than was declared.
            guard size <= entry.size else {
                throw damage(.contentSizeDisagrees, expected: "\(entry.size) bytes", found: "more")
            }
            crc32 = libdeflate_crc32(crc32, piece.baseAddress, piece.count)
            try handler(piece)
        }

        switch entry.method {
        case .stored: try forEachPiece(give)
        case .deflate: try inflate(into: give)
        }
        guard size == entry.size else {
            throw damage(.contentSizeDisagrees, expected: "\(entry.size) bytes", found: "\(size)")
        }
        guard crc32 == entry.crc32 else {
            throw damage(.contentChecksumDisagrees, expected: hex(entry.crc32), found: hex(crc32))
        }
    }

    /// The bytes in the archive, in order.
    private func forEachPiece(_ body: Handler) throws {
        let most = min(entry.compressedSize, UInt64(ArchiveReader.pieceLength))
        try withUnsafeTemporaryAllocation(byteCount: Int(most), alignment: PageBuffer.page) { buffer in
            var offset = entry.dataOffset
            let end = entry.dataOffset + entry.compressedSize
            while offset < end {
                // From the second piece on, each begins where a page of the file does: see `PageBuffer.page`.
                let room = UInt64(ArchiveReader.pieceLength) - offset % UInt64(PageBuffer.page)
                let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Int(min(end - offset, room))])
                let count = try file.read(into: piece, at: offset)
                offset += UInt64(count)
                guard count == piece.count else {
                    throw damage(
                        .contentTruncated,
                        expected: "\(entry.compressedSize) bytes",
                        found: "\(offset - entry.dataOffset)"
                    )
                }
                try body(UnsafeRawBufferPointer(piece))
            }
        }
    }

    /// The bytes in the archive, inflated. They are one complete stream and nothing more.
    private func inflate(into give: Handler) throws {
        let inflater = try Inflater()
        var hasEnded = false
        let room = ArchiveReader.pieceLength
        try withUnsafeTemporaryAllocation(byteCount: room, alignment: PageBuffer.page) { output in
            try forEachPiece { piece in
                var rest = piece
                var wasFilled = false
                while !rest.isEmpty || wasFilled {
                    guard !hasEnded else {
                        throw damage(
                            .contentMalformed,
                            expected: "the end of the stream",
                            found: "\(rest.count) bytes more"
                        )
                    }
                    guard let step = try inflater.inflate(rest, into: output) else {
                        throw damage(.contentMalformed, expected: "DEFLATE", found: "other bytes")
                    }
                    rest = UnsafeRawBufferPointer(rebasing: rest[step.consumed...])
                    hasEnded = step.hasEnded
                    wasFilled = step.produced == output.count && !hasEnded
                    if step.produced > 0 {
                        try give(UnsafeRawBufferPointer(rebasing: output[..<step.produced]))
                    }
                }
            }
        }
        guard hasEnded else {
            throw damage(.contentMalformed, expected: "a complete stream", found: "one without its end")
        }
    }

    private func damage(_ code: ArchiveFinding.Code, expected: String, found: String) -> DamagedEntry {
        DamagedEntry(
            finding: ArchiveFinding(
                code,
                position: entry.position,
                name: entry.name,
                expected: expected,
                found: found
            )
        )
    }
}
