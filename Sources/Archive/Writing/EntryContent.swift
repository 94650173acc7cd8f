/// Where an entry's bytes come from. The size is known before the first byte is written.
public enum EntryContent: Sendable {
    case bytes([UInt8])
    /// A regular file, from its first byte to its last; `size` in bytes. Anything else than so many is an error.
    /// A symbolic link is not followed.
    case file(path: String, size: UInt64)
    /// A descriptor of a regular file, read from its first byte wherever its own offset is. It stays the caller's.
    case descriptor(CInt, size: UInt64)

    var size: UInt64 {
        switch self {
        case .bytes(let bytes): UInt64(bytes.count)
        case .file(_, let size), .descriptor(_, let size): size
        }
    }
}
