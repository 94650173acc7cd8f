/// The SHA-256 of a file's bytes, and the name under which the vault keeps them.
///
/// Digests sort as their hexadecimal texts do.
public struct FileDigest: Hashable, Sendable {
    // Four words rather than an array: a million digests are then 32 MB and no allocations.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Reads exactly 64 lower-case hexadecimal digits; nothing else names an object.
    public init?(hex: String) {
        self.init(hexBytes: Array(hex.utf8))
    }

    /// Takes exactly 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.init(wholeBytes: bytes)
    }

    init?(hexBytes: some Collection<UInt8>) {
        guard hexBytes.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        var high: UInt8?
        for character in hexBytes {
            let value: UInt8
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = character - UInt8(ascii: "a") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        self.init(wholeBytes: bytes)
    }

    /// - Precondition: `bytes` are 32.
    init(wholeBytes bytes: some Sequence<UInt8>) {
        var iterator = bytes.makeIterator()
        func word() -> UInt64 {
            var value: UInt64 = 0
            for _ in 0..<8 { value = value << 8 | UInt64(iterator.next()!) }
            return value
        }
        words = (word(), word(), word(), word())
    }

    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    var firstByte: UInt8 { UInt8(words.0 >> 56) }

    public static func == (a: Self, b: Self) -> Bool { a.words == b.words }

    public func hash(into hasher: inout Hasher) {
        // The digest is already uniform: one word of it is enough.
        hasher.combine(words.0)
    }
}

extension FileDigest: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.words < b.words }
}

extension FileDigest: CustomStringConvertible {
    public var description: String { hex }
}
