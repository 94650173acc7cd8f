internal import CMagic
internal import Glibc

// What "taken in" means after a power cut, in the order in which it is done (TakeInBatch.swift):
//
// 1. every file of the batch is written beside, and its way to the disk begun at once;
// 2. every file is synced: its bytes are on the disk, under a name that nobody reads;
// 3. every file is renamed into objects, never replacing;
// 4. every folder that got a name is synced;
// 5. only now are the files reported as taken in.
//
// Killed anywhere, the vault has whole objects, and a session folder that the next take-in clears away.
// Batches, because one sync costs the disk about as much as many that are waited for together.

/// The calls on which durability rests, as values so that a test can leave one out and see the loss.
struct Durability: Sendable {
    /// Begins to put bytes of an open file on the disk: from an offset, a length (0: to the end). A hint that
    /// costs nothing; without it Linux keeps gigabytes in memory until the sync asks for them all at once.
    var startWriting: @Sendable (CInt, UInt64, UInt64) -> Void
    /// Puts the bytes of an open file on the disk; 0 or an errno.
    var syncFile: @Sendable (CInt) -> CInt
    /// Puts the names in an open folder on the disk; 0 or an errno.
    var syncFolder: @Sendable (CInt) -> CInt

    static let real = Durability(
        startWriting: { vault_start_writing($0, Int64($1), Int64($2)) },
        syncFile: sync,
        syncFolder: sync
    )

    /// How many syncs are waited for at once. They wait in the disk's queue, not on a core, and the disk
    /// answers several with one flush.
    static let threads = 8

    func syncFile(at path: String) throws(SystemError) {
        let file = try Descriptor.open(path, O_RDONLY | O_NOFOLLOW)
        try check(file.withNumber(syncFile))
    }

    func syncFolder(at path: String) throws(SystemError) {
        let folder = try Descriptor.open(path, O_RDONLY | O_DIRECTORY)
        try check(folder.withNumber(syncFolder))
    }

    private func check(_ error: CInt) throws(SystemError) {
        guard error == 0 else { throw SystemError(call: "fsync", errno: error) }
    }
}

@Sendable private func sync(_ number: CInt) -> CInt {
    fsync(number) == 0 ? 0 : errno
}

/// Gives a file its final name unless that name is taken; `false` if it is.
func renameWithoutReplacing(_ from: String, to: String) throws(SystemError) -> Bool {
    switch vault_rename_new(from, to) {
    case 0: return true
    case EEXIST: return false
    case EINVAL, ENOSYS:  // this file system cannot promise it in one step
        guard link(from, to) == 0 else {
            if errno == EEXIST { return false }
            throw SystemError(call: "link", errno: errno)
        }
        guard unlink(from) == 0 else { throw SystemError(call: "unlink", errno: errno) }
        return true
    case let error: throw SystemError(call: "rename", errno: error)
    }
}
