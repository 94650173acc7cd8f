// Linux names are bytes. Most are UTF-8, some are not (an old phone's card, a Shift-JIS archive), and the same
// letters may be spelt in two ways (NFC, NFD) that are two files. So a path is kept as its bytes, compared as
// its bytes, and turned into text by one defined and reversible rule:
//
// - If the bytes are UTF-8 and XML can carry every character, the text is those characters, untouched.
// - Otherwise the text is *escaped*: each backslash, each byte that is not part of a UTF-8 character, and each
//   byte of a character that XML cannot carry is written `\xHH` with two lower-case hexadecimal digits.
//
// Whether a text is escaped travels beside it (`isEscaped`), so that a file which is really called `a\xff`
// is not mistaken for one that is called a, byte 255.

/// A path as the file system has it, byte for byte.
public struct RawPath: Hashable, Sendable {
    /// The bytes, without the NUL that ends them in C.
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    public init(_ path: String) {
        bytes = Array(path.utf8)
    }

    /// The last component; the path itself if it has no slash.
    public var name: RawPath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes.count > 1 else { return self }
        return RawPath(bytes: Array(bytes[(slash + 1)...]))
    }

    /// The path as a record or a screen shows it, by the rule above.
    public var text: String { written.text }

    /// Whether `text` had to be escaped because the bytes are not text that XML can carry.
    public var isEscaped: Bool { written.isEscaped }

    /// Reads back what `text` and `isEscaped` say; `nil` if an escaped text is malformed.
    public init?(text: String, isEscaped: Bool) {
        guard isEscaped else {
            self.init(text)
            return
        }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            guard rest.popFirst() == UInt8(ascii: "x"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        self.init(bytes: bytes)
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    private var written: (text: String, isEscaped: Bool) {
        if let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy(isCarriedByXML)
        {
            return (text, false)
        }
        var text = ""
        func escape(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { text += "\\x\(hexadecimal(byte))" }
        }
        var rest = bytes[...]
        while let first = rest.first {
            let length = Unicode.UTF8.sequenceLength(first)
            let slice = rest.prefix(length)
            if let scalar = String(validating: slice, as: UTF8.self)?.unicodeScalars.first,
                isCarriedByXML(scalar), scalar != "\\"
            {
                text.unicodeScalars.append(scalar)
                rest = rest.dropFirst(length)
            } else {
                escape([first])
                rest = rest.dropFirst()
            }
        }
        return (text, true)
    }
}

/// The characters of XML 1.0 (Char, production 2).
private func isCarriedByXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}

extension Unicode.UTF8 {
    /// How many bytes a character takes that begins with `first`; 1 for a byte that begins none.
    fileprivate static func sequenceLength(_ first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}

extension RawPath: Comparable {
    /// Byte order: the same everywhere, whatever the locale.
    public static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension RawPath: CustomStringConvertible {
    public var description: String { text }
}

extension RawPath: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
