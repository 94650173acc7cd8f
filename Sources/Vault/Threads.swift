internal import Glibc

/// How many threads this machine runs at once.
func processorCount() -> Int {
    max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
}

/// Runs `body(0)`, `body(1)`, … `body(count - 1)`, each on a thread of its own, and waits for all of them.
///
/// Threads of our own, because the work blocks in the kernel: it would starve Swift's cooperative pool, and
/// Dispatch starts no more threads than there are cores, which is too few for waiting on a disk.
/// Where the system gives no more threads, the calling thread does what is left.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var mine = [0]
    for index in 1..<max(count, 1) {
        let errand = Unmanaged.passRetained(Errand { body(index) })
        var thread = pthread_t()
        // The new thread takes over the reference that `passRetained` left.
        let error = pthread_create(&thread, nil, { run($0!) }, errand.toOpaque())
        if error == 0 {
            threads.append(thread)
        } else {
            errand.release()
            mine.append(index)
        }
    }
    for index in mine { body(index) }
    for thread in threads { pthread_join(thread, nil) }
}

private final class Errand: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) {
        self.work = work
    }
}

private func run(_ errand: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue().work()
    return nil
}
