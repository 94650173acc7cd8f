internal import Foundation

/// A private folder for one piece of work, taken away with all that is in it when the work ends.
///
/// A process that is killed cannot take its folder away. It holds a lock on it, which ends with it: whoever makes the
/// next folder beside it removes those that nobody holds any more.
struct WorkFolder {
    let path: String
    private let lock: CInt

    private static let prefix = "dossier-"

    init(in parent: String) throws {
        // Where the parent cannot be made, the folder in it cannot be made either, and says why.
        try? FileManager.default.createDirectory(
            atPath: parent,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        Self.removeAbandoned(in: parent)
        while true {
            let name = UUID().uuidString.lowercased()
            // It gets the name that others look for once it is held. Until then it is empty, and another who tidies up
            // may take it away; then it is made again.
            let unheld = "\(parent)/.\(name)"
            let path = "\(parent)/\(Self.prefix)\(name)"
            guard mkdir(unheld, 0o700) == 0 else { throw CaseworkError.file(path: parent, errno: errno) }
            let lock = open(unheld, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, rename(unheld, path) == 0 {
                self.path = path
                self.lock = lock
                return
            }
            let error = errno
            if lock >= 0 { close(lock) }
            rmdir(unheld)
            guard error == ENOENT else { throw CaseworkError.file(path: parent, errno: error) }
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
        close(lock)
    }

    private static func removeAbandoned(in parent: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            let folder = "\(parent)/\(name)"
            if name.hasPrefix("."), UUID(uuidString: String(name.dropFirst())) != nil {
                rmdir(folder)
            } else if name.hasPrefix(prefix), UUID(uuidString: String(name.dropFirst(prefix.count))) != nil {
                let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
                guard descriptor >= 0 else { continue }
                if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                    try? FileManager.default.removeItem(atPath: folder)
                }
                close(descriptor)
            }
        }
    }
}
