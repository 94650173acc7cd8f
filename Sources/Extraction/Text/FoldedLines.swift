/// Lines that go on in the next, after a space: vCard, iCalendar and mail (RFC 6350, RFC 5545, RFC 5322).
enum FoldedLines {
    /// The text with its lines joined and what folded them removed, or nil if none of it looks folded.
    static func unfold(_ text: [UInt8]) -> [UInt8]? {
        guard text.starts(with: Array("BEGIN:V".utf8)) else { return nil }
        var out: [UInt8] = []
        var index = 0
        while index < text.count {
            var next = index
            if text[next] == 0x0D { next += 1 }
            if next + 1 < text.count, text[next] == 0x0A, text[next + 1] == 0x20 || text[next + 1] == 0x09 {
                index = next + 2
            } else {
                out.append(text[index])
                index += 1
            }
        }
        return out.count == text.count ? nil : out
    }
}
