/// The identifier of a record: a UUID of version 7 (RFC 9562), in lower case.
///
/// It is held as two integers, so that tables of half a million of them stay small and quick.
public struct RecordID: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    /// Reads 36 characters exactly as Dossier writes them; nothing is trimmed or folded.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        let parsed = text.withUTF8 { RecordID(utf8: $0) }
        guard let parsed else { return nil }
        self = parsed
    }

    /// Reads the same 36 characters from raw UTF-8, without making a string.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        guard utf8.count == 36 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (index, byte) in utf8.enumerated() {
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Hex.value(of: byte) else { return nil }
            if digits < 16 { halves.0 = halves.0 << 4 | digit } else { halves.1 = halves.1 << 4 | digit }
            digits += 1
        }
        guard (halves.0 >> 12) & 0xF == 7, halves.1 >> 62 == 0b10 else { return nil }
        (self.high, self.low) = halves
    }

    /// No record: what stands in a compact table where there is none.
    package static let none = RecordID(high: 0, low: 0)

    private init(high: UInt64, low: UInt64) {
        (self.high, self.low) = (high, low)
    }

    /// A new identifier for this moment.
    /// - Parameter milliseconds: Unix time in milliseconds; the identifiers of one office sort by it.
    public init(milliseconds: UInt64, using random: inout some RandomNumberGenerator) {
        let chance: UInt64 = random.next()
        self.high = (milliseconds & 0xFFFF_FFFF_FFFF) << 16 | 0x7000 | chance & 0x0FFF
        self.low = random.next() & (UInt64.max >> 2) | 1 << 63
    }
}

extension RecordID: CustomStringConvertible {
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var at = 0
            for nibble in 0..<32 {
                if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
                    buffer[at] = UInt8(ascii: "-")
                    at += 1
                }
                let half = nibble < 16 ? high : low
                buffer[at] = Hex.digit((half >> UInt64(60 - nibble % 16 * 4)) & 0xF)
                at += 1
            }
            return at
        }
    }
}

extension RecordID: Comparable {
    public static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

extension RecordID: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = RecordID(text) else {
            throw RecordError.malformed(path: decoder.path, expected: "a record's id")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
