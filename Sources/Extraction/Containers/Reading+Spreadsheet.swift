extension Reading {
    /// The rows of an Office Open XML workbook, its shared strings put into their cells: a name may stand in two cells
    /// side by side whose strings are far apart.
    func readSpreadsheet(_ item: Item, _ blob: Blob, _ walk: ZipWalk, _ found: inout Findings) {
        guard Signatures.isIn(Array("xl/worksheets".utf8), walk.words) else { return }
        var shared: [[UInt8]] = []
        var sheets: [(Int, [UInt8])] = []
        for (number, member) in walk.members.enumerated() where !member.isEncrypted && member.data.count > 0 {
            let bytes: [UInt8]
            switch member.method {
            case 0: bytes = blob.bytes(member.data)
            case 8:
                bytes = blob.withBytes {
                    Inflation.inflate(UnsafeRawBufferPointer(rebasing: $0[member.data]), .raw, limits: limits)
                        .bytes
                }
            default: continue
            }
            if Signatures.isIn(Array("<sst".utf8), bytes.prefix(4_096)) {
                shared = SheetCells.sharedStrings(bytes)
            } else if Signatures.isIn(Array("<worksheet".utf8), bytes.prefix(4_096)) {
                sheets.append((number, bytes))
            }
        }
        guard !shared.isEmpty else { return }
        for (number, bytes) in sheets {
            found.add(
                item.place.adding(.member, number + 1).adding(.cells),
                SheetCells.rows(of: bytes, shared: shared)
            )
        }
    }
}

/// Cells of a sheet of SpreadsheetML (ISO/IEC 29500-1, 18.3), by the letter and no more.
enum SheetCells {
    static func sharedStrings(_ xml: [UInt8]) -> [[UInt8]] {
        pieces(xml, "<si", "</si>").map { MarkupText(Array(xml[$0])).joined.filter { $0 != 0x0A } }
    }

    static func rows(of xml: [UInt8], shared: [[UInt8]]) -> [UInt8] {
        var out: [UInt8] = []
        for row in pieces(xml, "<row", "</row>") {
            let row = Array(xml[row])
            for cell in pieces(row, "<c ", "</c>") {
                let cell = Array(row[cell])
                var text = MarkupText(cell).joined.filter { $0 != 0x0A }
                if Signatures.isIn(Array("t=\"s\"".utf8), cell.prefix { $0 != UInt8(ascii: ">") }),
                    let number = Int(String(decoding: text, as: UTF8.self)), shared.indices.contains(number)
                {
                    text = shared[number]
                }
                out += text + [0x20]
            }
            out.append(0x0A)
        }
        return out
    }

    private static func pieces(_ xml: [UInt8], _ start: String, _ end: String) -> [Range<Int>] {
        let (start, end) = (Array(start.utf8), Array(end.utf8))
        return xml.withUnsafeBytes { bytes in
            var pieces: [Range<Int>] = []
            var index = 0
            while let open = Signatures.find(start, in: bytes, from: index, to: bytes.count),
                let close = Signatures.find(end, in: bytes, from: open, to: bytes.count)
            {
                pieces.append(open..<close)
                index = close
            }
            return pieces
        }
    }
}
