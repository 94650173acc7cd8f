// The replacements of Canonical XML 1.0, section 2.3. Nearly all text needs none: the first loop of each
// function finds that out without branches, many bytes at a time, and the text is copied whole.

extension ByteBuffer {
    mutating func appendEscapedText(_ bytes: UnsafeBufferPointer<UInt8>) {
        var special: UInt8 = 0
        for byte in bytes {
            special |= byte == ascii.ampersand ? 1 : 0
            special |= byte == ascii.less ? 1 : 0
            special |= byte == ascii.greater ? 1 : 0
            special |= byte == ascii.return ? 1 : 0
        }
        if special == 0 { return append(bytes) }
        appendEscaped(bytes) { byte in
            switch byte {
            case ascii.ampersand: "&amp;"
            case ascii.less: "&lt;"
            case ascii.greater: "&gt;"
            case ascii.return: "&#xD;"
            default: nil
            }
        }
    }

    mutating func appendEscapedValue(_ bytes: UnsafeBufferPointer<UInt8>) {
        var special: UInt8 = 0
        for byte in bytes {
            special |= byte == ascii.ampersand ? 1 : 0
            special |= byte == ascii.less ? 1 : 0
            special |= byte == ascii.quote ? 1 : 0
            special |= byte < 0x20 ? 1 : 0
        }
        if special == 0 { return append(bytes) }
        appendEscaped(bytes) { byte in
            switch byte {
            case ascii.ampersand: "&amp;"
            case ascii.less: "&lt;"
            case ascii.quote: "&quot;"
            case ascii.tab: "&#x9;"
            case ascii.newline: "&#xA;"
            case ascii.return: "&#xD;"
            default: nil
            }
        }
    }

    private mutating func appendEscaped(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ replacement: (UInt8) -> StaticString?
    ) {
        guard let start = bytes.baseAddress else { return }
        var written = 0
        for index in bytes.indices {
            guard let replacement = replacement(bytes[index]) else { continue }
            append(start + written, count: index - written)
            append(replacement)
            written = index + 1
        }
        append(start + written, count: bytes.count - written)
    }
}

/// The characters that have a meaning in markup.
private enum ascii {
    static var tab: UInt8 { 0x09 }
    static var newline: UInt8 { 0x0A }
    static var `return`: UInt8 { 0x0D }
    static var quote: UInt8 { UInt8(ascii: "\"") }
    static var ampersand: UInt8 { UInt8(ascii: "&") }
    static var less: UInt8 { UInt8(ascii: "<") }
    static var greater: UInt8 { UInt8(ascii: ">") }
}
