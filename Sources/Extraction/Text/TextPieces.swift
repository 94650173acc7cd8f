/// Cuts a long text into pieces that overlap, so that no name is cut in two.
enum TextPieces {
    static let length = 1 << 20
    static let overlap = 1 << 12

    static func cut(_ text: [UInt8], at place: Place) -> [Passage] {
        guard text.count > length else { return [Passage(place: place, text: text)] }
        var passages: [Passage] = []
        var start = 0
        while start < text.count {
            let from = boundary(text, before: max(start - overlap, 0))
            let end = boundary(text, before: min(start + length - overlap, text.count))
            passages.append(Passage(place: place.adding(.byte, from), text: Array(text[from..<end])))
            start = end
        }
        return passages
    }

    /// The last byte at or before `index` at which a character begins.
    private static func boundary(_ text: [UInt8], before index: Int) -> Int {
        guard index < text.count else { return text.count }
        var index = index
        while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }
}
