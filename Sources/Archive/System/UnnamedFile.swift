internal import CZip
internal import Glibc

/// A file that gets its name only when it is complete and on the disk.
///
/// Where the file system can (O_TMPFILE: ext4, XFS, Btrfs, tmpfs), it has no name at all until then, so that not even
/// a killed process leaves anything behind. Elsewhere it has a name beside the target, which goes when this goes.
final class UnnamedFile {
    let descriptor: Descriptor
    private let folder: Descriptor
    private let name: String
    private let isReplacing: Bool
    /// The name beside the target, while there is one.
    private var temporaryName: String?

    /// - Parameter nameless: false where even a file system that can is to behave like one that cannot.
    init(
        target path: String,
        replacing: Bool,
        permissions: mode_t,
        nameless: Bool = true
    ) throws(ArchiveError) {
        let (folderPath, name) = Self.split(path)
        guard !["", ".", ".."].contains(name) else { throw .system(.open, code: EISDIR) }
        let folder = try Descriptor(adopting: open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        // Asked again, and then without a gap, when the name is given; this spares the work.
        if !replacing, faccessat(folder.number, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 { throw .alreadyExists }
        if nameless, let opened = Self.openNameless(in: folder, permissions) {
            descriptor = opened
        } else {
            (descriptor, temporaryName) = try Self.openNamed(in: folder, permissions)
        }
        self.folder = folder
        self.name = name
        isReplacing = replacing
    }

    deinit {
        if let temporaryName { unlinkat(folder.number, temporaryName, 0) }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let name = String(path[path.utf8.index(after: slash)...])
        return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
    }

    /// Nil where it cannot be done, or where the file could not be given a name later.
    private static func openNameless(in folder: Descriptor, _ permissions: mode_t) -> Descriptor? {
        let flag = dossier_nameless_flag()
        guard flag >= 0,
            let descriptor = try? Descriptor(
                adopting: openat(folder.number, ".", flag | O_RDWR | O_CLOEXEC, permissions)
            ),
            access(link(to: descriptor), F_OK) == 0
        else { return nil }
        return descriptor
    }

    private static func openNamed(
        in folder: Descriptor,
        _ permissions: mode_t
    ) throws(ArchiveError) -> (Descriptor, String) {
        for attempt in 0..<1000 {
            let name = ".partial-\(getpid())-\(attempt)"
            let number = openat(folder.number, name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, permissions)
            if number < 0, errno == EEXIST { continue }
            return (try Descriptor(adopting: number), name)
        }
        throw .system(.open, code: EEXIST)
    }

    /// The path by which Linux lets a file without a name be linked.
    private static func link(to descriptor: Descriptor) -> String { "/proc/self/fd/\(descriptor.number)" }

    /// Brings everything to the disk, gives the file its name, and brings that to the disk, in this order.
    func commit() throws(ArchiveError) {
        guard fsync(descriptor.number) == 0 else { throw .system(.sync, code: errno) }
        if isReplacing { try replaceTarget() } else { try takeName() }
        guard fsync(folder.number) == 0 else { throw .system(.sync, code: errno) }
    }

    /// A link, unlike a rename, fails when somebody took the name meanwhile.
    private func takeName() throws(ArchiveError) {
        let result =
            if let temporaryName {
                linkat(folder.number, temporaryName, folder.number, name, 0)
            } else {
                linkat(AT_FDCWD, Self.link(to: descriptor), folder.number, name, AT_SYMLINK_FOLLOW)
            }
        if result != 0, errno == EEXIST { throw .alreadyExists }
        guard result == 0 else { throw .system(.link, code: errno) }
        if let temporaryName { unlinkat(folder.number, temporaryName, 0) }
        temporaryName = nil
    }

    private func replaceTarget() throws(ArchiveError) {
        let temporary: String
        if let temporaryName {
            temporary = temporaryName
        } else {
            // A name that only this file can have: its own number in the file system.
            temporary = ".partial-\(try descriptor.status().st_ino)"
            let path = Self.link(to: descriptor)
            guard linkat(AT_FDCWD, path, folder.number, temporary, AT_SYMLINK_FOLLOW) == 0 else {
                throw .system(.link, code: errno)
            }
            temporaryName = temporary
        }
        guard renameat(folder.number, temporary, folder.number, name) == 0 else {
            throw .system(.rename, code: errno)
        }
        temporaryName = nil
    }
}
