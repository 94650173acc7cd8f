internal import Glibc
internal import Synchronization

/// The digests of a batch that are in the vault for good.
struct DurableFiles {
    /// All of them.
    private(set) var digests: Set<FileDigest> = []
    /// Those that this batch brought.
    private(set) var brought: Set<FileDigest> = []

    /// Syncs the copies, gives them their names, and syncs the folders of the names (see Durability.swift).
    ///
    /// The first failure stops the take-in; what was durable without it is still finished and reported.
    init(_ outcomes: [FileOutcome?], of take: FileTakeIn) {
        let synced = Self.syncCopies(outcomes, take)
        var named: Set<FileDigest> = []
        for (slot, outcome) in outcomes.enumerated() {
            switch outcome {
            case .copied(let facts) where synced.contains(slot):
                do {
                    if try Self.name(facts, slot, take) { brought.insert(facts.digest) }
                    named.insert(facts.digest)
                    take.heldSizes.insert(facts.size)
                } catch {
                    take.control.stop(error)
                }
            case .held(let facts) where Self.isNamed(facts, take):
                // Somebody gave it the name and may not have lived to sync the folder.
                named.insert(facts.digest)
            default: break
            }
        }
        guard !named.isEmpty else { return }
        // Also when every folder was there already: whoever made it may not have lived to sync it.
        guard Self.syncFolder(take.vault.layout.objects, take) else { return }
        let prefixes = Self.each(of: Set(named.map(\.firstByte)).sorted()) { prefix in
            Self.syncFolder(take.vault.layout.objectFolder(prefix), take)
        }
        digests = named.filter { prefixes.contains($0.firstByte) }
        brought.formIntersection(digests)
    }

    /// The slots whose copy is on the disk.
    private static func syncCopies(_ outcomes: [FileOutcome?], _ take: FileTakeIn) -> Set<Int> {
        let slots = outcomes.indices.filter {
            if case .copied = outcomes[$0] { true } else { false }
        }
        return each(of: slots) { slot in
            do throws(SystemError) {
                try take.vault.durability.syncFile(at: take.session.file(slot))
                return true
            } catch {
                take.control.stop(.onVault(error, take.session.file(slot), take.vault.layout))
                return false
            }
        }
    }

    /// Moves a copy to its name; `false` if another take-in was there first, with as many bytes.
    private static func name(
        _ facts: FileFacts,
        _ slot: Int,
        _ take: FileTakeIn
    ) throws(VaultError) -> Bool {
        let layout = take.vault.layout
        let path = layout.object(facts.digest)
        do throws(SystemError) {
            do throws(SystemError) {
                return try rename(facts, slot, take)
            } catch {
                guard error.errno == ENOENT else { throw error }
            }
            let folder = layout.objectFolder(facts.digest.firstByte)
            guard mkdir(folder, VaultLayout.folderMode) == 0 || errno == EEXIST else {
                throw SystemError(call: "mkdir", errno: errno)
            }
            return try rename(facts, slot, take)
        } catch {
            throw .onVault(error, path, layout)
        }
    }

    private static func rename(
        _ facts: FileFacts,
        _ slot: Int,
        _ take: FileTakeIn
    ) throws(SystemError) -> Bool {
        let path = take.vault.layout.object(facts.digest)
        if try renameWithoutReplacing(take.session.file(slot), to: path) { return true }
        guard try FileStatus(of: path).size == facts.size else {
            throw SystemError(call: "rename", errno: EEXIST)
        }
        return false
    }

    private static func isNamed(_ facts: FileFacts, _ take: FileTakeIn) -> Bool {
        do {
            return try take.vault.contains(facts.digest)
        } catch {
            take.control.stop(error)
            return false
        }
    }

    private static func syncFolder(_ path: String, _ take: FileTakeIn) -> Bool {
        do throws(SystemError) {
            try take.vault.durability.syncFolder(at: path)
            return true
        } catch {
            take.control.stop(.onVault(error, path, take.vault.layout))
            return false
        }
    }

    /// Those of `items` for which `body` succeeds, several at once.
    private static func each<Item: Hashable & Sendable>(
        of items: [Item],
        _ body: @escaping @Sendable (Item) -> Bool
    ) -> Set<Item> {
        let done = Mutex<Set<Item>>([])
        let next = Atomic(0)
        onThreads(min(Durability.threads, max(items.count, 1))) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < items.count else { return }
                if body(items[index]) { done.withLock { _ = $0.insert(items[index]) } }
            }
        }
        return done.withLock { $0 }
    }
}
