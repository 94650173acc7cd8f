internal import Glibc

extension Reading {
    /// A PDF: its pages, its objects, its attachments, its pictures, and what it was before it was last saved.
    func readPDF(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        guard let path = path(of: blob, at: item.place, &found) else { return }
        let plain = folder.newPath()
        let qdf = await run(
            .qpdf,
            ["--qdf", "--object-streams=disable", "--decode-level=specialized", path, plain],
            for: item.place,
            &found
        )
        if let qdf {
            if qdf.message.contains("invalid password") {
                found.miss(item.place, .encrypted)
                return
            }
            // 3 is qpdf's word for a file that it had to mend; what it could not find again is not known.
            if qdf.status != 0 { found.miss(item.place, .damaged) }
        }
        // Of the plain form: to undo a PDF's encryption takes exiftool half a minute.
        await readMetadata(item, access(plain, R_OK) == 0 ? plain : path, &found)
        let pages = await readPages(path, item, &found)
        await readPlainPages(plain, path, pages, item, &found)
        await readObjects(path, item, &found)
        await readPictures(path, pages, item, &found)
        readStrayStreams(item, blob, &found)
        if !item.isRevision { findRevisions(item, blob, &found) }
        findTrailer(item, blob, &found)
        unlink(plain)
    }

    /// The text of each page, and whether tools could read it.
    private func readPages(_ path: String, _ item: Item, _ found: inout Findings) async -> [[UInt8]] {
        guard let result = await run(.pdftotext, ["-q", "-enc", "UTF-8", path, "-"], for: item.place, &found)
        else {
            return []
        }
        if result.status != 0 { found.miss(item.place, .damaged) }
        let pages = Self.pages(result.output)
        for (number, page) in pages.enumerated() {
            found.add(item.place.adding(.page, number + 1).adding(.text), page)
        }
        return pages
    }

    /// The pages again, in the order of their content, with nothing clipped and no layer off.
    private func readPlainPages(
        _ plain: String,
        _ path: String,
        _ known: [[UInt8]],
        _ item: Item,
        _ found: inout Findings
    ) async {
        var source = path
        if let blob = try? Blob(file: plain), blob.count <= limits.partBytes {
            var bytes = blob.bytes
            Unclipped.rewrite(&bytes)
            source = folder.newPath()
            guard (try? bytes.withUnsafeBytes { try WorkFolder.write($0, to: source) }) != nil else { return }
        }
        defer { if source != path { unlink(source) } }
        let arguments = ["-q", "-raw", "-enc", "UTF-8", source, "-"]
        guard let result = await run(.pdftotext, arguments, for: item.place, &found) else { return }
        for (number, page) in Self.pages(result.output).enumerated()
        where number >= known.count || known[number] != page {
            found.add(item.place.adding(.page, number + 1).adding(.joined), page)
        }
    }

    private static func pages(_ output: [UInt8]) -> [[UInt8]] {
        var pages = output.split(separator: 0x0C, omittingEmptySubsequences: false).map { Array($0) }
        if pages.last?.isEmpty == true { pages.removeLast() }
        return pages
    }

    /// Strings, names and streams of every object that the file's tables know.
    private func readObjects(_ path: String, _ item: Item, _ found: inout Findings) async {
        let prefix = folder.newPath()
        let arguments = [
            "--json-output", "--json-stream-data=file", "--json-stream-prefix=\(prefix)",
            "--decode-level=specialized",
            path,
        ]
        guard let result = await run(.qpdf, arguments, for: item.place, &found) else { return }
        let objects = item.place.adding(.objects)
        found.add(objects, Escapes.decode(result.output) ?? result.output)
        found.add(objects.adding(.decoded, 3), CodedBlocks(in: result.output).text)
        guard let parts = PDFParts(result.output) else {
            found.miss(item.place, .damaged)
            return
        }
        for stream in parts.streams {
            defer { unlink(stream.path) }
            guard let blob = try? Blob(file: stream.path), blob.count > 0 else { continue }
            count(unpacked: blob.count)
            let place = item.place.adding(stream.isAttachment ? .attachment : .stream, stream.number)
            readStream(blob, stream, place, item, &found)
        }
    }

