internal import Foundation

extension Reading {
    /// All that exiftool knows of a file: every tag of every group, twice if it stands twice, and the files in tags.
    func readMetadata(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        guard let path = path(of: blob, at: item.place, &found) else { return }
        await readMetadata(item, path, &found)
    }

    func readMetadata(_ item: Item, _ path: String, _ found: inout Findings) async {
        let place = item.place.adding(.metadata)
        let arguments = [
            "-config", "", "-j", "-G0:1:3:4", "-a", "-u", "-U", "-ee3", "-b", "-sep", "\n", "-api",
            "LargeFileSupport=1",
            "-api", "RequestAll=2", "-charset", "UTF8", "--System:all", "--Composite:all", path,
        ]
        guard let result = await run(.exiftool, arguments, for: place, &found) else { return }
        guard let list = try? JSONSerialization.jsonObject(with: Data(result.output)) as? [[String: Any]]
        else {
            if result.ran == .finished { found.miss(place, .damaged) }
            return
        }
        var number = 0
        for group in list {
            for key in group.keys.sorted() where key != "SourceFile" && !key.hasPrefix("ExifTool:") {
                number += 1
                take(group[key]!, key: key, number, item, &found)
            }
            // What exiftool itself says of the file: that it is cut short, say.
            if group.keys.contains(where: { $0.hasPrefix("ExifTool") && $0.hasSuffix(":Error") }),
                !item.isGuess
            {
                found.miss(place, .damaged)
            }
        }
    }

    private func take(_ value: Any, key: String, _ number: Int, _ item: Item, _ found: inout Findings) {
        let name = key.split(separator: ":").last.map(String.init) ?? key
        let place =
            name.hasPrefix("GPS")
            ? item.place.adding(.position, number)
            : item.place.adding(.init(.metadata, number, field: MetadataField(rawValue: name)))
        for text in Self.texts(value) {
            if text.hasPrefix("base64:"), let bytes = Data(base64Encoded: String(text.dropFirst(7))) {
                let bytes = [UInt8](bytes)
                found.inside.append(
                    Item(
                        place: item.place.adding(.preview, number),
                        depth: item.depth + 1,
                        source: .blob(Blob(bytes)),
                        isGuess: true
                    )
                )
                found.add(place.adding(.raw), bytes.withUnsafeBytes(RawText.runs))
            } else {
                // OCR reads the first picture of a moving one.
                if name == "FrameCount", let frames = Int(text), frames > 1 {
                    found.miss(item.place, .partly)
                }
                found.add(place, name + ": " + text)
                if let decoded = Escapes.decode(Array(text.utf8)) {
                    found.add(place.adding(.decoded, 1), decoded)
                }
                found.add(place.adding(.decoded, 3), CodedBlocks(in: Array(text.utf8)).text)
            }
        }
    }

    private static func texts(_ value: Any) -> [String] {
        if let text = value as? String { return [text] }
        if let list = value as? [Any] { return list.flatMap(texts) }
        if let inner = value as? [String: Any] {
            return inner.keys.sorted().flatMap { key in texts(inner[key]!).map { key + ": " + $0 } }
        }
        if let number = value as? NSNumber { return [number.stringValue] }
        return []
    }
}
