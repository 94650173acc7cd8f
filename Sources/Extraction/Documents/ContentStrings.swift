/// The strings of a PDF content stream, or of any text in PDF's syntax (ISO 32000-1, 7.3.4).
///
/// What a page shows outside its edges, in a layer that is off, or in a form that is never drawn is in none of the
/// pages' text, but it is here wherever the font keeps the letters' own codes.
enum ContentStrings {
    static func text(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        var arrays = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("): out.append(contentsOf: decoded(literal(bytes, &index)))
            case UInt8(ascii: "<"):
                if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") {
                    index += 2
                    continue
                }
                out.append(contentsOf: decoded(hexadecimal(bytes, &index)))
            case UInt8(ascii: "%"):
                while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
                    out.append(bytes[index])
                    index += 1
                }
            case UInt8(ascii: "["):
                arrays += 1
                index += 1
                continue
            case UInt8(ascii: "]"):
                arrays = max(arrays - 1, 0)
                index += 1
            default:
                index += 1
                continue
            }
            // The strings of one array are one word, set with its own spaces.
            if arrays == 0, out.last != 0x0A { out.append(0x0A) }
        }
        return out
    }

    private static func literal(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) -> [UInt8] {
        var out: [UInt8] = []
        var depth = 1
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return out }
            case UInt8(ascii: "\\"):
                guard index < bytes.count else { return out }
                let next = bytes[index]
                index += 1
                switch next {
                case 0x30...0x37:
                    var value = Int(next - 0x30)
                    for _ in 0..<2 where index < bytes.count && 0x30...0x37 ~= bytes[index] {
                        value = value * 8 + Int(bytes[index] - 0x30)
                        index += 1
                    }
                    out.append(UInt8(truncatingIfNeeded: value))
                case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): out.append(0x0A)
                case 0x0D:
                    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
                case 0x0A: break
                default: out.append(next)
                }
                continue
            default: break
            }
            out.append(byte)
        }
        return out
    }

    private static func hexadecimal(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) -> [UInt8] {
        var out: [UInt8] = []
        var high: UInt8?
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if let digit = Escapes.hexDigit(bytes[index]) {
                if let first = high {
                    out.append(first << 4 | digit)
                    high = nil
                } else {
                    high = digit
                }
            } else if bytes[index] > 0x20 {
                return []  // no string: a comparison, or a tag of another grammar
            }
            index += 1
        }
        index = min(index + 1, bytes.count)
        if let high { out.append(high << 4) }
        return out
    }

    private static func decoded(_ string: [UInt8]) -> [UInt8] {
        string.withUnsafeBytes { bytes in
            if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
                return Charset.decode(bytes)
            }
            return Charset.decode(bytes).filter { $0 >= 0x20 || $0 == 0x0A }
        }
    }
}
