internal import CZip

/// Inflating what may be broken, or a bomb: whatever came out until then is kept.
enum Inflation {
    enum Wrapper {
        case raw, zlibOrGzip
    }

    enum End {
        case ended, tooLarge, damaged
    }

    struct Result {
        var bytes: [UInt8]
        var consumed: Int
        var end: End
    }

    /// What a stream may unpack to before its ratio is asked about.
    private static let free = 1 << 24

    static func inflate(
        _ input: UnsafeRawBufferPointer,
        _ wrapper: Wrapper,
        limits: ExtractionLimits
    ) -> Result {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        let begun = wrapper == .raw ? dossier_inflate_init(stream) : dossier_inflate_init_wrapped(stream)
        guard begun == Z_OK else { return Result(bytes: [], consumed: 0, end: .damaged) }
        defer { inflateEnd(stream) }
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = uInt(clamping: input.count)
        var bytes: [UInt8] = []
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            stream.pointee.next_out = chunk.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = uInt(chunk.count)
            let status = CZip.inflate(stream, Z_NO_FLUSH)
            let produced = chunk.count - Int(stream.pointee.avail_out)
            bytes.append(contentsOf: chunk[..<produced])
            let consumed = input.count - Int(stream.pointee.avail_in)
            if status == Z_STREAM_END { return Result(bytes: bytes, consumed: consumed, end: .ended) }
            guard status == Z_OK, produced > 0 || stream.pointee.avail_in > 0 else {
                return Result(bytes: bytes, consumed: consumed, end: .damaged)
            }
            let isBomb = bytes.count > free && bytes.count / max(consumed, 1) > limits.ratio
            if bytes.count > limits.partBytes || isBomb {
                return Result(bytes: bytes, consumed: consumed, end: .tooLarge)
            }
        }
    }
}
