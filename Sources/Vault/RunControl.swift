internal import Synchronization

/// What the threads of one take-in or verification share: how far it is, and whether it goes on.
final class RunControl: Sendable {
    private let isCancelled: @Sendable () -> Bool
    private let report: @Sendable (VaultProgress) -> Void
    private let progress = Mutex(VaultProgress())
    private let failure = Mutex<VaultError?>(nil)
    private let stopping = Atomic(false)

    init(
        progress: @escaping @Sendable (VaultProgress) -> Void,
        isCancelled: @escaping @Sendable () -> Bool
    ) {
        self.report = progress
        self.isCancelled = isCancelled
    }

    /// Whether no new work should begin and reading should end; asked once for every chunk.
    var shouldStop: Bool {
        if stopping.load(ordering: .relaxed) { return true }
        if isCancelled() { stop(.cancelled) }
        return stopping.load(ordering: .relaxed)
    }

    /// Ends the work with `error`; the first one counts.
    func stop(_ error: VaultError) {
        failure.withLock { if $0 == nil { $0 = error } }
        stopping.store(true, ordering: .relaxed)
    }

    var error: VaultError? { failure.withLock { $0 } }

    /// Changes the progress and reports it: one call at a time, from whichever thread got on.
    func advance(_ change: (inout VaultProgress) -> Void) {
        progress.withLock { progress in
            change(&progress)
            report(progress)
        }
    }
}
