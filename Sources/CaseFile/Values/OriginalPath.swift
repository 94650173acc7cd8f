/// A path as the source's system had it, byte for byte.
///
/// A path on Linux is any bytes but NUL. Control characters, bytes that are not UTF-8 and the percent sign are
/// written as `%XX`, so that the bytes can always be had back: `100%.jpg` is written `100%25.jpg`. One path has one
/// spelling, of at most 8192 characters (UTF-16 units).
public struct OriginalPath: PlainText {
    public static let form = "a path, with %XX for what is no text"

    public let text: String
    /// The path itself.
    public let bytes: [UInt8]

    /// Reads the written form; nil where the path would not be written so.
    public init?(_ text: String) {
        guard let bytes = Self.decoded(text), let path = Self(bytes: bytes),
            path.text.utf8.elementsEqual(text.utf8)
        else { return nil }
        self = path
    }

    /// Writes a path; nil where it is empty or too long.
    public init?(bytes: [UInt8]) {
        var text = ""
        var position = 0
        var source = bytes.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        parsing: while true {
            let length: Int
            switch parser.parseScalar(from: &source) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                length = encoded.count
                if Self.isPlain(scalar) {
                    text.unicodeScalars.append(scalar)
                } else {
                    text += Self.escaped(bytes[position..<position + length])
                }
            case .error(let count):
                length = count
                text += Self.escaped(bytes[position..<position + length])
            case .emptyInput: break parsing
            }
            position += length
        }
        guard (1...8192).contains(text.utf16.count) else { return nil }
        self.text = text
        self.bytes = bytes
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "%" && scalar.value != 0xFFFE
            && scalar.value != 0xFFFF
    }

    private static func escaped(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { "%" + Hex.text([$0]).uppercased() }.joined()
    }

    private static func decoded(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var source = text.utf8.makeIterator()
        while let byte = source.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = source.next(), let low = source.next(),
                let escaped = Hex.bytes(String(decoding: [high, low], as: UTF8.self).lowercased())
            else { return nil }
            bytes += escaped
        }
        return bytes
    }
}
