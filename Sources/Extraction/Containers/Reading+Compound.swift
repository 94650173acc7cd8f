extension Reading {
    /// Old office files, messages of Outlook, and the wrapping of encrypted new ones.
    func readCompound(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        await readMetadata(item, blob, &found)
        guard let file = blob.withBytes({ CompoundFile($0, limits: limits) }) else {
            return found.miss(item.place, .damaged)
        }
        if file.isDamaged { found.miss(item.place, .damaged) }
        found.add(item.place.adding(.directory), file.names.joined(separator: "\n"))
        let names = Set(file.names)
        if Self.isEncrypted(file, names) {
            found.miss(item.place, .encrypted)
            return
        }
        let isMessage = names.contains("__properties_version1.0")
        for (number, stream) in file.streams.enumerated() {
            let place = item.place.adding(.stream, number + 1)
            count(unpacked: stream.bytes.count)
            if isMessage {
                readProperty(stream, place, item, &found)
            } else {
                found.add(place.adding(.decoded, 4), MacroSource.find(in: stream.bytes))
                found.inside.append(
                    Item(
                        place: place,
                        depth: item.depth + 1,
                        source: .blob(Blob(stream.bytes)),
                        isGuess: true
                    )
                )
            }
        }
        if names.contains("WordDocument") {
            await readOld(.antiword, ["-m", "UTF-8.txt"], item, blob, &found)
        } else if names.contains("Workbook") || names.contains("Book") {
            await readOld(.xls2csv, ["-d", "utf-8"], item, blob, &found)
        } else if names.contains("PowerPoint Document") {
            await readOld(.catppt, ["-d", "utf-8"], item, blob, &found)
        } else if !isMessage, !names.contains("VBA") {
            found.miss(item.place, .unknownFormat)
        }
    }

    private func readOld(
        _ tool: Tool,
        _ arguments: [String],
        _ item: Item,
        _ blob: Blob,
        _ found: inout Findings
    ) async {
        guard let path = path(of: blob, at: item.place, &found) else { return }
        guard let result = await run(tool, arguments + [path], for: item.place, &found) else { return }
        found.add(item.place.adding(.text), Charset.lenient(result.output))
        if result.status != 0, result.ran == .finished { found.miss(item.place, .damaged) }
    }

    private static func isEncrypted(_ file: CompoundFile, _ names: Set<String>) -> Bool {
        if names.contains("EncryptedPackage") || names.contains("EncryptedSummary") { return true }
        // MS-DOC 2.5.2: fEncrypted.
        if let document = file.stream("WordDocument"), document.count > 12, document[11] & 1 != 0 {
            return true
        }
        // MS-XLS 2.4.117: FilePass stands among the first records.
        if let book = file.stream("Workbook") ?? file.stream("Book") {
            return book.withUnsafeBytes { bytes in
                var index = 0
                for _ in 0..<32 where index + 4 <= bytes.count {
                    if ZipWalk.number(bytes, index, 2) == 0x2F { return true }
                    index += 4 + ZipWalk.number(bytes, index + 2, 2)
                }
                return false
            }
        }
        return false
    }

    /// A property of a message (MS-OXMSG): its type is in its name.
    private func readProperty(
        _ stream: CompoundFile.Stream,
        _ place: Place,
        _ item: Item,
        _ found: inout Findings
    ) {
        let inside: [UInt8]
        switch stream.name.suffix(4) {
        case "001F":
            let text = stream.bytes.withUnsafeBytes { Charset.utf16($0, bigEndian: false) }
            found.add(place.adding(.text), text)
            readDecodings(of: text, at: place, &found)
            return
        case "001E":
            let text = Charset.lenient(stream.bytes)
            found.add(place.adding(.text), text)
            readDecodings(of: text, at: place, &found)
            return
        default:
            if stream.name.hasSuffix("10090102") {
                guard let text = CompressedRichText.expand(stream.bytes) else {
                    return found.miss(place, .damaged)
                }
                inside = text
            } else {
                inside = stream.bytes
            }
        }
        found.inside.append(
            Item(
                place: place,
                depth: item.depth + 1,
                source: .blob(Blob(inside)),
                isGuess: !stream.name.hasSuffix("37010102")
            )
        )  // an attachment's data
    }
}
