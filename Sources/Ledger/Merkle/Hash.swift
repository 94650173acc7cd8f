internal import CaseFile

/// A SHA-256, held as four words: a million of them in an array are 32 MB and no more.
public struct Hash: Hashable, Sendable {
    /// Its length in bytes.
    public static let length = 32

    private var words: (UInt64, UInt64, UInt64, UInt64)

    /// Copies the first 32 bytes at `address`, which need not be aligned.
    init(loading address: UnsafeRawPointer) {
        words = (
            address.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            address.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            address.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
            address.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
    }

    /// Nil unless there are exactly 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        self = Array(bytes).withUnsafeBytes { Hash(loading: $0.baseAddress!) }
    }

    /// Nil unless `hex` is 64 digits in lower case.
    public init?(hex: some StringProtocol) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes: bytes)
    }

    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try Swift.withUnsafeBytes(of: words) { (bytes) throws(Failure) in try body(bytes) }
    }

    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    public static func == (a: Hash, b: Hash) -> Bool { a.words == b.words }

    public func hash(into hasher: inout Hasher) {
        // Its bytes are chance already: a quarter of them tells two apart.
        hasher.combine(words.0)
    }
}

extension Hash: CustomStringConvertible {
    /// 64 hexadecimal digits in lower case, as `sha256sum` prints them.
    public var description: String { Hex.text(bytes) }
}
