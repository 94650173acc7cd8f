/// What looks like text in bytes of any kind: runs of four characters or more, in UTF-8 and in UTF-16.
enum RawText {
    static let shortest = 4
    /// Bytes to a passage; blocks overlap by what a name may have.
    private static let block = 1 << 18
    private static let overlap = 256

    /// One passage for each stretch of 256 KiB that has any.
    static func read(
        _ bytes: UnsafeRawBufferPointer,
        at place: Place,
        each: (Passage) throws -> Void
    ) rethrows {
        var start = 0
        while start < bytes.count {
            let end = min(start + block + overlap, bytes.count)
            let text = runs(in: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            if !text.isEmpty { try each(Passage(place: place.adding(.raw).adding(.byte, start), text: text)) }
            start += block
        }
    }

    static func runs(in bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var text: [UInt8] = []
        narrow(bytes, &text)
        for start in [0, 1] where bytes.count > start {
            let shifted = UnsafeRawBufferPointer(rebasing: bytes[start...])
            wide(shifted, bigEndian: false, &text)
        }
        // Big-endian units at one alignment are little-endian at the other only where the high byte is 0: the letters
        // of India are not, so both are read.
        for start in [0, 1] where bytes.count > start {
            wide(UnsafeRawBufferPointer(rebasing: bytes[start...]), bigEndian: true, &text)
        }
        return text
    }

    private static func narrow(_ bytes: UnsafeRawBufferPointer, _ text: inout [UInt8]) {
        var run = 0
        var characters = 0
        var index = 0
        func take(_ text: inout [UInt8]) {
            if characters >= shortest {
                text.append(contentsOf: bytes[run..<index])
                text.append(0x0A)
            }
        }
        while index < bytes.count {
            let byte = bytes[index]
            let length =
                byte < 0x80
                ? (byte >= 0x20 && byte < 0x7F || byte == 0x09 ? 1 : 0) : Charset.sequenceLength(bytes, index)
            if length > 0, byte != 0xC2 || bytes[index + 1] >= 0xA0 {
                characters += 1
                index += length
            } else {
                take(&text)
                characters = 0
                index += 1
                run = index
            }
        }
        take(&text)
    }

    private static func wide(_ bytes: UnsafeRawBufferPointer, bigEndian: Bool, _ text: inout [UInt8]) {
        var run = 0
        var index = 0
        var letters = 0
        while index + 1 < bytes.count {
            let unit = Charset.unit16(bytes, index, bigEndian: bigEndian)
            if unit >= 0x20, Charset.isTextUnit(unit) {
                letters += unit < 0x80 || unit >= 0x900 ? 1 : 0
                index += 2
                continue
            }
            if letters >= shortest { takeWide(bytes[run..<index], bigEndian, &text) }
            index += 2
            run = index
            letters = 0
        }
        if letters >= shortest { takeWide(bytes[run..<index], bigEndian, &text) }
    }

    private static func takeWide(
        _ run: Slice<UnsafeRawBufferPointer>,
        _ bigEndian: Bool,
        _ text: inout [UInt8]
    ) {
        text.append(contentsOf: Charset.utf16(UnsafeRawBufferPointer(rebasing: run), bigEndian: bigEndian))
        text.append(0x0A)
    }
}
