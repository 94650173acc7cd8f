internal import Glibc

/// Bytes that are read only: a file mapped into memory, an array, or a part of another blob.
///
/// A mapped file must not grow shorter meanwhile: it is one of the vault's, which never change, or one in our own
/// work folder.
final class Blob {
    private enum Storage {
        case mapped(UnsafeMutableRawPointer, Int)
        case array([UInt8])
        case part(Blob)
    }

    private let storage: Storage
    private let range: Range<Int>
    /// Where the bytes stand as a file of their own, if they do.
    private(set) var path: String?

    var count: Int { range.count }

    init(_ bytes: [UInt8]) {
        storage = .array(bytes)
        range = 0..<bytes.count
    }

    /// - Throws: `SystemFailure`.
    init(file path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw SystemFailure(number: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SystemFailure(number: errno) }
        let count = Int(status.st_size)
        if count == 0 {
            storage = .array([])
        } else {
            guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
                throw SystemFailure(number: errno)
            }
            storage = .mapped(start, count)
        }
        range = 0..<count
        self.path = path
    }

    init(_ part: Range<Int>, of blob: Blob) {
        storage = .part(blob)
        range = part.clamped(to: 0..<blob.count)
    }

    deinit {
        if case .mapped(let start, let count) = storage { munmap(start, count) }
    }

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        switch storage {
        case .mapped(let start, let count):
            try body(
                UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: start, count: count)[range])
            )
        case .array(let bytes): try bytes.withUnsafeBytes(body)
        case .part(let blob):
            try blob.withBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
        }
    }

    var bytes: [UInt8] { withBytes { [UInt8]($0) } }

    func bytes(_ part: Range<Int>) -> [UInt8] {
        withBytes { [UInt8]($0[part.clamped(to: 0..<$0.count)]) }
    }

    /// Makes it a file, for a tool to read.
    func stored(at makePath: @autoclosure () -> String) throws -> String {
        if let path { return path }
        let new = makePath()
        try withBytes { try WorkFolder.write($0, to: new) }
        path = new
        return new
    }

    /// Removes the file that `stored` made; a mapped one stays.
    func forget() {
        if let path, !isMapped {
            unlink(path)
            self.path = nil
        }
    }

    private var isMapped: Bool {
        if case .mapped = storage { true } else { false }
    }
}

/// The system refused: `errno`.
struct SystemFailure: Error {
    let number: Int32
}