    private func readStream(
        _ blob: Blob,
        _ stream: PDFParts.Stream,
        _ place: Place,
        _ item: Item,
        _ found: inout Findings
    ) {
        if stream.isAttachment {
            found.inside.append(Item(place: place, depth: item.depth + 1, source: .blob(Blob(blob.bytes))))
        } else if blob.withBytes({ $0.starts(with: [0xFF, 0xD8, 0xFF]) }) {
            found.inside.append(Item(place: place, depth: item.depth + 1, source: .blob(Blob(blob.bytes))))
        } else if !stream.isImage {
            readStreamText(blob, place, item, isFont: stream.isFont, &found)
        }
    }

    private func readStreamText(
        _ blob: Blob,
        _ place: Place,
        _ item: Item,
        isFont: Bool,
        _ found: inout Findings
    ) {
        let text = blob.withBytes(Charset.decode)
        if text.prefix(64).first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<"),
            MarkupText.looksLikeMarkup(text)
        {
            readMarkup(text, at: place, &found)
            return
        }
        if isFont {
            found.add(place.adding(.raw), blob.withBytes(RawText.runs))
            return
        }
        found.add(place.adding(.objects), blob.withBytes(ContentStrings.text))
        found.inside.append(
            Item(place: place, depth: item.depth + 1, source: .blob(Blob(blob.bytes)), isGuess: true)
        )
    }

    /// Streams that no table knows any more: of objects that were deleted or replaced.
    private func readStrayStreams(_ item: Item, _ blob: Blob, _ found: inout Findings) {
        let word = Array("stream".utf8)
        var index = 0
        var number = 0
        while number < limits.parts {
            let hit = blob.withBytes { Signatures.find(word, in: $0, from: index, to: $0.count) }
            guard let hit else { return }
            index = hit + word.count
            guard hit < 3 || blob.bytes(hit - 3..<hit) != Array("end".utf8) else { continue }
            number += 1
            let result = blob.withBytes { bytes -> Inflation.Result? in
                var start = index
                while start < min(index + 2, bytes.count), bytes[start] == 0x0D || bytes[start] == 0x0A {
                    start += 1
                }
                guard start + 2 < bytes.count, bytes[start] & 0x0F == 8 else { return nil }
                return Inflation.inflate(
                    UnsafeRawBufferPointer(rebasing: bytes[start...]),
                    .zlibOrGzip,
                    limits: limits
                )
            }
            guard let result, !result.bytes.isEmpty else { continue }
            count(unpacked: result.bytes.count)
            index += max(result.consumed, 0)
            let place = item.place.adding(.stream, number).adding(.raw)
            result.bytes.withUnsafeBytes { bytes in
                guard
                    Charset.isUTF8(bytes)
                        || Signatures.find(Array(" obj".utf8), in: bytes, from: 0, to: 4_096) != nil
                else { return }
                found.add(place, ContentStrings.text(of: bytes))
            }
            if unpackedLeft == 0 { return }
        }
    }

    /// The file as it was at each earlier save: each ends with the mark of the end.
    private func findRevisions(_ item: Item, _ blob: Blob, _ found: inout Findings) {
        let mark = Array("%%EOF".utf8)
        var ends: [Int] = []
        blob.withBytes { bytes in
            var index = 0
            while let hit = Signatures.find(mark, in: bytes, from: index, to: bytes.count) {
                ends.append(hit + mark.count)
                index = hit + mark.count
            }
            // The first mark of a linearized file ends its first page's table, not a file.
            if Signatures.find(Array("/Linearized".utf8), in: bytes, from: 0, to: 2_048) != nil,
                ends.count > 1
            {
                ends.removeFirst()
            }
        }
        guard ends.count > 1 else { return }
        for (number, end) in ends.dropLast().prefix(16).enumerated() {
            found.inside.append(
                Item(
                    place: item.place.adding(.revision, number + 1),
                    depth: item.depth + 1,
                    source: .blob(Blob(0..<end, of: blob)),
                    isRevision: true
                )
            )
        }
        if ends.count > 17 { found.miss(item.place.adding(.revision, 17), .tooLarge) }
    }

    private func findTrailer(_ item: Item, _ blob: Blob, _ found: inout Findings) {
        let start = blob.withBytes { bytes -> Int? in
            var last: Int?
            var index = 0
            while let hit = Signatures.find(Array("%%EOF".utf8), in: bytes, from: index, to: bytes.count) {
                last = hit + 5
                index = hit + 5
            }
            return last
        }
        guard let start, blob.count - start > 8 else { return }
        found.inside.append(
            Item(
                place: item.place.adding(.trailer),
                depth: item.depth + 1,
                source: .blob(Blob(start..<blob.count, of: blob)),
                isGuess: true
            )
        )
    }
}
