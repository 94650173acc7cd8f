internal import CZip

/// One raw DEFLATE stream being made by zlib, a piece at a time.
final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let buffer = PageBuffer(count: 1 << 16)

    /// zlib's own default. The bytes depend on it, and on zlib's version.
    private static let level: CInt = 6

    init() throws(ArchiveError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard dossier_deflate_init(stream, Self.level) == Z_OK else {
            stream.deallocate()
            throw .outOfMemory
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Makes it ready for another entry.
    func reset() {
        deflateReset(stream)
    }

    func deflate(
        _ input: UnsafeRawBufferPointer,
        into sink: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        try run(input, flush: Z_NO_FLUSH, sink)
    }

    func finish(into sink: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void) throws(ArchiveError) {
        try run(UnsafeRawBufferPointer(start: nil, count: 0), flush: Z_FINISH, sink)
    }

    private func run(
        _ input: UnsafeRawBufferPointer,
        flush: CInt,
        _ sink: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        // zlib reads through this pointer and does not write.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = uInt(input.count)
        let output = buffer.bytes
        repeat {
            stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = uInt(output.count)
            // No error can come back: the stream is whole, and without progress there is no output either.
            _ = CZip.deflate(stream, flush)
            let produced = output.count - Int(stream.pointee.avail_out)
            try sink(UnsafeRawBufferPointer(rebasing: output[..<produced]))
        } while stream.pointee.avail_out == 0
    }
}
