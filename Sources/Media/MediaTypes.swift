internal import CMagic
internal import Glibc

/// libmagic cannot say what anything is: what it gave as the reason.
public struct NoMediaTypes: Error, Equatable {
    public let message: String
}

/// libmagic's judgement of what a file is; one instance belongs to one thread.
///
/// It looks at bytes in memory, decompresses nothing and starts no process.
public final class MediaTypes {
    public static let unknown = "application/octet-stream"

    private let cookie: magic_t
    /// Kept for as long as the cookie, which reads in it.
    private let table: MediaTypeTable?

    /// - Parameter table: libmagic's table; when it is `nil`, libmagic looks for one by itself.
    public init(_ table: MediaTypeTable?) throws(NoMediaTypes) {
        guard let cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else {
            throw NoMediaTypes(message: "out of memory")
        }
        guard table?.load(into: cookie) ?? (magic_load(cookie, nil) == 0) else {
            let message = magic_error(cookie).map { String(cString: $0) } ?? "no table of media types"
            magic_close(cookie)
            throw NoMediaTypes(message: message)
        }
        self.cookie = cookie
        self.table = table
    }

    deinit {
        magic_close(cookie)
    }

    /// The media type of a file that begins with `bytes`.
    public func type(of bytes: UnsafeRawBufferPointer) -> String {
        guard let type = magic_buffer(cookie, bytes.baseAddress, bytes.count) else { return Self.unknown }
        return String(cString: type)
    }
}

/// libmagic's compiled table (`magic.mgc`, 8 MB), in memory once for all threads.
///
/// Left to itself libmagic maps it for every cookie, and each mapping counts. Only ever read: a table of this
/// machine's byte order is used in place.
public final class MediaTypeTable: @unchecked Sendable {
    /// What a table begins with, in the byte order of the machine that compiled it (MAGICNO in file's file.h).
    private static let signature: UInt32 = 0xF11E_041C

    private let bytes: UnsafeMutableRawPointer
    private let count: Int

    /// The first compiled table on libmagic's path, or `nil` if there is none that can be used in place.
    public init?() {
        let path = magic_getpath(nil, 0).map { String(cString: $0) } ?? ""
        for name in path.split(separator: ":") {
            let file = name.hasSuffix(".mgc") ? String(name) : "\(name).mgc"
            guard let mapped = Self.map(file) else { continue }
            (bytes, count) = mapped
            return
        }
        return nil
    }

    deinit {
        munmap(bytes, count)
    }

    fileprivate func load(into cookie: magic_t) -> Bool {
        var start: UnsafeMutableRawPointer? = bytes
        var size = count
        return magic_load_buffers(cookie, &start, &size, 1) == 0
    }

    private static func map(_ path: String) -> (UnsafeMutableRawPointer, Int)? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size >= MemoryLayout<UInt32>.size else { return nil }
        let count = Int(status.st_size)
        let mapped = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0)
        guard let mapped, mapped != MAP_FAILED else { return nil }
        guard mapped.load(as: UInt32.self) == signature else {
            munmap(mapped, count)
            return nil
        }
        return (mapped, count)
    }
}
