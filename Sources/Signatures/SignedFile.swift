/// One data file as a signature covers it.
public struct SignedFile: Hashable, Sendable {
    /// The path of the entry in the container, `/` between segments.
    public let path: String
    /// SHA-256 of the entry's bytes, 32 bytes.
    public let sha256: [UInt8]
    /// The media type to state for it, as in `image/jpeg`.
    public let mediaType: String

    public init(path: String, sha256: [UInt8], mediaType: String) {
        self.path = path
        self.sha256 = sha256
        self.mediaType = mediaType
    }

    /// Whether `text` can be written as a media type without escaping: printable ASCII with a `/`, and none of
    /// the characters that markup is made of.
    static func isUsableMediaType(_ text: String) -> Bool {
        (3...255).contains(text.utf8.count) && text.utf8.contains(UInt8(ascii: "/"))
            && text.utf8.allSatisfy {
                (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
                    && $0 != UInt8(ascii: "&")
            }
    }
}
