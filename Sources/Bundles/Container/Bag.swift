// The bundle as a BagIt bag (RFC 8493): what its tag files say, written and read.
//
// The reader is stricter than most: one space of either kind is enough for the RFC, but a line that could be
// read in two ways is a finding.

/// A manifest: the SHA-256 of each file, by path.
public struct BagManifest: Equatable, Sendable {
    public struct Line: Equatable, Sendable {
        public let path: String
        /// Lower-case hexadecimal.
        public let digest: String

        public init(path: String, digest: String) {
            self.path = path
            self.digest = digest
        }
    }

    public let lines: [Line]

    public init(_ lines: [Line]) { self.lines = lines }

    /// One line for each file, `<digest>  <path>`, sorted by path.
    public var text: String {
        lines.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .map { "\($0.digest)  \(Self.encoded($0.path))\n" }.joined()
    }

    /// What is wrong with a manifest's text, by line.
    public enum Flaw: Equatable, Sendable {
        case notUTF8
        case malformed(line: Int)
        case repeated(path: String)
    }

    public static func read(_ bytes: [UInt8]) -> (manifest: BagManifest, flaws: [Flaw]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return (BagManifest([]), [.notUTF8])
        }
        var lines: [Line] = []
        var flaws: [Flaw] = []
        var seen: Set<[UInt8]> = []
        var number = 0
        for raw in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
            if line.isEmpty { continue }
            let digest = line.prefix(64)
            let rest = line.dropFirst(64)
            let separators = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            let path = rest.dropFirst(separators.count)
            guard digest.count == 64, digest.allSatisfy({ isHex($0) }), !separators.isEmpty,
                separators.count <= 2,
                !path.isEmpty, path.last != UInt8(ascii: " "),
                let decoded = decoded(String(decoding: path, as: UTF8.self))
            else {
                flaws.append(.malformed(line: number))
                continue
            }
            guard seen.insert(Array(decoded.utf8)).inserted else {
                flaws.append(.repeated(path: decoded))
                continue
            }
            lines.append(Line(path: decoded, digest: String(decoding: digest, as: UTF8.self).lowercased()))
        }
        return (BagManifest(lines), flaws)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    /// RFC 8493 section 2.1.3: line feed, carriage return and the percent sign are percent-encoded, nothing else.
    private static func encoded(_ path: String) -> String {
        var text = ""
        for character in path.unicodeScalars {
            switch character {
            case "%": text += "%25"
            case "\n": text += "%0A"
            case "\r": text += "%0D"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }

    private static func decoded(_ path: String) -> String? {
        var text = ""
        var rest = Substring(path)
        while let percent = rest.firstIndex(of: "%") {
            text += rest[..<percent]
            switch rest[percent...].prefix(3).uppercased() {
            case "%25": text += "%"
            case "%0A": text += "\n"
            case "%0D": text += "\r"
            default: return nil
            }
            rest = rest[percent...].dropFirst(3)
        }
        return text + rest
    }
}

/// `bagit.txt`.
public enum BagDeclaration {
    public static let text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

    /// Whether a reader may go on: any 0.97 or 1.0 bag in UTF-8.
    public static func isUnderstood(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        return text == Self.text || text == Self.text.replacing("1.0", with: "0.97")
    }
}

/// `bag-info.txt`: what the bag is, for people and for tools that know only bags.
public struct BagInfo: Equatable, Sendable {
    public let lines: [(label: String, value: String)]

    public init(_ lines: [(label: String, value: String)]) { self.lines = lines }

    public static func == (a: BagInfo, b: BagInfo) -> Bool {
        a.lines.elementsEqual(b.lines) { $0.label == $1.label && $0.value == $1.value }
    }

    public var text: String {
        lines.map { line in
            // A value stays on its line: a line break in an agency's name must not make a field of its own.
            let value = String(line.value.map { $0.isNewline ? " " : $0 })
            return "\(line.label): \(value)\n"
        }.joined()
    }

    /// The `Payload-Oxum` of a text: octets and files in `data/`.
    public static func oxum(in bytes: [UInt8]) -> (octets: Int, files: Int)? {
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard line.lowercased().hasPrefix("payload-oxum:") else { continue }
            let parts = line.drop { $0 != ":" }.dropFirst().split(separator: ".")
            guard parts.count == 2, let octets = Int(parts[0].trimmingPrefix(while: \.isWhitespace)),
                let files = Int(parts[1])
            else { return nil }
            return (octets, files)
        }
        return nil
    }
}
