import XML

/// Captures the canonical form of one element of a stream, the one of that number in document order.
final class Capture: StreamHandler {
    private var remaining: Int
    private(set) var bytes: [UInt8] = []

    init(of index: Int) { remaining = index }

    func start(_ tag: borrowing StartTag) -> StreamInterest {
        remaining -= 1
        return remaining == -1 ? .capture : .events
    }

    func captured(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = Array(bytes) }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A source that gives at most `size` bytes at a time.
func trickle(_ bytes: [UInt8], _ size: Int) -> ByteSource {
    let whole = ByteSource(bytes)
    return ByteSource { buffer in
        try whole.read(.init(rebasing: buffer.prefix(size)))
    }
}
