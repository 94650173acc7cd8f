/// The streams of a compound file (MS-CFB): what Word, Excel, PowerPoint and Outlook wrote before they wrote XML, and
/// what they write encrypted.
struct CompoundFile {
    struct Stream {
        var name: String
        var bytes: [UInt8]
    }

    /// In the order of the directory.
    private(set) var streams: [Stream] = []
    /// Names of streams and storages.
    private(set) var names: [String] = []
    private(set) var isDamaged = false

    private static let end = 0xFFFF_FFFA  // and all above it: no sector

    init?(_ bytes: UnsafeRawBufferPointer, limits: ExtractionLimits) {
        guard bytes.count >= 512 else { return nil }
        func number(_ at: Int, _ count: Int = 4) -> Int { ZipWalk.number(bytes, at, count) }
        let shift = number(30, 2)
        guard shift == 9 || shift == 12 else { return nil }
        let size = 1 << shift
        let sectors = bytes.count / size
        func sector(_ index: Int) -> UnsafeRawBufferPointer? {
            let start = (index + 1) * size
            guard index < sectors, start < bytes.count else { return nil }
            return UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)])
        }
        func numbers(_ sector: UnsafeRawBufferPointer) -> [Int] {
            stride(from: 0, to: sector.count - 3, by: 4).map { ZipWalk.number(sector, $0, 4) }
        }
        // The sectors of the table of sectors: 109 in the header, the rest in a chain.
        var tableSectors = (0..<109).map { number(76 + 4 * $0) }
        var next = number(68)
        for _ in 0..<max(sectors, 1) where next < Self.end {
            guard let more = sector(next) else { break }
            let list = numbers(more)
            tableSectors += list.dropLast()
            next = list.last ?? Self.end
        }
        var table: [Int] = []
        for index in tableSectors where index < Self.end {
            guard let part = sector(index) else {
                isDamaged = true
                break
            }
            table += numbers(part)
        }
        func chain(_ start: Int, _ table: [Int], _ read: (Int) -> UnsafeRawBufferPointer?) -> ([UInt8], Bool)
        {
            var out: [UInt8] = []
            var index = start
            var steps = 0
            while index < Self.end {
                guard steps <= table.count, let part = read(index) else { return (out, false) }
                out.append(contentsOf: part)
                guard index < table.count else { return (out, false) }
                index = table[index]
                steps += 1
            }
            return (out, true)
        }
        let (directory, isWhole) = chain(number(48), table, sector)
        if !isWhole { isDamaged = true }
        let (miniTable, _) = chain(number(60), table, sector)
        let miniNumbers = miniTable.withUnsafeBytes(numbers)
        var miniStream: [UInt8] = []
        let cutoff = number(56)
        var total = 0
        directory.withUnsafeBytes { entries in
            for start in stride(from: 0, to: entries.count - 127, by: 128) {
                let kind = entries[start + 66]
                let length = min(ZipWalk.number(entries, start + 64, 2), 64)
                guard kind == 1 || kind == 2 || kind == 5 else { continue }
                let nameBytes = UnsafeRawBufferPointer(rebasing: entries[start..<start + max(length - 2, 0)])
                let name = String(decoding: Charset.utf16(nameBytes, bigEndian: false), as: UTF8.self)
                names.append(name)
                // Entries that share their sectors would make a small file endless.
                guard total <= 4 * bytes.count + 1 << 20 else {
                    isDamaged = true
                    return
                }
                let first = ZipWalk.number(entries, start + 116, 4)
                let size = ZipWalk.number(entries, start + 120, 4)
                guard kind != 1, size > 0 else { continue }
                if kind == 5 {
                    miniStream = chain(first, table, sector).0
                    continue
                }
                let isMini = size < cutoff
                var (content, isWhole) =
                    isMini
                    ? miniStream.withUnsafeBytes { mini in
                        chain(first, miniNumbers) { index in
                            let start = index * 64
                            guard start < mini.count else { return nil }
                            return UnsafeRawBufferPointer(rebasing: mini[start..<min(start + 64, mini.count)])
                        }
                    } : chain(first, table, sector)
                if !isWhole || content.count < size { isDamaged = true }
                // What is behind a stream's end in its last sector is kept: it may be of an older text.
                if content.count > limits.partBytes { content.removeSubrange(limits.partBytes...) }
                total += content.count
                streams.append(Stream(name: name, bytes: content))
            }
        }
    }

    func stream(_ name: String) -> [UInt8]? { streams.first { $0.name == name }?.bytes }
}
