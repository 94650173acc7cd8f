// What may stand before the first element's `<`: a byte order mark of UTF-8, and a declaration of XML 1.0 in
// UTF-8.
//
// libxml2 would follow a declared encoding through iconv, and guess one from the first bytes. Everything that
// bounds a document here counts bytes of UTF-8, so any other encoding ends the reading before libxml2 begins.

struct Prologue {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Checks the start of a document.
    ///
    /// - Parameter bytes: the document, or as much of it as its declaration can be long.
    /// - Returns: how many bytes the mark and the declaration take.
    static func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLError) -> Int {
        var prologue = Prologue(bytes)
        return try prologue.check()
    }

    /// No declaration is longer, unless by white space.
    private static let maxLength = 256

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Self.maxLength))
    }

    private mutating func check() throws(XMLError) -> Int {
        _ = skip("\u{FEFF}")
        // The other marks, and UTF-16 or UTF-32 without a mark, which show in the zeros.
        let first = bytes.dropFirst(position).prefix(4)
        if first.starts(with: [0xFE, 0xFF]) || first.starts(with: [0xFF, 0xFE]) || first.contains(0) {
            throw .notUTF8
        }
        let start = position
        guard skip("<?xml"), skipSpace() else {
            // Not a declaration; a target such as `xml-stylesheet` is a processing instruction like any
            // other.
            guard let byte = first.first, byte == UInt8(ascii: "<") || isSpace(byte) else {
                throw .notWellFormed(line: 1, message: "it does not begin with an element")
            }
            return start
        }
        guard let version = value(of: "version") else { throw malformed }
        guard version.elementsEqual("1.0".utf8) else { throw .notUTF8 }
        if let encoding = value(of: "encoding") {
            guard encoding.elementsEqual("utf-8".utf8, by: { $0 | 0x20 == $1 || $0 == $1 }) else {
                throw .notUTF8
            }
        }
        _ = value(of: "standalone")
        guard skip("?>") else { throw malformed }
        return position
    }

    private var malformed: XMLError {
        .notWellFormed(line: 1, message: "the XML declaration is not in its form")
    }

    /// Reads `name = "value"` and the space after it.
    private mutating func value(of name: String) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard skip(name) else { return nil }
        _ = skipSpace()
        guard skip("=") else { return nil }
        _ = skipSpace()
        guard position < bytes.count,
            bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        else { return nil }
        let quote = bytes[position]
        position += 1
        guard let end = bytes[position...].firstIndex(of: quote) else { return nil }
        defer {
            position = end + 1
            _ = skipSpace()
        }
        return bytes[position..<end]
    }

    private mutating func skip(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.count, isSpace(bytes[position]) { position += 1 }
        return position > start
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
