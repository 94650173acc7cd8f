internal import Dispatch
internal import Synchronization

/// The second thread of a writer, and the buffers that go between the two.
///
/// The writer fills a buffer, hands it over and works on it itself meanwhile; it gets a buffer back when the observer
/// is done with it. Buffers go around in order on a serial queue, so one semaphore counts those that are free.
final class ObserverLane: @unchecked Sendable {
    /// 1 MiB: long enough that handing over costs nothing, short enough that four stay in the cache.
    static let pieceLength = 1 << 20
    private static let pieces = 4

    private let queue = DispatchQueue(label: "archive.observer")
    private let free = DispatchSemaphore(value: ObserverLane.pieces)
    private let buffers = (0..<ObserverLane.pieces).map { _ in PageBuffer(count: ObserverLane.pieceLength) }
    private var next = 0  // the writer's thread alone
    private let failure = Mutex<(any Error)?>(nil)

    /// What an observer threw, if one did.
    func check() throws {
        if let failure = failure.withLock({ $0 }) { throw failure }
    }

    /// Waits for a buffer, fills it, shows it to the observer, and works on it.
    func pass(
        to observer: EntryObserver?,
        fill: (UnsafeMutableRawBufferPointer) throws -> Int,
        work: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        free.wait()
        let buffer = buffers[next].bytes
        next = (next + 1) % buffers.count
        let piece: UnsafeRawBufferPointer
        do {
            try check()
            piece = UnsafeRawBufferPointer(rebasing: buffer[..<(try fill(buffer))])
        } catch {
            free.signal()
            throw error
        }
        if let observer {
            nonisolated(unsafe) let shared = piece  // read by both threads, written by none until it is free
            run(observer) { observer throws in try observer.update(shared) }
        } else {
            queue.async { self.free.signal() }
        }
        try work(piece)
    }

    /// Tells the observer that its entry has ended.
    func end(_ observer: EntryObserver) {
        free.wait()
        next = (next + 1) % buffers.count
        run(observer) { observer throws in try observer.finish() }
    }

    /// Waits until the observers have seen all.
    func drain() throws {
        queue.sync {}
        try check()
    }

    private func run(_ observer: EntryObserver, _ job: @escaping @Sendable (EntryObserver) throws -> Void) {
        queue.async {
            defer { self.free.signal() }
            guard self.failure.withLock({ $0 == nil }) else { return }
            do {
                try job(observer)
            } catch {
                self.failure.withLock { $0 = error }
            }
        }
    }
}
