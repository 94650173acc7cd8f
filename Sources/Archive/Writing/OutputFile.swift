internal import CZip
internal import Glibc

/// A file that gets its name only when it is complete and on the disk.
///
/// Where the file system can (O_TMPFILE: ext4, XFS, Btrfs, tmpfs), it has no name at all until then, so that not even
/// a killed process leaves anything. Elsewhere it has a name beside the target, which is removed when this goes away.
final class OutputFile {
    private let folder: CInt
    private let descriptor: CInt
    private let name: String
    private let isReplacing: Bool
    /// The name beside the target; nil while there is none.
    private var temporaryName: String?

    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    private var buffered = 0
    /// Bytes that are in the file, and before those that are in the buffer.
    private var written: UInt64 = 0
    /// Bytes that the system was asked to begin bringing to the disk.
    private var hastened: UInt64 = 0

    /// How much may gather in memory before the disk is set to work, in bytes: the final sync then has little left.
    private static let hasteLength: UInt64 = 32 << 20

    /// Bytes appended so far.
    var position: UInt64 { written + UInt64(buffered) }

    init(path: String, replacing: Bool, permissions: mode_t) throws(ArchiveError) {
        let (folderPath, name) = Self.split(path)
        folder = open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            buffer.deallocate()
            throw .system(.open, code: errno)
        }
        self.name = name
        isReplacing = replacing
        if !replacing, faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 {
            descriptor = -1
            close(folder)
            buffer.deallocate()
            throw .alreadyExists
        }

        let flag = dossier_nameless_flag()
        let nameless = flag < 0 ? -1 : openat(folder, ".", flag | O_RDWR | O_CLOEXEC, permissions)
        if nameless >= 0, access(Self.link(to: nameless), F_OK) == 0 {
            descriptor = nameless
            return
        }
        if nameless >= 0 { close(nameless) }  // without /proc it could never get a name
        var attempt = 0
        while true {
            let candidate = ".partial-\(getpid())-\(attempt)"
            let opened = openat(folder, candidate, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, permissions)
            if opened >= 0 {
                descriptor = opened
                temporaryName = candidate
                return
            }
            guard errno == EEXIST, attempt < 1000 else {
                let code = errno
                descriptor = -1
                close(folder)
                buffer.deallocate()
                throw .system(.open, code: code)
            }
            attempt += 1
        }
    }

    deinit {
        if let temporaryName { unlinkat(folder, temporaryName, 0) }
        close(descriptor)
        close(folder)
        buffer.deallocate()
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let name = String(path[path.index(after: slash)...])
        return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
    }

    private static func link(to descriptor: CInt) -> String { "/proc/self/fd/\(descriptor)" }

    // MARK: Writing

    func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
        if bytes.count > buffer.count - buffered { try flush() }
        if bytes.count >= buffer.count {
            try write(bytes, at: written)
            written += UInt64(bytes.count)
        } else if !bytes.isEmpty {
            UnsafeMutableRawBufferPointer(rebasing: buffer[buffered...]).copyMemory(from: bytes)
            buffered += bytes.count
        }
        if written - hastened >= Self.hasteLength { hasten() }
    }

    func append(_ bytes: [UInt8]) throws(ArchiveError) {
        try withBytes(of: bytes) { bytes throws(ArchiveError) in try append(bytes) }
    }

    /// Puts other bytes in the place of some that were appended before.
    func overwrite(at offset: UInt64, with bytes: [UInt8]) throws(ArchiveError) {
        precondition(offset + UInt64(bytes.count) <= position, "only what was appended")
        let inFile = offset < written ? Int(min(written - offset, UInt64(bytes.count))) : 0
        try withBytes(of: bytes) { bytes throws(ArchiveError) in
            try write(UnsafeRawBufferPointer(rebasing: bytes[..<inFile]), at: offset)
            let rest = UnsafeRawBufferPointer(rebasing: bytes[inFile...])
            guard !rest.isEmpty else { return }
            let start = Int(offset + UInt64(inFile) - written)
            UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).copyMemory(from: rest)
        }
    }

    private func flush() throws(ArchiveError) {
        try write(UnsafeRawBufferPointer(rebasing: buffer[..<buffered]), at: written)
        written += UInt64(buffered)
        buffered = 0
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(ArchiveError) {
        guard let start = bytes.baseAddress else { return }
        var done = 0
        while done < bytes.count {
            let count = pwrite(descriptor, start + done, bytes.count - done, off_t(offset) + done)
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                throw .system(.write, code: errno)
            }
        }
    }

    private func hasten() {
        // Only advice: whether the bytes are on the disk shows at the final sync.
        dossier_hasten(descriptor, Int(hastened), Int(written - hastened))
        hastened = written
    }

    /// Typed throws do not pass through `withUnsafeBytes`' own signature unless its error is named.
    private func withBytes(
        of bytes: [UInt8],
        _ body: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        var failure: ArchiveError?
        bytes.withUnsafeBytes { bytes in
            do throws(ArchiveError) { try body(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    // MARK: Naming

    /// Brings everything to the disk and gives the file its name, in this order.
    func commit() throws(ArchiveError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw .system(.sync, code: errno) }
        if isReplacing {
            let temporary: String
            if let temporaryName { temporary = temporaryName } else { temporary = try nameBesideTarget() }
            temporaryName = temporary
            guard renameat(folder, temporary, folder, name) == 0 else { throw .system(.rename, code: errno) }
            temporaryName = nil
        } else {
            // A link, unlike a rename, fails when somebody took the name meanwhile.
            let result =
                temporaryName.map { linkat(folder, $0, folder, name, 0) }
                ?? linkat(AT_FDCWD, Self.link(to: descriptor), folder, name, AT_SYMLINK_FOLLOW)
            guard result == 0 else {
                if errno == EEXIST { throw .alreadyExists }
                throw .system(.link, code: errno)
            }
            if let temporary = temporaryName {
                unlinkat(folder, temporary, 0)
                temporaryName = nil
            }
        }
        guard fsync(folder) == 0 else { throw .system(.sync, code: errno) }
    }

    /// Gives the nameless file a name that only it can have: its own number in the file system.
    private func nameBesideTarget() throws(ArchiveError) -> String {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(.stat, code: errno) }
        let candidate = ".partial-\(status.st_ino)"
        guard linkat(AT_FDCWD, Self.link(to: descriptor), folder, candidate, AT_SYMLINK_FOLLOW) == 0 else {
            throw .system(.link, code: errno)
        }
        return candidate
    }
}
