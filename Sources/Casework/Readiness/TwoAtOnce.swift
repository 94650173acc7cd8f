internal import Foundation
internal import Synchronization

/// Does two things at once.
enum TwoAtOnce {
    /// - Parameters:
    ///   - other: done on a thread of its own.
    ///   - own: done on this one.
    /// - Throws: what the first of them throws that does.
    static func run<Other: Sendable, Own>(
        _ other: @escaping @Sendable () throws -> Other,
        and own: () throws -> Own
    ) throws -> (Other, Own) {
        let result = Mutex<Result<Other, any Error>?>(nil)
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            let outcome = Result { try other() }
            result.withLock { $0 = outcome }
            done.signal()
        }
        // A tree of records is read by recursion; the main thread's stack is eight times a thread's.
        thread.stackSize = 8 << 20
        thread.start()
        let outcome = Result { try own() }
        done.wait()
        return (try result.withLock { $0 }!.get(), try outcome.get())
    }
}
