/// Where a document's bytes come from: a buffer, a file, an entry of an archive.
///
/// A source is read once, from start to end. Two readers that run side by side have a source each.
public struct ByteSource {
    /// Fills the buffer from its start and returns how many bytes it put there; 0 at the end. What it throws
    /// comes out of the reader unchanged.
    public var read: (UnsafeMutableRawBufferPointer) throws -> Int

    /// How many bytes there are, where that is known: a short document needs no large buffer.
    private(set) var count: Int?

    public init(_ read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) {
        self.read = read
    }

    public init(_ bytes: [UInt8]) {
        var position = 0
        self.init { buffer in
            let count = min(buffer.count, bytes.count - position)
            bytes.withUnsafeBytes {
                buffer.copyMemory(from: .init(rebasing: $0[position..<position + count]))
            }
            position += count
            return count
        }
        count = bytes.count
    }
}
