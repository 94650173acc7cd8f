internal import Crypto
internal import Media

/// What one thread needs to read files: a buffer, and libmagic.
final class FileReader {
    /// One pass over a file.
    struct Reading {
        let digest: FileDigest
        /// Bytes read.
        let size: UInt64
        let mediaType: String
    }

    enum Failure: Error {
        case source(SystemError)
        case vault(SystemError)
        case stopped
    }

    private let buffer: UnsafeMutableRawBufferPointer
    private let mediaTypes: MediaTypes?

    /// - Parameter mediaTypes: left out where nobody asks for the media type.
    init(mediaTypes: MediaTypes?) {
        self.mediaTypes = mediaTypes
        buffer = .allocate(byteCount: StoredObject.chunkSize, alignment: 4_096)
    }

    deinit {
        buffer.deallocate()
    }

    /// Hashes `file` from where it stands to its end, and hands every MiB to `each` on the way.
    ///
    /// Gives up on a file that goes on after `limit` bytes, whose `size` is then greater: it grows as fast as it
    /// is read, or has no end.
    func read(
        _ file: borrowing Descriptor,
        limit: UInt64 = .max,
        control: RunControl,
        each: (UnsafeRawBufferPointer) throws(SystemError) -> Void = { _ in }
    ) throws(Failure) -> Reading {
        var hash = SHA256()
        var size: UInt64 = 0
        var mediaType = MediaTypes.unknown
        file.expectReading()
        while true {
            if control.shouldStop { throw .stopped }
            let bytes = try fill(from: file)
            if size == 0, let mediaTypes { mediaType = mediaTypes.type(of: bytes) }
            hash.update(bufferPointer: bytes)
            do {
                try each(bytes)
            } catch {
                throw .vault(error)
            }
            size += UInt64(bytes.count)
            control.advance { $0.bytes += UInt64(bytes.count) }
            if bytes.count < buffer.count || size > limit { break }  // it ended before the buffer was full
        }
        return Reading(digest: FileDigest(wholeBytes: hash.finalize()), size: size, mediaType: mediaType)
    }

    private func fill(from file: borrowing Descriptor) throws(Failure) -> UnsafeRawBufferPointer {
        do {
            return UnsafeRawBufferPointer(rebasing: buffer[..<(try file.read(into: buffer))])
        } catch {
            throw .source(error)
        }
    }
}
