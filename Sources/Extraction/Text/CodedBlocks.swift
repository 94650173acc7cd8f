/// Base64 (RFC 4648, both alphabets) and hexadecimal that stand in a text.
///
/// What decodes to plain text is text; what is long and decodes to something else is a file of its own.
struct CodedBlocks {
    /// Decoded texts, one on a line.
    private(set) var text: [UInt8] = []
    /// Decoded bytes that may be a file.
    private(set) var files: [[UInt8]] = []

    private static let shortestBase64 = 8
    private static let shortestHex = 8
    private static let shortestMixed = 16
    private static let shortestFile = 24
    private static let mostFiles = 2_000

    init(in text: [UInt8]) {
        text.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                guard Self.base64[Int(bytes[index])] >= 0 else {
                    index += 1
                    continue
                }
                index = takeRun(bytes, from: index)
            }
        }
    }

    /// Takes what stands from `start` to the end of the run, and returns that end.
    private mutating func takeRun(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        var lineStart = start
        var isHex = true
        var digits = 0
        while index < bytes.count {
            let byte = bytes[index]
            if Self.base64[Int(byte)] >= 0 {
                if Escapes.hexDigit(byte) == nil { isHex = false }
                digits += 1
                index += 1
                continue
            }
            // A line that is full goes on in the next.
            guard byte == 0x0D || byte == 0x0A, index - lineStart >= 40 else { break }
            var next = index + 1
            while next < bytes.count, bytes[next] <= 0x20, next - index < 16 { next += 1 }
            guard next < bytes.count, Self.base64[Int(bytes[next])] >= 0 else { break }
            index = next
            lineStart = next
        }
        guard digits >= Self.shortestHex else { return index }
        let run = UnsafeRawBufferPointer(rebasing: bytes[start..<index])
        if isHex, digits % 2 == 0 { take(Self.decodeHex(run)) }
        if digits >= Self.shortestBase64 { take(Self.decodeBase64(run)) }
        return index
    }

    private mutating func take(_ decoded: [UInt8]) {
        if Self.isPlainText(decoded) {
            let charset = decoded.withUnsafeBytes(Charset.decode)
            text.append(contentsOf: charset)
            text.append(0x0A)
        } else if decoded.count >= Self.shortestMixed {
            text.append(contentsOf: decoded.withUnsafeBytes(RawText.runs))
        }
        if decoded.count >= Self.shortestFile, files.count < Self.mostFiles { files.append(decoded) }
    }

    private static func decodeBase64(_ run: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(run.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in run {
            let value = base64[Int(byte)]
            guard value >= 0 else { continue }
            bits = bits << 6 | UInt32(value)
            count += 1
            if count == 4 {
                out.append(UInt8(bits >> 16 & 0xFF))
                out.append(UInt8(bits >> 8 & 0xFF))
                out.append(UInt8(bits & 0xFF))
                bits = 0
                count = 0
            }
        }
        if count == 3 {
            out.append(UInt8(bits >> 10 & 0xFF))
            out.append(UInt8(bits >> 2 & 0xFF))
        } else if count == 2 {
            out.append(UInt8(bits >> 4 & 0xFF))
        }
        return out
    }

    private static func decodeHex(_ run: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        var high: UInt8?
        for byte in run {
            guard let digit = Escapes.hexDigit(byte) else { continue }
            if let first = high {
                out.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return out
    }

    /// Whether every character is one that people write.
    private static func isPlainText(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard bytes.count >= 4 else { return false }
            switch Charset.guess(bytes) {
            case .utf16, .utf32: return true
            case .mixed: return false
            case .utf8:
                return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
            }
        }
    }

    private static let base64: [Int8] = {
        var table = [Int8](repeating: -1, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, character) in alphabet.utf8.enumerated() { table[Int(character)] = Int8(value) }
        table[Int(UInt8(ascii: "-"))] = 62
        table[Int(UInt8(ascii: "_"))] = 63
        return table
    }()
}
