internal import CMagic
internal import Glibc

/// A system call that failed, before anyone has said for whom.
struct SystemError: Error, Hashable {
    let call: String
    let errno: CInt
}

/// What the system calls the error, in the C locale's English.
func message(of errno: CInt) -> String {
    String(cString: strerror(errno))
}

/// An open file or folder; closed once, when it is no longer used.
///
/// The number never leaves: Swift ends a value's life after its *last use*, so `f(descriptor.number)` would
/// close the file before `f` runs. Whoever needs the number borrows it, by `withNumber` or a method here.
/// Everything is opened with O_CLOEXEC (no child inherits evidence) and O_NOCTTY.
struct Descriptor: ~Copyable {
    private let number: CInt

    private init(owning number: CInt) {
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Opens `path`, from the working folder if it is relative.
    static func open(_ path: [UInt8], _ flags: CInt, mode: UInt32 = 0) throws(SystemError) -> Descriptor {
        Descriptor(owning: try openNumber(path, in: AT_FDCWD, flags, mode))
    }

    static func open(_ path: String, _ flags: CInt, mode: UInt32 = 0) throws(SystemError) -> Descriptor {
        Descriptor(owning: try openNumber(Array(path.utf8), in: AT_FDCWD, flags, mode))
    }

    /// Opens `name` in this folder.
    borrowing func open(_ name: [UInt8], _ flags: CInt) throws(SystemError) -> Descriptor {
        Descriptor(owning: try openNumber(name, in: number, flags, 0))
    }

    /// Where the link `path` points, from the working folder if it is relative.
    static func target(of path: [UInt8]) throws(SystemError) -> RawPath {
        try readLink(path, in: AT_FDCWD)
    }

    borrowing func withNumber<Result, Failure: Error>(
        _ body: (CInt) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(number)
    }

    /// Reads until `buffer` is full or the file ends; returns how many bytes were read.
    borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = Glibc.read(number, buffer.baseAddress! + filled, buffer.count - filled)
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError(call: "read", errno: errno)
            }
            filled += count
        }
        return filled
    }

    /// Writes all of `bytes`.
    borrowing func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(number, bytes.baseAddress! + written, bytes.count - written)
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError(call: "write", errno: errno)
            }
            written += count
        }
    }

    /// Tells the kernel that the file is going to be read from its beginning to its end.
    borrowing func expectReading() {
        posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    borrowing func rewind() throws(SystemError) {
        guard lseek(number, 0, SEEK_SET) == 0 else { throw SystemError(call: "lseek", errno: errno) }
    }

    borrowing func setPermissions(_ mode: UInt32) throws(SystemError) {
        guard fchmod(number, mode) == 0 else { throw SystemError(call: "fchmod", errno: errno) }
    }

    /// Takes the file's lock, to be held until it is closed; `false` if somebody else holds it.
    borrowing func takeLock() throws(SystemError) -> Bool {
        if flock(number, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw SystemError(call: "flock", errno: errno) }
        return false
    }

    borrowing func status() throws(SystemError) -> FileStatus {
        try FileStatus(of: [], in: number)
    }

    /// Of `name` in this folder, not following a link.
    borrowing func status(of name: [UInt8]) throws(SystemError) -> FileStatus {
        try FileStatus(of: name, in: number)
    }

    /// Where the link `name` in this folder points.
    borrowing func target(of name: [UInt8]) throws(SystemError) -> RawPath {
        try readLink(name, in: number)
    }
}

private func openNumber(
    _ path: [UInt8],
    in folder: CInt,
    _ flags: CInt,
    _ mode: UInt32
) throws(SystemError) -> CInt {
    while true {
        let number = openat(folder, cString(path), flags | O_CLOEXEC | O_NOCTTY, mode)
        if number >= 0 { return number }
        guard errno == EINTR else { throw SystemError(call: "open", errno: errno) }
    }
}

private func readLink(_ path: [UInt8], in folder: CInt) throws(SystemError) -> RawPath {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlinkat(folder, cString(path), &buffer, buffer.count)
    guard count >= 0 else { throw SystemError(call: "readlink", errno: errno) }
    return RawPath(bytes: buffer[..<count].map(UInt8.init(bitPattern:)))
}

private func cString(_ path: [UInt8]) -> [CChar] {
    path.map(CChar.init(bitPattern:)) + [0]
}

/// What statx(2) says of a file.
struct FileStatus: Hashable {
    let device: UInt64
    let inode: UInt64
    /// Bytes.
    let size: UInt64
    /// `S_IFREG`, `S_IFDIR`, …
    let kind: UInt32
    let permissions: UInt32
    let links: UInt32
    let times: FileTimes

    /// Of `path`, not following a link, from the working folder if it is relative.
    init(of path: String) throws(SystemError) {
        try self.init(of: Array(path.utf8), in: AT_FDCWD)
    }

    init(of path: RawPath) throws(SystemError) {
        try self.init(of: path.bytes, in: AT_FDCWD)
    }

    /// Of `folder` itself when `path` is empty.
    fileprivate init(of path: [UInt8], in folder: CInt) throws(SystemError) {
        var found = vault_stat()
        let error = vault_read_stat(folder, cString(path), &found)
        guard error == 0 else { throw SystemError(call: "statx", errno: error) }
        device = found.device
        inode = found.inode
        size = found.size
        kind = found.mode & S_IFMT
        permissions = found.mode & 0o7777
        links = found.links
        times = FileTimes(
            modified: FileTime(found.modified),
            changed: FileTime(found.changed),
            accessed: FileTime(found.accessed),
            born: found.has_born != 0 ? FileTime(found.born) : nil
        )
    }

    var isRegular: Bool { kind == S_IFREG }

    func isSameFile(as other: FileStatus) -> Bool {
        inode == other.inode && device == other.device
    }
}

extension FileTime {
    fileprivate init(_ time: vault_time) {
        self.init(seconds: time.seconds, nanoseconds: time.nanoseconds)
    }
}
