internal import Glibc

/// The names in one folder, in byte order, with what kind of thing each is.
///
/// Packed into two arrays: a folder of a million photographs costs about 40 MB, not the hundreds that a
/// million small arrays would.
struct FolderListing {
    struct Entry {
        fileprivate let start: UInt32
        fileprivate let length: UInt16
        /// `S_IFREG`, `S_IFDIR`, …; 0 if the system would not say.
        let kind: UInt32
        /// Bytes, of a regular file.
        let size: UInt64
    }

    private(set) var entries: [Entry] = []
    private var names: [UInt8] = []

    /// Lists the open folder `folder`, `.` and `..` left out.
    init(of folder: borrowing Descriptor) throws(SystemError) {
        // closedir closes what fdopendir was given, so it gets a descriptor of its own.
        let own = folder.withNumber { fcntl($0, F_DUPFD_CLOEXEC, 0) }
        guard own >= 0 else { throw SystemError(call: "dup", errno: errno) }
        guard let stream = fdopendir(own) else {
            let error = errno
            close(own)
            throw SystemError(call: "fdopendir", errno: error)
        }
        defer { closedir(stream) }
        rewinddir(stream)
        while true {
            errno = 0
            guard let found = readdir(stream) else {
                guard errno == 0 else { throw SystemError(call: "readdir", errno: errno) }
                break
            }
            add(found, in: folder)
        }
        sort()
    }

    func name(_ entry: Entry) -> ArraySlice<UInt8> {
        names[Int(entry.start)..<Int(entry.start) + Int(entry.length)]
    }

    private mutating func add(_ found: UnsafeMutablePointer<dirent>, in folder: borrowing Descriptor) {
        // Some file systems give names longer than the 256 bytes of `d_name`: measure, never copy the struct.
        let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name)!
        let start = UnsafeRawPointer(found).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        let name = UnsafeRawBufferPointer(start: start, count: strlen(start))
        if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return }
        var kind: UInt32 = UInt32(found.pointee.d_type) << 12  // DT_REG << 12 is S_IFREG, and so on
        var size: UInt64 = 0
        if kind == S_IFREG || kind == 0 {
            if let status = try? folder.status(of: Array(name)) {
                kind = status.kind
                size = status.size
            }
        }
        entries.append(
            Entry(start: UInt32(names.count), length: UInt16(name.count), kind: kind, size: size)
        )
        names.append(contentsOf: name)
    }

    private mutating func sort() {
        names.withUnsafeBufferPointer { names in
            entries.sort { a, b in
                let common = Int(min(a.length, b.length))
                let order = memcmp(
                    names.baseAddress! + Int(a.start),
                    names.baseAddress! + Int(b.start),
                    common
                )
                return order == 0 ? a.length < b.length : order < 0
            }
        }
    }
}
