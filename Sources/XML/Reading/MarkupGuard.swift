#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Looks over a document's bytes before libxml2 sees them, and refuses what would cost it more than linear
/// time, or memory without bound: start tags and texts without end, attributes by the thousand, deep nesting;
/// and what is refused anyway: document type declarations, processing instructions, zero bytes.
///
/// It knows just enough of XML to tell markup from text. Where a document is not well-formed it may lose its
/// way, and libxml2, which reads the same bytes next, stops there. Every byte is looked at once.
struct MarkupGuard {
    private enum State {
        case text
        /// After `<`.
        case opened
        /// After `<!`.
        case declaration
        /// After `<!-`.
        case dash
        case comment
        case cdata
        case instruction
        /// In a start tag, outside of values.
        case tag
        case value
        case endTag
    }

    private let limits: XMLLimits
    private var state = State.text
    /// The bytes of the text, section or tag so far.
    private var length = 0
    private var nameLength = 0
    private var attributes = 0
    private var depth = 0
    private var quote: UInt8 = 0
    /// The last two bytes of a section, to know its end.
    private var last: (UInt8, UInt8) = (0, 0)
    private var total = 0
    private var lines = 1

    init(limits: XMLLimits) {
        self.limits = limits
    }

    /// Looks over the next bytes. The first call must have at least the whole XML declaration.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLError) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        var index = 0
        if total == 0 { index = try Prologue.check(bytes) }
        guard bytes.count <= limits.maxTotalBytes - total else { throw .tooLarge }
        if let zero = memchr(start, 0, bytes.count) {
            let offset = start.distance(to: zero.assumingMemoryBound(to: UInt8.self))
            throw .notWellFormed(line: line(of: offset, in: bytes), message: "a character that XML forbids")
        }
        while index < bytes.count {
            switch state {
            case .text: try text(bytes, &index)
            case .opened: try opened(bytes, &index)
            case .declaration, .dash: try declaration(bytes, &index)
            case .comment: try section(bytes, &index, end: (UInt8(ascii: "-"), UInt8(ascii: "-")))
            case .cdata: try section(bytes, &index, end: (UInt8(ascii: "]"), UInt8(ascii: "]")))
            case .instruction: try section(bytes, &index, end: (nil, UInt8(ascii: "?")))
            case .tag: try tag(bytes, &index)
            case .value: try value(bytes, &index)
            case .endTag: try endTag(bytes, &index)
            }
        }
        total += bytes.count
        lines += newlines(bytes, before: bytes.count)
    }

    // MARK: One state each

    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) throws(XMLError) {
        let end = find(UInt8(ascii: "<"), in: bytes, from: index)
        length += (end ?? bytes.count) - index
        if length > limits.maxTextBytes { throw .textTooLong }
        index = end.map { $0 + 1 } ?? bytes.count
        if end != nil { state = .opened }
    }

    private mutating func opened(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) throws(XMLError) {
        length = 0
        nameLength = 0
        attributes = 0
        last = (0, 0)
        switch bytes[index] {
        case UInt8(ascii: "/"):
            state = .endTag
            depth -= 1
            index += 1
        case UInt8(ascii: "!"):
            state = .declaration
            index += 1
        case UInt8(ascii: "?"):
            guard limits.allowsProcessingInstructions else {
                throw .processingInstruction(line: line(of: index, in: bytes))
            }
            state = .instruction
            index += 1
        default:
            state = .tag
            depth += 1
            if depth > limits.maxDepth { throw .tooDeep }
        }
    }

    private mutating func declaration(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ index: inout Int
    ) throws(XMLError) {
        switch (bytes[index], state) {
        case (UInt8(ascii: "-"), .declaration): state = .dash
        case (UInt8(ascii: "-"), _): state = .comment
        case (UInt8(ascii: "["), .declaration): state = .cdata
        case (UInt8(ascii: "D"), .declaration): throw .doctype(line: line(of: index, in: bytes))
        default:
            throw .notWellFormed(
                line: line(of: index, in: bytes),
                message: "`<!` begins nothing that XML has"
            )
        }
        index += 1
    }

    /// A comment, a CDATA section or a processing instruction: all end in two characters and `>`.
    private mutating func section(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ index: inout Int,
        end: (UInt8?, UInt8)
    ) throws(XMLError) {
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            length += 1
            if byte == UInt8(ascii: ">"), last.1 == end.1, end.0 == nil || last.0 == end.0 {
                state = .text
                length = 0
                return
            }
            last = (last.1, byte)
            if length > limits.maxTextBytes { throw .textTooLong }
        }
    }

    private mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) throws(XMLError) {
        // Most of a document's markup passes here: the state is kept in registers meanwhile.
        let start = index
        var next = index
        var name = nameLength
        var previous = last.1
        var isOpen = true
        scan: while next < bytes.count {
            let byte = bytes[next]
            next += 1
            // Beyond `>` there are only characters of names.
            if byte > UInt8(ascii: ">") {
                name += 1
                previous = byte
                continue
            }
            switch byte {
            case UInt8(ascii: ">"):
                if previous == UInt8(ascii: "/") { depth -= 1 }
                isOpen = false
                break scan
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                quote = byte
                state = .value
                break scan
            case UInt8(ascii: "="):
                attributes += 1
                if attributes > limits.maxAttributes { throw .tooManyAttributes }
                if name > limits.maxNameBytes { throw .nameTooLong }
                name = 0
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"):
                if name > limits.maxNameBytes { throw .nameTooLong }
                name = 0
            default: name += 1
            }
            previous = byte
        }
        if name > limits.maxNameBytes { throw .nameTooLong }
        index = next
        nameLength = name
        last.1 = previous
        length += next - start
        if length > limits.maxTagBytes { throw .tagTooLong }
        if !isOpen {
            state = .text
            length = 0
        }
    }

    private mutating func value(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) throws(XMLError) {
        let end = find(quote, in: bytes, from: index)
        let next = end.map { $0 + 1 } ?? bytes.count
        length += next - index
        if length > limits.maxTagBytes { throw .tagTooLong }
        index = next
        if end != nil {
            state = .tag
            nameLength = 0
            last.1 = quote
        }
    }

    private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) throws(XMLError) {
        let end = find(UInt8(ascii: ">"), in: bytes, from: index)
        length += (end ?? bytes.count) - index
        if length > limits.maxTagBytes { throw .nameTooLong }
        index = end.map { $0 + 1 } ?? bytes.count
        if end != nil {
            state = .text
            length = 0
        }
    }

    // MARK: Bytes

    private func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
        guard let start = bytes.baseAddress,
            let found = memchr(start + index, Int32(byte), bytes.count - index)
        else { return nil }
        return start.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }

    private func line(of index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        lines + newlines(bytes, before: index)
    }

    private func newlines(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(bytes)
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        var total = 0
        var index = 0
        while end - index >= 8 {
            // Eight at a time: a newline becomes zero, and of each byte that is not zero the high bit is set.
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
            let others = ((word & low) &+ low) | word | low
            total &+= (~others).nonzeroBitCount
            index += 8
        }
        while index < end {
            total += bytes[index] == 0x0A ? 1 : 0
            index += 1
        }
        return total
    }
}
