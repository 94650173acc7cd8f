internal import CDeflate

/// Reads one entry's content from the byte range that its headers name, and holds it against them.
struct EntryContentReader {
    let entry: ArchiveEntry
    let file: ReadableFile

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

    private func check(crc32: UInt32) throws(DamagedEntry) {
        guard crc32 == entry.crc32 else {
            throw damage(.contentChecksumDisagrees, expected: hex(entry.crc32), found: hex(crc32))
        }
    }

    func readStored(into handler: (UnsafeRawBufferPointer) throws -> Void) throws {
        let piece = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Int(min(entry.size, UInt64(ArchiveReader.pieceLength))),
            alignment: 64
        )
        defer { piece.deallocate() }
        var crc32: UInt32 = 0
        var offset: UInt64 = 0
        while offset < entry.size {
            let wanted = Int(min(entry.size - offset, UInt64(piece.count)))
            let part = UnsafeMutableRawBufferPointer(rebasing: piece[..<wanted])
            let count = try file.read(into: part, at: entry.dataOffset + offset)
            offset += UInt64(count)
            guard count == wanted else {
                throw damage(.contentTruncated, expected: "\(entry.size) bytes", found: "\(offset)")
            }
            crc32 = libdeflate_crc32(crc32, part.baseAddress, count)
            try handler(UnsafeRawBufferPointer(part))
        }
        try check(crc32: crc32)
    }

    func readDeflated(into handler: (UnsafeRawBufferPointer) throws -> Void) throws {
        let inflater = try Inflater()
        let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
        let output = UnsafeMutableRawBufferPointer.allocate(
            byteCount: ArchiveReader.pieceLength,
            alignment: 64
        )
        defer {
            input.deallocate()
            output.deallocate()
        }
        var crc32: UInt32 = 0
        var taken: UInt64 = 0
        var given: UInt64 = 0
        var filled = 0
        var ended = false

        func handOver() throws {
            guard filled > 0 else { return }
            crc32 = libdeflate_crc32(crc32, output.baseAddress, filled)
            try handler(UnsafeRawBufferPointer(rebasing: output[..<filled]))
            filled = 0
        }

        while taken < entry.compressedSize {
            let wanted = Int(min(entry.compressedSize - taken, UInt64(input.count)))
            let part = UnsafeMutableRawBufferPointer(rebasing: input[..<wanted])
            let count = try file.read(into: part, at: entry.dataOffset + taken)
            taken += UInt64(count)
            guard count == wanted else {
                throw damage(.contentTruncated, expected: "\(entry.compressedSize) bytes", found: "\(taken)")
            }
            var rest = UnsafeRawBufferPointer(part)
            var isFull = false
            while !rest.isEmpty || isFull {
                guard !ended else {
                    throw damage(
                        .contentMalformed,
                        expected: "the end of the stream",
                        found: "\(rest.count) bytes more"
                    )
                }
                let room = UnsafeMutableRawBufferPointer(rebasing: output[filled...])
                guard let step = try inflater.inflate(rest, into: room) else {
                    throw damage(.contentMalformed, expected: "DEFLATE", found: "other bytes before \(taken)")
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[step.consumed...])
                filled += step.produced
                given += UInt64(step.produced)
                ended = step.hasEnded
                // Checked before anything is handed over: a handler never sees a byte more than was declared.
                guard given <= entry.size else {
                    throw damage(.contentSizeDisagrees, expected: "\(entry.size) bytes", found: "more")
                }
                isFull = filled == output.count && !ended
                if filled == output.count { try handOver() }
            }
        }
        guard ended else {
            throw damage(
                .contentMalformed,
                expected: "a complete stream",
                found: "\(taken) bytes without its end"
            )
        }
        try handOver()
        guard given == entry.size else {
            throw damage(.contentSizeDisagrees, expected: "\(entry.size) bytes", found: "\(given)")
        }
        try check(crc32: crc32)
    }
}
