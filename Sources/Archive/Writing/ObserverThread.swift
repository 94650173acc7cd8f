internal import Dispatch
internal import Glibc
internal import Synchronization

/// What goes to the observers' thread.
enum ObserverJob {
    case piece(UnsafeRawBufferPointer, EntryObserver?)
    case end(EntryObserver)
    case stop
}

/// A thread that does jobs in order, a few of which may be waiting.
///
/// Not a dispatch queue: waking one costs so much on a busy machine that the writer waits for it, and a thread can be
/// joined, so that no observer is called when the writer is gone.
final class ObserverThread {
    private let ring: JobRing
    private var thread = pthread_t()

    /// - Parameter capacity: jobs that may be waiting or under way at once.
    init(capacity: Int) throws(ArchiveError) {
        ring = JobRing(capacity: capacity)
        let retained = Unmanaged.passRetained(ring)
        let result = pthread_create(
            &thread,
            nil,
            { context in
                // Takes over the reference that was retained for it.
                context.map { Unmanaged<JobRing>.fromOpaque($0).takeRetainedValue().work() }
                return nil
            },
            retained.toOpaque()
        )
        guard result == 0 else {
            retained.release()
            throw .system(.thread, code: result)
        }
    }

    /// Ends the thread, after the job that is under way, and waits for that. To be called once, at the end.
    func stop() {
        ring.fail(with: ArchiveError.abandoned)
        ring.waitForRoom()
        ring.put(.stop)
        pthread_join(thread, nil)
    }

    /// Waits until a job more can be taken; it is to be followed by ``put(_:)``.
    func waitForRoom() { ring.waitForRoom() }

    func put(_ job: ObserverJob) { ring.put(job) }

    /// What an observer threw, if one did.
    func check() throws {
        if let failure = ring.failure { throw failure }
    }

    /// Waits until all jobs are done.
    func drain() throws {
        ring.drain()
        try check()
    }
}

/// The jobs between the two threads. Each index is touched by one of them alone.
private final class JobRing: @unchecked Sendable {
    private let free: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)
    private let capacity: Int
    private let jobs: UnsafeMutablePointer<ObserverJob?>
    private var nextIn = 0
    private var nextOut = 0
    private let thrown = Mutex<(any Error)?>(nil)

    init(capacity: Int) {
        self.capacity = capacity
        free = DispatchSemaphore(value: capacity)
        jobs = .allocate(capacity: capacity)
        jobs.initialize(repeating: nil, count: capacity)
    }

    deinit {
        jobs.deinitialize(count: capacity)
        jobs.deallocate()
    }

    var failure: (any Error)? { thrown.withLock { $0 } }

    /// The first one counts.
    func fail(with error: any Error) {
        thrown.withLock { $0 = $0 ?? error }
    }

    func waitForRoom() { free.wait() }

    func put(_ job: ObserverJob) {
        jobs[nextIn] = job
        nextIn = (nextIn + 1) % capacity
        filled.signal()
    }

    func drain() {
        for _ in 0..<capacity { free.wait() }
        for _ in 0..<capacity { free.signal() }
    }

    func work() {
        while true {
            filled.wait()
            let job = jobs[nextOut]
            jobs[nextOut] = nil
            nextOut = (nextOut + 1) % capacity
            defer { free.signal() }
            if case .stop = job { return }
            guard failure == nil else { continue }
            do {
                switch job {
                case .piece(let piece, let observer): try observer?.update(piece)
                case .end(let observer): try observer.finish()
                case .stop, nil: break
                }
            } catch {
                fail(with: error)
            }
        }
    }
}
