/// An object that is open for reading; closed when it is no longer used.
public struct StoredObject: ~Copyable {
    /// What every read asks for at once, in bytes.
    public static let chunkSize = 1 << 20

    public let digest: FileDigest
    /// Bytes, when it was opened.
    public let size: UInt64
    let path: String
    let file: Descriptor

    /// The descriptor, for a callee that reads by itself. It is only valid while `body` runs.
    public borrowing func withDescriptor<Result, Failure: Error>(
        _ body: (CInt) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try file.withNumber(body)
    }

    /// Fills `buffer` from where the last read ended; returns how many bytes there were, 0 at the end.
    public borrowing func read(into buffer: UnsafeMutableRawBufferPointer) throws(VaultError) -> Int {
        do {
            return try file.read(into: buffer)
        } catch {
            throw .system(call: error.call, path: path, errno: error.errno)
        }
    }

    /// Calls `body` with the bytes from where the last read ended, `chunkSize` at a time.
    ///
    /// The bytes are handed on as they are found: whoever writes them somewhere hashes them on the way, or
    /// relies on a `verify`.
    public borrowing func forEachChunk(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 4_096)
        defer { buffer.deallocate() }
        while true {
            let count = try read(into: buffer)
            guard count > 0 else { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
