/// How an entry's bytes are kept. ZIP knows about twenty ways; a bundle knows two.
public enum CompressionMethod: UInt16, Hashable, Sendable {
    /// As they are.
    case stored = 0
    /// By DEFLATE (RFC 1951).
    case deflate = 8
}
