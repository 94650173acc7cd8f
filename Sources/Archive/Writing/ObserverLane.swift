/// The buffers that go between a writer and its observers.
///
/// The writer fills a buffer, hands it over and works on it itself meanwhile. Buffers go around in order and observers
/// are done with them in order, so that the next one is free as soon as one more job can be taken.
final class ObserverLane {
    /// 1 MiB: long enough that handing over costs nothing, short enough that four stay in the cache.
    static let pieceLength = 1 << 20
    private static let pieces = 4

    private let thread: ObserverThread
    private let buffers = (0..<ObserverLane.pieces).map { _ in PageBuffer(count: ObserverLane.pieceLength) }
    private var next = 0

    init() throws(ArchiveError) {
        thread = try ObserverThread(capacity: Self.pieces)
    }

    deinit {
        thread.stop()  // before the buffers go
    }

    /// Waits for a buffer, fills it, shows it to the observer, and works on it.
    func pass(
        to observer: EntryObserver?,
        fill: (UnsafeMutableRawBufferPointer) throws -> Int,
        work: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        thread.waitForRoom()
        let buffer = takeBuffer()
        let piece: UnsafeRawBufferPointer
        do {
            try thread.check()
            piece = UnsafeRawBufferPointer(rebasing: buffer[..<(try fill(buffer))])
        } catch {
            thread.put(.piece(UnsafeRawBufferPointer(start: nil, count: 0), nil))
            throw error
        }
        // Read by both threads, and written by none until it comes around again.
        thread.put(.piece(piece, observer))
        try work(piece)
    }

    /// Tells the observer that its entry has ended.
    func end(_ observer: EntryObserver) {
        thread.waitForRoom()
        _ = takeBuffer()
        thread.put(.end(observer))
    }

    /// Waits until the observers have seen all.
    func drain() throws {
        try thread.drain()
    }

    private func takeBuffer() -> UnsafeMutableRawBufferPointer {
        defer { next = (next + 1) % buffers.count }
        return buffers[next].bytes
    }
}
