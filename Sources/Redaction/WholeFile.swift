internal import Foundation

/// Files of the private folder, and the one that a copy is made of.
enum WholeFile {
    static func head(of path: String, bytes count: Int) throws(RedactionError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .file(errno: errno) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, count) }
        guard read >= 0 else { throw .file(errno: errno) }
        return Array(bytes.prefix(read))
    }

    static func bytes(of path: String) throws(RedactionError) -> [UInt8] {
        do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw .file(errno: EIO)
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws(RedactionError) {
        let out = try OutputFile(path)
        try out.write(bytes)
        try out.close()
    }

    static func remove(_ path: String) { unlink(path) }
}

/// A file that is written from its beginning, for its owner alone.
struct OutputFile: ~Copyable {
    private let descriptor: CInt
    private(set) var count = 0

    init(_ path: String) throws(RedactionError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .file(errno: errno) }
    }

    mutating func append(_ bytes: [UInt8]) throws(RedactionError) {
        try write(bytes)
        count += bytes.count
    }

    borrowing func write(_ bytes: [UInt8]) throws(RedactionError) {
        var done = 0
        while done < bytes.count {
            let wrote = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done)
            }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { throw .file(errno: errno) }
            done += wrote
        }
    }

    consuming func close() throws(RedactionError) {
        let result = Glibc.close(descriptor)
        discard self
        guard result == 0 else { throw .file(errno: errno) }
    }

    deinit { _ = Glibc.close(descriptor) }
}
