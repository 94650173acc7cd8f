/// How a container entry's path is written as the `URI` of a reference, and read back.
///
/// A path is UTF-8 segments joined by `/`. In a URI (RFC 3986) every byte of a segment but the unreserved
/// characters is percent-encoded, so no path can be taken for a scheme, an authority, a query or a fragment.
/// Paths are compared as bytes: Swift's `==` would take the NFC and NFD forms of a name for one entry.
enum EntryPath {
    /// The entries that a signature does not cover and may not name (EN 319 162-1 §4.4.3.2).
    static func isPackaging(_ path: some StringProtocol) -> Bool {
        path.utf8.elementsEqual("mimetype".utf8) || path.utf8.starts(with: "META-INF/".utf8)
            || path.utf8.elementsEqual("META-INF".utf8)
    }

    /// Whether a path can name an entry: relative, no empty, `.` or `..` segment, no NUL or backslash.
    static func isSound(_ path: some StringProtocol) -> Bool {
        guard !path.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\\") }) else { return false }
        return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
        }
    }

    /// `data/evidence/KT-1/फ़ोन.jpg` → `data/evidence/KT-1/%E0%A4%AB…jpg`
    static func uri(_ path: String) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(path.utf8.count + 16)
        for byte in path.utf8 {
            if isUnreserved(byte) || byte == UInt8(ascii: "/") {
                text.append(byte)
            } else {
                text.append(UInt8(ascii: "%"))
                text.append(hex[Int(byte >> 4)])
                text.append(hex[Int(byte & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The path that a reference's URI names, or nil when it names anything but an entry of this container.
    ///
    /// Others leave more characters as they are than `uri(_:)` does; those that could change what a URI means
    /// (`:` in the first segment, `?`, `#`, `\`, a percent-encoded `/`) are refused.
    static func path(fromURI uri: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(uri.utf8.count)
        var rest = Array(uri.utf8)[...]
        var inFirstSegment = true
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue),
                    let low = rest.popFirst().flatMap(hexValue),
                    high << 4 | low != UInt8(ascii: "/")
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "?"), UInt8(ascii: "#"), 0...0x20, 0x7F:
                return nil
            case UInt8(ascii: ":") where inFirstSegment:
                return nil
            default:
                if byte == UInt8(ascii: "/") { inFirstSegment = false }
                bytes.append(byte)
            }
        }
        guard let path = String(validating: bytes, as: UTF8.self), isSound(path) else { return nil }
        return path
    }

    private static let hex = Array("0123456789ABCDEF".utf8)

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
