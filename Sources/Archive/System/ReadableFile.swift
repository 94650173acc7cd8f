internal import Glibc

/// A file that is read at any offset, by any number of threads at once.
final class ReadableFile: Sendable {
    private let descriptor: Descriptor
    /// In bytes, when it was opened.
    let size: UInt64

    /// Opens a regular file.
    convenience init(path: String, followingLink: Bool) throws(ArchiveError) {
        // A FIFO must not make us wait.
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLink ? 0 : O_NOFOLLOW)
        try self.init(Descriptor(adopting: open(path, flags)))
    }

    /// Takes a copy of a descriptor; whoever gave it may close theirs.
    convenience init(duplicating other: CInt) throws(ArchiveError) {
        try self.init(Descriptor(adopting: fcntl(other, F_DUPFD_CLOEXEC, 0)))
    }

    private init(_ descriptor: Descriptor) throws(ArchiveError) {
        let status = try descriptor.status()
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        size = UInt64(status.st_size)
        self.descriptor = descriptor
    }

    /// Reads until the buffer is full or the file ends; returns the number of bytes.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: UInt64) throws(ArchiveError) -> Int {
        guard let start = buffer.baseAddress, offset <= UInt64(Int64.max) - UInt64(buffer.count) else {
            return 0
        }
        var done = 0
        while done < buffer.count {
            let count = pread(descriptor.number, start + done, buffer.count - done, off_t(offset) + done)
            if count > 0 {
                done += count
            } else if count == 0 {
                break
            } else if errno != EINTR {
                throw .system(.read, code: errno)
            }
        }
        return done
    }

    /// Up to so many bytes; fewer at the end of the file.
    func bytes(_ count: Int, at offset: UInt64) throws(ArchiveError) -> [UInt8] {
        var failure: ArchiveError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            do throws(ArchiveError) {
                initialized = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }
}
