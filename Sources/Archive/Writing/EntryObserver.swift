/// Sees every byte of an entry while it is written, on a second thread, and may refuse it at the end.
///
/// The writer's thread computes the CRC-32 and writes while this one hashes. The two meet before the archive gets its
/// name: what an observer throws ends the writing, and nothing is left behind.
public struct EntryObserver: Sendable {
    let update: @Sendable (UnsafeRawBufferPointer) throws -> Void
    let finish: @Sendable () throws -> Void

    /// Both are called from the second thread alone, one after the other, and not any more when the writer is gone.
    /// The bytes are gone when `update` returns.
    public init(
        update: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void,
        finish: @escaping @Sendable () throws -> Void
    ) {
        self.update = update
        self.finish = finish
    }

    /// Folds the bytes into a state, a hash function for one, and hands it over at the end of the entry.
    ///
    ///     .folding(SHA256(), update: { $0.update(bufferPointer: $1) }) { hash in
    ///         guard hash.finalize() == expected else { throw … }
    ///     }
    public static func folding<State>(
        _ initial: sending State,
        update: @escaping @Sendable (inout State, UnsafeRawBufferPointer) throws -> Void,
        finish: @escaping @Sendable (State) throws -> Void
    ) -> EntryObserver {
        let box = StateBox(initial)
        return EntryObserver(
            update: { try update(&box.state, $0) },
            finish: { try finish(box.state) }
        )
    }
}

/// A state that is touched by one thread at a time: the serial queue of ``ObserverLane`` sees to it.
private final class StateBox<State>: @unchecked Sendable {
    var state: State

    init(_ state: sending State) {
        self.state = state
    }
}
