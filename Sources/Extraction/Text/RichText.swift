/// The text of an RTF file: of the document, and of everything that is not shown (author, deleted, hidden, fields).
enum RichText {
    static func text(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        var skips = [1]  // \uc: how many characters stand in for a \u, for each group
        var toSkip = 0
        var index = 0
        func put(_ byte: UInt8) {
            if toSkip > 0 { toSkip -= 1 } else { out.append(byte) }
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "{"): skips.append(skips.last ?? 1)
            case UInt8(ascii: "}"):
                if skips.count > 1 { skips.removeLast() }
                toSkip = 0
            case 0x0A, 0x0D: break
            case UInt8(ascii: "\\"):
                guard index < bytes.count else { break }
                let next = bytes[index]
                if next == UInt8(ascii: "'") {
                    if let value = Escapes.hex(bytes, index + 1, 2) { put(UInt8(value)) }
                    index = min(index + 3, bytes.count)
                } else if next | 0x20 >= 0x61, next | 0x20 <= 0x7A {
                    let word = takeWord(bytes, &index)
                    switch word.name {
                    case "u":
                        var value = word.number ?? 0
                        if value < 0 { value += 65_536 }
                        if toSkip == 0 { Charset.append(UInt32(clamping: value), to: &out) }
                        toSkip = skips.last ?? 1
                    case "uc": skips[skips.count - 1] = max(word.number ?? 1, 0)
                    case "par", "line", "cell", "row", "tab", "page", "sect", "nestcell": out.append(0x0A)
                    case "bin": index = min(index + max(word.number ?? 0, 0), bytes.count)
                    default: break
                    }
                } else {
                    if next == UInt8(ascii: "~") { put(0x20) } else if next != UInt8(ascii: "*") { put(next) }
                    index += 1
                }
            default: put(byte)
            }
        }
        return Charset.lenient(out)
    }

    private static func takeWord(
        _ bytes: UnsafeRawBufferPointer,
        _ index: inout Int
    ) -> (name: String, number: Int?) {
        let start = index
        while index < bytes.count, bytes[index] | 0x20 >= 0x61, bytes[index] | 0x20 <= 0x7A,
            index - start < 32
        {
            index += 1
        }
        let name = String(decoding: bytes[start..<index], as: UTF8.self)
        let digits = index
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39, index - digits < 11 {
            index += 1
        }
        let number = Int(String(decoding: bytes[digits..<index], as: UTF8.self))
        if index < bytes.count, bytes[index] == 0x20 { index += 1 }
        return (name, number)
    }
}
