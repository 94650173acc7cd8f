/// The text of HTML, XML or SVG, of whatever is hidden in it, and of whatever is broken in it.
///
/// Not a parser: a parser drops what its grammar has no place for, and would have to be told which elements are
/// shown. Everything between the tags is text here, and everything in them too.
struct MarkupText {
    /// What stands between the tags, runs joined, with a break only where a block ends: a name that is split over
    /// runs is whole.
    private(set) var joined: [UInt8] = []
    /// The same with a break at every tag: two names that stand side by side are two.
    private(set) var parted: [UInt8] = []
    /// The values of attributes, one on a line.
    private(set) var attributes: [UInt8] = []
    /// Comments, processing instructions, declarations; and the names of elements, each once.
    private(set) var comments: [UInt8] = []
    private var names: Set<String> = []

    init(_ text: [UInt8]) {
        text.withUnsafeBytes { scan($0) }
        for name in names.sorted() { comments.append(contentsOf: Array(name.utf8) + [0x0A]) }
        joined = Self.decoded(joined)
        parted = Self.decoded(parted)
        attributes = Self.decoded(attributes)
        comments = Self.decoded(comments)
    }

    /// Whether there is a tag early on.
    static func looksLikeMarkup(_ text: [UInt8]) -> Bool {
        var last: UInt8 = 0
        for byte in text.prefix(1 << 16) {
            if last == UInt8(ascii: "<"), isLetter(byte) || byte == 0x21 || byte == 0x2F || byte == 0x3F {
                return true
            }
            last = byte
        }
        return false
    }

    private static func decoded(_ text: [UInt8]) -> [UInt8] { Escapes.decode(text, only: true) ?? text }

    private mutating func scan(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
                joined.append(bytes[index])
                parted.append(bytes[index])
                index += 1
                continue
            }
            let next = bytes[index + 1]
            if Self.starts(bytes, index, "<!--") {
                index = takeComment(bytes, from: index + 4, until: "-->")
            } else if Self.starts(bytes, index, "<![CDATA[") {
                let end = Self.find("]]>", in: bytes, from: index + 9)
                joined.append(contentsOf: bytes[index + 9..<end])
                parted.append(contentsOf: bytes[index + 9..<end])
                index = min(end + 3, bytes.count)
            } else if next == UInt8(ascii: "?") {
                index = takeComment(bytes, from: index + 2, until: "?>")
            } else if next == UInt8(ascii: "!") {
                index = takeComment(bytes, from: index + 2, until: ">")
            } else if Self.isLetter(next) || next == UInt8(ascii: "/") {
                index = takeTag(bytes, from: index + 1)
            } else {
                joined.append(bytes[index])
                parted.append(bytes[index])
                index += 1
            }
        }
    }

    private mutating func takeComment(
        _ bytes: UnsafeRawBufferPointer,
        from start: Int,
        until end: StaticString
    ) -> Int {
        let stop = Self.find(end, in: bytes, from: start)
        comments.append(contentsOf: bytes[min(start, stop)..<stop])
        comments.append(0x0A)
        return min(stop + end.utf8CodeUnitCount, bytes.count)
    }

    private mutating func takeTag(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        if bytes[index] == UInt8(ascii: "/") { index += 1 }
        let nameStart = index
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3E, bytes[index] != 0x2F {
            index += 1
        }
        let name = bytes[nameStart..<index]
        var value = index
        var quote: UInt8?
        // An attribute's value may hold '>'.
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27,
                bytes[index - 1] == UInt8(ascii: "=") || bytes[index - 1] <= 0x20
            {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            index += 1
        }
        if quote != nil {  // never closed: then the tag ends at the first '>'
            index = bytes[value...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
        }
        while value < index, bytes[value] <= 0x20 { value += 1 }
        if value < index {
            attributes.append(contentsOf: bytes[value..<index])
            attributes.append(0x0A)
        }
        names.insert(String(decoding: name, as: UTF8.self))
        parted.append(0x0A)
        if Self.isBlock(name) { joined.append(0x0A) }
        return min(index + 1, bytes.count)
    }

    /// Elements after which a reader sees a break: HTML's, and those of office files (paragraphs, cells, lines).
    private static func isBlock(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard name.count < 40 else { return false }
        var local = name
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) { local = name[(colon + 1)...] }
        return blocks.contains(String(decoding: local, as: UTF8.self).lowercased())
    }

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "cr", "comment", "creator",
        "date", "dd",
        "description", "div", "dl", "dt", "figcaption", "footer", "form", "h", "h1", "h2", "h3", "h4", "h5",
        "h6",
        "head", "header", "hr", "index-entry", "initial-creator", "keyword", "keywords", "lastmodifiedby",
        "li",
        "line-break", "link", "list", "list-item", "meta", "nav", "noscript", "option", "p", "pre", "script",
        "section", "si", "style", "subject", "tab", "table", "table-cell", "table-row", "tbl", "td",
        "textarea",
        "tfoot", "th", "thead", "title", "tr", "tc", "ul", "v", "c", "f", "row",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 || byte == UInt8(ascii: "_")
    }

    private static func starts(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private static func find(_ text: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == text.utf8Start[0], starts(bytes, index, text) { return index }
            index += 1
        }
        return bytes.count
    }
}
