// What XML 1.0 (fifth edition) can carry. libxml2's writers do not check it, and a C string ends at U+0000:
// without this a message could reach the court shorter than it was sent.

enum Characters {
    /// Throws for the first character that neither text nor an attribute value can hold.
    static func checkText(_ text: String) throws(XMLError) {
        var text = text
        let isLegal = text.withUTF8 { bytes in
            // Only control characters, U+FFFE and U+FFFF are outside: a Swift string holds no lone surrogate.
            // (Every byte is looked at, without a way out, so that the compiler can take many at a time.)
            var suspicious: UInt8 = 0
            for byte in bytes { suspicious |= byte < 0x20 || byte == 0xEF ? 1 : 0 }
            return suspicious == 0
        }
        if isLegal { return }
        for (offset, scalar) in text.unicodeScalars.enumerated() where !isLegalText(scalar) {
            throw .illegalCharacter(scalar, offset: offset)
        }
    }

    private static func isLegalText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Throws unless the text is a name without a colon, so that data can never become markup.
    static func checkName(_ name: String) throws(XMLError) {
        if name.isEmpty { throw .illegalName }
        var name = name
        let isPlain = name.withUTF8 { bytes in
            isLetter(bytes[0]) && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
        }
        if isPlain { return }
        for (offset, scalar) in name.unicodeScalars.enumerated()
        where !(isNameStart(scalar) || (offset > 0 && isInName(scalar))) {
            throw .illegalCharacter(scalar, offset: offset)
        }
    }

    /// NameStartChar, less the colon.
    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
            0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
            0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
            true
        default: false
        }
    }

    /// What NameChar adds to NameStartChar.
    private static func isInName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }

    /// Whether a namespace can be used: it has a scheme, so that it means the same wherever the element is
    /// moved to, and no `&`, which libxml2 leaves escaped in its tree (`&amp;` is read as `&#38;`) and so
    /// canonicalises wrong.
    static func isUsableNamespace(_ uri: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = uri.first, isLetter(first), !uri.contains(UInt8(ascii: "&")) else { return false }
        let scheme = uri.prefix { $0 != UInt8(ascii: ":") }
        return scheme.count < uri.count
            && scheme.allSatisfy { byte in
                isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: ".")
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
    }
}
