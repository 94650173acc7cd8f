/// The ways of writing a character by other characters: `\u0995`, `%E0%A6%95`, `&#2453;`, `=E0=A6=95`.
///
/// All are decoded in any text, whatever it says it is: JSON stands in HTML, addresses stand in mail.
enum Escapes {
    /// The text with its escapes decoded, or nil if there are none. What was escaped twice is decoded twice.
    static func decode(_ text: [UInt8], only entities: Bool = false) -> [UInt8]? {
        guard var decoded = once(text, entities) else { return nil }
        if let again = once(decoded, entities) { decoded = again }
        return Charset.lenient(decoded)
    }

    private static func once(_ text: [UInt8], _ entities: Bool) -> [UInt8]? {
        text.withUnsafeBytes { bytes in
            guard hasTrigger(bytes, entities) else { return nil }
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count)
            var isChanged = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                var used = 0
                switch byte {
                case UInt8(ascii: "&"): used = entity(bytes, index, &out)
                case UInt8(ascii: "\\") where !entities: used = backslash(bytes, index, &out)
                case UInt8(ascii: "%") where !entities: used = octet(bytes, index, &out)
                case UInt8(ascii: "=") where !entities: used = quotedPrintable(bytes, index, &out)
                default: break
                }
                if used > 0 {
                    isChanged = true
                    index += used
                } else {
                    out.append(byte)
                    index += 1
                }
            }
            return isChanged ? out : nil
        }
    }

    private static func hasTrigger(_ bytes: UnsafeRawBufferPointer, _ entities: Bool) -> Bool {
        for byte in bytes {
            if byte == UInt8(ascii: "&") { return true }
            if !entities, byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "=")
            {
                return true
            }
        }
        return false
    }

    private static func entity(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ out: inout [UInt8]) -> Int {
        guard let end = bytes[start...].prefix(34).firstIndex(of: UInt8(ascii: ";")), end > start + 1 else {
            return 0
        }
        let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        let value: UInt32?
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            value = UInt32(name.dropFirst(2), radix: 16)
        } else if name.hasPrefix("#") {
            value = UInt32(name.dropFirst())
        } else {
            value = named[name]
        }
        guard let value, Unicode.Scalar(value) != nil else { return 0 }
        Charset.append(value, to: &out)
        return end - start + 1
    }

    private static func backslash(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ out: inout [UInt8]) -> Int
    {
        guard start + 1 < bytes.count else { return 0 }
        switch bytes[start + 1] {
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            if start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "{"),
                let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: "}")),
                let value = UInt32(String(decoding: bytes[start + 3..<end], as: UTF8.self), radix: 16)
            {
                Charset.append(value, to: &out)
                return end - start + 1
            }
            if bytes[start + 1] == UInt8(ascii: "U"), let value = hex(bytes, start + 2, 8) {
                Charset.append(value, to: &out)
                return 10
            }
            guard let value = hex(bytes, start + 2, 4) else { return 0 }
            if value & 0xFC00 == 0xD800, start + 11 < bytes.count, bytes[start + 6] == UInt8(ascii: "\\"),
                let low = hex(bytes, start + 8, 4), low & 0xFC00 == 0xDC00
            {
                Charset.append(0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF), to: &out)
                return 12
            }
            Charset.append(value, to: &out)
            return 6
        case UInt8(ascii: "x"):
            guard let value = hex(bytes, start + 2, 2) else { return 0 }
            out.append(UInt8(value))
            return 4
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): out.append(0x0A)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: ","),
            UInt8(ascii: ";"):
            out.append(bytes[start + 1])
        default: return 0
        }
        return 2
    }

    private static func octet(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ out: inout [UInt8]) -> Int {
        guard let value = hex(bytes, start + 1, 2) else { return 0 }
        out.append(UInt8(value))
        return 3
    }

    private static func quotedPrintable(
        _ bytes: UnsafeRawBufferPointer,
        _ start: Int,
        _ out: inout [UInt8]
    ) -> Int {
        if start + 1 < bytes.count, bytes[start + 1] == 0x0A { return 2 }
        if start + 2 < bytes.count, bytes[start + 1] == 0x0D, bytes[start + 2] == 0x0A { return 3 }
        return octet(bytes, start, &out)
    }

    static func hex(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> UInt32? {
        guard start + count <= bytes.count else { return nil }
        var value: UInt32 = 0
        for index in start..<start + count {
            guard let digit = hexDigit(bytes[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// The named references that may stand in a name: XML's five, a space, and Latin's letters with marks.
    private static let named: [String: UInt32] = {
        var table: [String: UInt32] = [
            "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "zwj": 0x200D,
            "zwnj": 0x200C, "shy": 0xAD, "rsquo": 0x2019, "lsquo": 0x2018, "hyphen": 0x2010, "period": 0x2E,
            "Tab": 0x09, "NewLine": 0x0A, "oelig": 0x153, "OElig": 0x152, "scaron": 0x161, "Scaron": 0x160,
        ]
        // HTML 4's names of U+00C0…U+00FF, in order.
        let latin =
            "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
            + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig "
            + "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml "
            + "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"
        for (offset, name) in latin.split(separator: " ").enumerated() {
            table[String(name)] = 0xC0 + UInt32(offset)
        }
        return table
    }()
}
