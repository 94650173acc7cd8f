internal import Glibc

/// The folder in which one running take-in writes, and the lock that says it is running.
///
/// The kernel drops the lock when the process ends, however it ends. So whoever gets the lock of a session
/// that is not its own knows that its owner is dead, and may clear it away.
final class IncomingSession: Sendable {
    let number: Int
    private let layout: VaultLayout
    private let lock: Descriptor

    private init(number: Int, layout: VaultLayout, lock: consuming Descriptor) {
        self.number = number
        self.layout = layout
        self.lock = lock
    }

    /// Makes a session with the first number that is free.
    static func begin(in layout: VaultLayout) throws(VaultError) -> IncomingSession {
        var number = 1
        while true {
            let folder = layout.session(number)
            guard mkdir(folder, VaultLayout.folderMode) == 0 else {
                guard errno == EEXIST else { throw .onVault("mkdir", folder, errno, layout) }
                number += 1
                continue
            }
            // Between mkdir and the lock somebody may take the new folder for an abandoned one. Then its lock
            // is held, or it is gone, or the lock that we got is a file without a name: try the next number.
            if let lock = try takeLock(of: number, in: layout) {
                return IncomingSession(number: number, layout: layout, lock: lock)
            }
            number += 1
        }
    }

    /// The path of a file of this session.
    func file(_ slot: Int) -> String {
        layout.incomingFile(session: number, slot: slot)
    }

    /// Removes the session's folder and whatever is left in it.
    func end() throws(VaultError) {
        try Self.remove(number, layout)
    }

    /// Removes the sessions of take-ins that did not come to their end; returns how many there were.
    @discardableResult
    static func removeStale(in layout: VaultLayout) throws(VaultError) -> Int {
        var removed = 0
        for name in try names(in: layout.incoming, layout) {
            guard let number = Int(name), String(number) == name else { continue }
            if let lock = try takeLock(of: number, in: layout) {
                try remove(number, layout)
                removed += 1
                _ = consume lock
            }
        }
        return removed
    }

    /// The lock of a session, or `nil` if its owner lives or it has just gone.
    private static func takeLock(of number: Int, in layout: VaultLayout) throws(VaultError) -> Descriptor? {
        let path = layout.sessionLock(number)
        do throws(SystemError) {
            let lock = try Descriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
            guard try lock.takeLock() else { return nil }
            guard try FileStatus(of: path).isSameFile(as: try lock.status()) else { return nil }
            return lock
        } catch {
            if error.errno == ENOENT || error.errno == ENOTDIR { return nil }
            throw .onVault(error, path, layout)
        }
    }

    private static func remove(_ number: Int, _ layout: VaultLayout) throws(VaultError) {
        let folder = layout.session(number)
        // The lock goes last: as long as there is anything to remove, the folder is not up for grabs.
        let files = try names(in: folder, layout).map { "\(folder)/\($0)" }
        for path in files.filter({ $0 != layout.sessionLock(number) }) + [layout.sessionLock(number)] {
            guard unlink(path) == 0 || errno == ENOENT else { throw .onVault("unlink", path, errno, layout) }
        }
        guard rmdir(folder) == 0 || errno == ENOENT || errno == ENOTEMPTY else {
            throw .onVault("rmdir", folder, errno, layout)
        }
    }

    private static func names(in folder: String, _ layout: VaultLayout) throws(VaultError) -> [String] {
        do {
            let open = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY)
            let listing = try FolderListing(of: open)
            return listing.entries.map { String(decoding: listing.name($0), as: UTF8.self) }
        } catch {
            if error.errno == ENOENT { return [] }
            throw .onVault(error, folder, layout)
        }
    }
}

extension VaultError {
    /// A failed call on the vault's own file `path`; a full disk is told apart, with its facts.
    static func onVault(
        _ error: SystemError,
        _ path: String,
        _ layout: VaultLayout,
        fileSize: UInt64 = 0
    ) -> VaultError {
        guard error.errno == ENOSPC || error.errno == EDQUOT else {
            return .system(call: error.call, path: path, errno: error.errno)
        }
        var facts = statvfs()
        let available =
            statvfs(layout.folder, &facts) == 0 ? UInt64(facts.f_bavail) * UInt64(facts.f_frsize) : 0
        return .full(
            FullDisk(vault: layout.folder, fileSize: fileSize, available: available, errno: error.errno)
        )
    }

    static func onVault(
        _ call: String,
        _ path: String,
        _ errno: CInt,
        _ layout: VaultLayout
    ) -> VaultError {
        onVault(SystemError(call: call, errno: errno), path, layout)
    }
}
