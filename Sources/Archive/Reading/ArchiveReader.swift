/// Reads a ZIP archive that somebody else may have made, to harm.
///
/// Opening it examines everything but the content: the end records, the central directory and every local header,
/// in memory that does not grow with the content. What is odd is a finding; what readers could understand in two ways
/// is not read. Content comes in pieces from the byte range that was examined, never by a second look at a header,
/// and nothing is ever created by an entry's name.
///
/// One reader can be used from any number of threads at once.
public final class ArchiveReader: Sendable {
    public let directory: ArchiveDirectory
    /// Bytes of the file.
    public let size: UInt64
    let file: ReadableFile

    /// Opens the file at a path. A symbolic link is followed: whoever names the archive chose it.
    public convenience init(path: String, limits: ArchiveLimits = .bundle) throws(ArchiveError) {
        try self.init(ReadableFile(path: path, followingLink: true), limits: limits)
    }

    /// Reads the file behind a descriptor, of which it keeps a copy of its own.
    public convenience init(descriptor: CInt, limits: ArchiveLimits = .bundle) throws(ArchiveError) {
        try self.init(ReadableFile(duplicating: descriptor), limits: limits)
    }

    private init(_ file: ReadableFile, limits: ArchiveLimits) throws(ArchiveError) {
        self.file = file
        size = file.size
        var reader = DirectoryReader(file: file, limits: limits)
        directory = try reader.read()
    }

    /// Hands an entry's content over, in order, in pieces of up to ``pieceLength`` bytes that are gone when the
    /// handler returns. Only after this returns is the content known to be whole and to have its checksum.
    ///
    /// Throws ``DamagedEntry`` when the content is not what the headers say, ``ArchiveError`` when it could not be
    /// looked at, and what the handler throws.
    public func read(_ entry: ArchiveEntry, into handler: (UnsafeRawBufferPointer) throws -> Void) throws {
        try EntryContentReader(entry: entry, file: file).read(into: handler)
    }

    /// An entry's whole content; for the small ones. Throws as ``read(_:into:)`` does.
    public func bytes(of entry: ArchiveEntry) throws -> [UInt8] {
        var bytes: [UInt8] = []
        // The size is a claim until the content is read: no more than a piece is reserved on the strength of it.
        bytes.reserveCapacity(Int(min(entry.size, UInt64(Self.pieceLength))))
        try read(entry) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// The longest piece of content that a handler is given, in bytes: it stays in a core's own cache while it is
    /// read, summed and hashed.
    public static let pieceLength = 1 << 18
}
