internal import Glibc

/// An entry's content, open for reading.
struct EntrySource {
    private enum Origin {
        case bytes([UInt8])
        case file(ReadableFile)
    }

    private let origin: Origin
    private let size: UInt64
    /// The entry's place in the archive, for errors.
    private let position: Int

    init(_ content: EntryContent, position: Int) throws(ArchiveError) {
        self.position = position
        size = content.size
        switch content {
        case .bytes(let bytes): origin = .bytes(bytes)
        case .file(let path, _): origin = .file(try ReadableFile(path: path, followingLink: false))
        case .descriptor(let descriptor, _): origin = .file(try ReadableFile(duplicating: descriptor))
        }
        if case .file(let file) = origin, file.size != size { throw sizeError }
    }

    private var sizeError: ArchiveError { .sourceSize(position: position, expected: size) }

    /// Fills the buffer with the bytes from an offset.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(ArchiveError) {
        switch origin {
        case .bytes(let bytes):
            bytes.withUnsafeBytes {
                buffer.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: $0[Int(offset)..<(Int(offset) + buffer.count)])
                )
            }
        case .file(let file):
            guard try file.read(into: buffer, at: offset) == buffer.count else { throw sizeError }
        }
    }

    /// Makes sure that the file did not grow meanwhile.
    func checkEnd() throws(ArchiveError) {
        guard case .file(let file) = origin else { return }
        guard try file.bytes(1, at: size).isEmpty else { throw sizeError }
    }
}
