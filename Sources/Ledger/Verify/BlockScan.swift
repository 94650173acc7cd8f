internal import Dispatch
internal import Foundation
internal import GRDB
internal import Synchronization

/// Reads the blocks of a log on all cores and hands them over in order.
///
/// The calling thread takes what is ready, and reads a block itself while nothing is; the others read ahead, each
/// through a connection of its own. Rows below `end` are never changed, so it does not matter that those
/// connections may already see what was appended meanwhile.
struct BlockScan {
    let ledger: Ledger
    let log: StoredLog
    /// How many records there are to read.
    let end: Int
    /// For the findings of each block.
    let limit: Int

    private var count: Int { (end + RecordBlock.length - 1) / RecordBlock.length }

    private func range(_ index: Int) -> Range<Int> {
        index * RecordBlock.length..<min((index + 1) * RecordBlock.length, end)
    }

    /// - Parameter db: the calling thread's connection.
    func forEach(_ db: Database, _ body: (RecordBlock) throws -> Void) throws {
        let blocks = Blocks(count: count)
        defer { blocks.cancel() }
        for _ in 1..<max(min(ProcessInfo.processInfo.activeProcessorCount, 4, count), 1) {
            DispatchQueue.global(qos: .userInitiated).async { readAhead(blocks) }
        }
        for index in 0..<count {
            while true {
                if let block = try blocks.take(index) {
                    try body(block)
                    break
                }
                if let mine = blocks.claim() {
                    blocks.put(mine, Result { try RecordBlock(range(mine), of: log, limit: limit, db) })
                } else {
                    blocks.waitForOne()
                }
            }
        }
    }

    /// Takes a connection before it claims a block: where there is none to be had, the others go on without it.
    private func readAhead(_ blocks: Blocks) {
        try? ledger.snapshot { db in
            while let index = blocks.claimAhead() {
                blocks.put(index, Result { try RecordBlock(range(index), of: log, limit: limit, db) })
            }
        }
    }
}

/// Who reads which block, and the blocks that were read but not taken yet.
private final class Blocks: Sendable {
    private let count: Int
    private let state = Mutex(State())
    /// How far the others may be ahead, so that memory stays small.
    private let room = DispatchSemaphore(value: 8)
    private let arrivals = DispatchSemaphore(value: 0)

    private struct State {
        var next = 0
        var isCancelled = false
        var read: [Int: Result<RecordBlock, any Error>] = [:]
    }

    init(count: Int) { self.count = count }

    /// The next block that nobody reads, or nil.
    func claim() -> Int? {
        state.withLock { state in
            guard state.next < count, !state.isCancelled else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    /// As `claim`, once the caller has caught up.
    func claimAhead() -> Int? {
        room.wait()
        guard let index = claim() else {
            room.signal()
            return nil
        }
        return index
    }

    func put(_ index: Int, _ block: Result<RecordBlock, any Error>) {
        state.withLock { $0.read[index] = block }
        arrivals.signal()
    }

    func take(_ index: Int) throws -> RecordBlock? {
        guard let block = state.withLock({ $0.read.removeValue(forKey: index) }) else { return nil }
        room.signal()
        return try block.get()
    }

    func waitForOne() { arrivals.wait() }

    func cancel() {
        state.withLock { $0.isCancelled = true }
        room.signal()
    }
}
