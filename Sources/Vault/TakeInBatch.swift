internal import Glibc
internal import Media
internal import Synchronization

/// Files that are made durable together, and reported together once they are.
///
/// A batch is large enough that the syncs of a few hundred folders do not count, and small enough that an
/// interruption loses minutes of work and that memory does not grow with the evidence.
struct TakeInBatch {
    static let mostSteps = 4_096
    static let mostBytes: UInt64 = 4 << 30

    private(set) var steps: [SourceWalk.Step] = []
    private var bytes: UInt64 = 0

    var isFull: Bool { steps.count >= Self.mostSteps || bytes >= Self.mostBytes }
    var isEmpty: Bool { steps.isEmpty }

    mutating func add(_ step: SourceWalk.Step) {
        steps.append(step)
        if case .file(let file) = step { bytes += file.size }
    }

    /// Reads and copies the files on all of `readers`, large ones first, so that the last to end is a small one.
    func copy(with take: FileTakeIn, readers: SharedReaders) -> [FileOutcome?] {
        let order = steps.indices.compactMap { slot -> (slot: Int, file: FoundFile)? in
            guard case .file(let file) = steps[slot] else { return nil }
            return (slot, file)
        }.sorted { ($1.file.size, $0.slot) < ($0.file.size, $1.slot) }
        let outcomes = Mutex([FileOutcome?](repeating: nil, count: steps.count))
        let next = Atomic(0)
        onThreads(min(readers.count, max(order.count, 1))) { thread in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < order.count, !take.control.shouldStop else { return }
                let (slot, file) = order[index]
                let outcome = take.take(file, slot: slot, with: readers[thread])
                outcomes.withLock { $0[slot] = outcome }
                take.control.advance { $0.files += 1 }
            }
        }
        return outcomes.withLock { $0 }
    }

    /// What to tell of every step, in the order of the walk, once the copies that are durable are known.
    func results(
        _ outcomes: [FileOutcome?],
        durable: DurableFiles,
        tree: SourceTree
    ) -> [TakeInResult] {
        var brought = durable.brought
        return steps.indices.map { slot in
            switch steps[slot] {
            case .finding(let finding): return .notTakenIn(finding)
            case .file(let file):
                let path = tree.path(source: file.source, relative: file.relative)
                func not(_ reason: NotTakenIn.Reason) -> TakeInResult {
                    .notTakenIn(NotTakenIn(source: file.source, path: path, reason: reason))
                }
                switch outcomes[slot] {
                case .refused(let reason): return not(reason)
                case .stopped, nil: return not(.stopped)
                case .copied(let facts), .held(let facts):
                    guard durable.digests.contains(facts.digest) else { return not(.stopped) }
                    // Of several that bring the same bytes, the first of the walk counts as the one that did,
                    // whichever was read first.
                    let isFirst = brought.remove(facts.digest) != nil
                    return .takenIn(
                        TakenIn(
                            source: file.source,
                            path: path,
                            digest: facts.digest,
                            size: facts.size,
                            mediaType: facts.mediaType,
                            times: facts.times,
                            isDuplicate: !isFirst,
                            notices: facts.notices
                        )
                    )
                }
            }
        }
    }
}

/// One reader for each thread. Nothing is shared: thread `n` uses reader `n`.
struct SharedReaders: @unchecked Sendable {
    private let readers: [FileReader]

    init(count: Int, withMediaTypes: Bool) throws(VaultError) {
        let table = withMediaTypes ? MediaTypeTable() : nil
        var readers: [FileReader] = []
        do {
            for _ in 0..<max(count, 1) {
                readers.append(FileReader(mediaTypes: withMediaTypes ? try MediaTypes(table) : nil))
            }
        } catch {
            throw .noMediaTypes(message: error.message)
        }
        self.readers = readers
    }

    var count: Int { readers.count }

    subscript(thread: Int) -> FileReader { readers[thread] }
}
