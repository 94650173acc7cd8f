internal import CZip
internal import Glibc

/// The bytes of a file that is being written: appended through a buffer, and here and there put right afterwards.
final class OutputFile {
    let file: UnnamedFile
    private let buffer = PageBuffer(count: 1 << 20)
    private var buffered = 0
    /// Bytes that the system has; those in the buffer follow them.
    private var written: UInt64 = 0
    /// Bytes that the system was asked to begin bringing to the disk.
    private var hastened: UInt64 = 0

    /// How much may gather before the disk is set to work, in bytes: the sync at the end then has little left to do.
    private static let hasteLength: UInt64 = 32 << 20

    /// Bytes appended so far.
    var position: UInt64 { written + UInt64(buffered) }

    init(_ file: UnnamedFile) {
        self.file = file
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
        if bytes.count > buffer.bytes.count - buffered { try flush() }
        if bytes.count >= buffer.bytes.count {
            try write(bytes, at: written)
            written += UInt64(bytes.count)
        } else if !bytes.isEmpty {
            UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[buffered...]).copyMemory(from: bytes)
            buffered += bytes.count
        }
        if written - hastened >= Self.hasteLength {
            // Only advice: whether the bytes are on the disk shows at the final sync.
            dossier_hasten(file.descriptor.number, Int(hastened), Int(written - hastened))
            hastened = written
        }
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
            UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[start...]).copyMemory(from: rest)
        }
    }

    /// Hands what is in the buffer to the system.
    func flush() throws(ArchiveError) {
        try write(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<buffered]), at: written)
        written += UInt64(buffered)
        buffered = 0
    }

    private func write(_ bytes: UnsafeRawBufferPointer, at offset: UInt64) throws(ArchiveError) {
        guard let start = bytes.baseAddress else { return }
        var done = 0
        while done < bytes.count {
            let count = pwrite(file.descriptor.number, start + done, bytes.count - done, off_t(offset) + done)
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                throw .system(.write, code: errno)
            }
        }
    }

    /// `withUnsafeBytes` of an array lets only untyped errors through.
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
}
