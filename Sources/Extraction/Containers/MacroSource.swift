/// The source of macros, which stands compressed in the streams of a project (MS-OVBA 2.4.1).
enum MacroSource {
    /// Every container that the bytes hold and that unpacks to text.
    static func find(in bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        var attempts = 0
        while index + 3 < bytes.count, out.count < 1 << 24, attempts < 10_000 {
            attempts += bytes[index] == 1 ? 1 : 0
            // The signature, and the first chunk's header: compressed, with its fixed bits.
            guard bytes[index] == 1, bytes[index + 2] & 0xF0 == 0xB0, let text = unpack(bytes, index + 1)
            else {
                index += 1
                continue
            }
            if text.count >= 16, text.allSatisfy({ $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
                out += Charset.lenient(text) + [0x0A]
            }
            index += 1
        }
        return out
    }

    private static func unpack(_ bytes: [UInt8], _ start: Int) -> [UInt8]? {
        var out: [UInt8] = []
        var index = start
        while index + 2 <= bytes.count {
            let header = Int(bytes[index]) | Int(bytes[index + 1]) << 8
            guard header >> 12 & 7 == 3 else { break }
            let end = min(index + (header & 0xFFF) + 3, bytes.count)
            index += 2
            if header & 0x8000 == 0 {
                out += bytes[index..<end]
                index = end
                continue
            }
            let chunk = out.count
            while index < end {
                let flags = bytes[index]
                index += 1
                for bit in 0..<8 where index < end {
                    if flags >> bit & 1 == 0 {
                        out.append(bytes[index])
                        index += 1
                    } else {
                        guard index + 1 < end else { return nil }
                        let token = Int(bytes[index]) | Int(bytes[index + 1]) << 8
                        index += 2
                        var bits = 4
                        while 1 << bits < out.count - chunk { bits += 1 }
                        let offset = token >> (16 - bits) + 1
                        let length = token & (0xFFFF >> bits) + 3
                        guard offset <= out.count - chunk, out.count < 1 << 20 else { return nil }
                        for _ in 0..<length { out.append(out[out.count - offset]) }
                    }
                }
            }
        }
        return out
    }
}
