/// A source's bytes on their way to libxml2: read in large pieces, looked over, handed on in the small ones
/// that libxml2 asks for.
final class GuardedInput {
    private let source: ByteSource
    private var markup: MarkupGuard
    private let buffer: UnsafeMutableRawBufferPointer
    private var unread: Range<Int> = 0..<0
    private var isAtEnd = false

    /// Large enough to be read from a disk at full speed, small enough to stay in the processor's cache.
    private static let bufferSize = 64 << 10

    init(_ source: ByteSource, limits: XMLLimits) {
        self.source = source
        markup = MarkupGuard(limits: limits)
        // One byte more than there is, so that one look finds the end.
        buffer = .allocate(
            byteCount: min(Self.bufferSize, (source.count ?? Self.bufferSize) + 1),
            alignment: 64
        )
    }

    deinit { buffer.deallocate() }

    /// Fills as much of the target as there are bytes for at once; returns 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        if unread.isEmpty { try refill() }
        let count = min(target.count, unread.count)
        target.copyMemory(from: .init(rebasing: buffer[unread.lowerBound..<unread.lowerBound + count]))
        unread = unread.lowerBound + count..<unread.upperBound
        return count
    }

    /// Fills the buffer whole, whatever little the source gives at a time: the guard's first look wants the
    /// whole XML declaration.
    private func refill() throws {
        var filled = 0
        while filled < buffer.count, !isAtEnd {
            let count = try source.read(.init(rebasing: buffer[filled...]))
            if count <= 0 { isAtEnd = true } else { filled += count }
        }
        try markup.scan(
            UnsafeRawBufferPointer(rebasing: buffer[..<filled]).assumingMemoryBound(to: UInt8.self)
        )
        unread = 0..<filled
    }
}
