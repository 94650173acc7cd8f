/// A file in an archive whose headers were examined and agree with one another.
///
/// Only ``ArchiveReader`` makes one, and it makes none of what it refuses. That the content is what the headers say
/// shows when it is read.
public struct ArchiveEntry: Hashable, Sendable {
    /// The path in the archive: valid UTF-8, relative, without `..`, `\` or control characters.
    public let name: String
    /// The place in the central directory, from 0.
    public let position: Int
    public let method: CompressionMethod
    /// Bytes of the content.
    public let size: UInt64
    /// Bytes that the content takes in the archive.
    public let compressedSize: UInt64
    /// CRC-32 (ISO 3309) of the content.
    public let crc32: UInt32
    public let modified: DOSTime
    /// Where the local header begins, in bytes from the start of the file.
    public let headerOffset: UInt64
    /// Where the content begins, in bytes from the start of the file.
    public let dataOffset: UInt64
}
