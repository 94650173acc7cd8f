internal import XML

/// What every record carries, whatever it says: which it is, since when, by whom, in place of what.
public struct RecordHead: Hashable, Sendable {
    /// The same in every version of the record.
    public var id: RecordID
    /// 1 for the first.
    public var version: Int
    /// The leaf hashes (lower-case hexadecimal) of the versions that this one replaces; empty in version 1.
    public var replaces: [String]
    /// When it was recorded, apart from when the fact it records took place.
    public var recordedAt: Moment
    /// Who recorded it: `AGENCY:account`.
    public var recordedBy: Recorder
    /// The salt of its leaf hash, which keeps a withheld record from being guessed.
    public var nonce: Nonce
    /// Why it replaces an earlier version; present from version 2 on.
    public var amendment: FreeText?

    public init(
        id: RecordID,
        version: Int = 1,
        replaces: [String] = [],
        recordedAt: Moment,
        recordedBy: Recorder,
        nonce: Nonce,
        amendment: FreeText? = nil
    ) {
        self.id = id
        self.version = version
        self.replaces = replaces
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.nonce = nonce
        self.amendment = amendment
    }
}

/// The account that recorded something, within its agency: `AHTU-KOL:r.sen`.
public struct Recorder: Hashable, Sendable, Codable, RawRepresentable {
    public let rawValue: String

    /// The agency's code is `[A-Z0-9]` and dashes; the account is ASCII letters, digits, dot, dash, underscore.
    public init?(rawValue: String) {
        let parts = rawValue.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isCode(parts[0]), (1...64).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            })
        else { return nil }
        self.rawValue = rawValue
    }

    public init?(agency: String, account: String) { self.init(rawValue: "\(agency):\(account)") }

    public var agency: String { String(rawValue.prefix { $0 != ":" }) }
    public var account: String { String(rawValue.drop { $0 != ":" }.dropFirst()) }

    /// Whether a text can be the code of an agency: 2 to 32 of `A` to `Z`, digits and inner dashes.
    public static func isCode(_ text: some StringProtocol) -> Bool {
        (2...32).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
    }
}

/// Sixteen random bytes, in lower-case hexadecimal.
public struct Nonce: Hashable, Sendable, Codable, RawRepresentable {
    public let rawValue: String

    public init?(rawValue: String) {
        guard rawValue.utf8.count == 32, rawValue.utf8.allSatisfy({ Hex.value(of: $0) != nil }) else {
            return nil
        }
        self.rawValue = rawValue
    }

    public init(using random: inout some RandomNumberGenerator) {
        var bytes: [UInt8] = []
        for _ in 0..<2 {
            let word: UInt64 = random.next()
            withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
        }
        self.rawValue = Hex.text(bytes)
    }
}
