internal import CZip

/// One raw DEFLATE stream being inflated by zlib.
///
/// A class, and its state on the heap, because zlib keeps a pointer back to the state.
final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>

    struct Step {
        var consumed: Int
        var produced: Int
        var hasEnded: Bool
    }

    init() throws(ArchiveError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard dossier_inflate_init(stream) == Z_OK else {
            stream.deallocate()
            throw .outOfMemory
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Takes from the input and fills the output until one of them, or the stream, ends; nil when this is not DEFLATE.
    ///
    /// A match may reach beyond the end of the output: when that was filled, more may come without more input.
    func inflate(
        _ input: UnsafeRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) throws(ArchiveError) -> Step? {
        // zlib reads through this pointer and does not write.
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = uInt(input.count)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = uInt(output.count)
        let result = CZip.inflate(stream, Z_NO_FLUSH)
        switch result {
        case Z_OK, Z_STREAM_END: break
        case Z_BUF_ERROR where input.isEmpty: break  // nothing was left to come
        case Z_MEM_ERROR: throw .outOfMemory
        default: return nil  // Z_DATA_ERROR, Z_NEED_DICT, or no progress
        }
        return Step(
            consumed: input.count - Int(stream.pointee.avail_in),
            produced: output.count - Int(stream.pointee.avail_out),
            hasEnded: result == Z_STREAM_END
        )
    }
}
