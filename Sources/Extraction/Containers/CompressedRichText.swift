/// The compressed RTF of a message's body (MS-OXRTFCP).
enum CompressedRichText {
    static func expand(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 16 else { return nil }
        switch Array(bytes[8..<12]) {
        case Array("MELA".utf8): return Array(bytes[16...])
        case Array("LZFu".utf8): break
        default: return nil
        }
        var window = [UInt8](repeating: 0x20, count: 4_096)
        window.replaceSubrange(0..<start.count, with: start)
        var position = start.count
        var out: [UInt8] = []
        func put(_ byte: UInt8) {
            out.append(byte)
            window[position] = byte
            position = (position + 1) % 4_096
        }
        var index = 16
        while index < bytes.count {
            let control = bytes[index]
            index += 1
            for bit in 0..<8 {
                guard index < bytes.count else { return out }
                if control >> bit & 1 == 0 {
                    put(bytes[index])
                    index += 1
                } else {
                    guard index + 1 < bytes.count else { return out }
                    let pair = Int(bytes[index]) << 8 | Int(bytes[index + 1])
                    index += 2
                    let offset = pair >> 4
                    if offset == position { return out }
                    for step in 0..<(pair & 15) + 2 { put(window[(offset + step) % 4_096]) }
                }
            }
        }
        return out
    }

    private static let start = Array(
        ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
            + "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
            + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").utf8
    )
}
