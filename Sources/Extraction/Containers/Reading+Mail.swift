extension Reading {
    /// A message or a mailbox: every header decoded, every part, attachments as files of their own.
    ///
    /// Python's email package takes it apart (templates/extraction/mail.py): the grammar of mail is long, what people
    /// send breaks it daily, and no C library that is kept up reads more of it.
    func readMail(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        guard let script = tools.mailScript else { return found.miss(item.place, .noTool) }
        guard let path = path(of: blob, at: item.place, &found) else { return }
        let arguments = ["-I", script, path, String(limits.parts)]
        guard let result = await run(.python3, arguments, for: item.place, &found) else { return }
        if result.status != 0, result.ran == .finished { found.miss(item.place, .damaged) }
        var headers = 0
        var parts = 0
        for record in MailRecord.read(result.output) {
            switch record.kind {
            case "header":
                headers += 1
                let place = item.place.adding(.header, headers)
                found.add(place, record.bytes)
                readDecodings(of: record.bytes, at: place, &found)
            case "locked": found.miss(item.place.adding(.attachment, parts + 1), .encrypted)
            case "more": found.miss(item.place, .tooLarge)
            default:
                parts += 1
                guard !record.bytes.isEmpty else { continue }
                count(unpacked: record.bytes.count)
                found.inside.append(
                    Item(
                        place: item.place.adding(.attachment, parts),
                        depth: item.depth + 1,
                        source: .blob(Blob(record.bytes))
                    )
                )
            }
        }
    }
}

/// What mail.py writes.
struct MailRecord {
    var kind: String
    var bytes: [UInt8]

    static func read(_ output: [UInt8]) -> [MailRecord] {
        var records: [MailRecord] = []
        var index = 0
        while let end = output[index...].firstIndex(of: 0x0A) {
            let words = output[index..<end].split(separator: 0x20)
            guard words.count == 2, let length = Int(String(decoding: words[1], as: UTF8.self)), length >= 0,
                end + 1 + length <= output.count
            else { break }
            records.append(
                MailRecord(
                    kind: String(decoding: words[0], as: UTF8.self),
                    bytes: Array(output[end + 1..<end + 1 + length])
                )
            )
            index = min(end + 2 + length, output.count)
        }
        return records
    }
}
