/// Goes through the records of the central directory with one window of memory, whatever its size.
struct DirectoryCursor {
    private let file: ReadableFile
    /// Where the next record begins, in bytes from the start of the file.
    private(set) var offset: UInt64
    private let end: UInt64
    private var window: [UInt8] = []
    private var windowStart: UInt64

    private static let windowLength = 1 << 20

    init(file: ReadableFile, directory: DirectoryFacts) {
        self.file = file
        offset = directory.directoryOffset
        windowStart = offset
        end = offset + directory.directorySize
    }

    var isAtEnd: Bool { offset == end }

    /// The next record; nil when there is none at this place.
    mutating func next() throws(ArchiveError) -> CentralHeader? {
        guard let length = CentralHeader.length(of: try bytes(CentralHeader.fixedLength)),
            let header = CentralHeader(parsing: try bytes(length))
        else { return nil }
        offset += UInt64(length)
        return header
    }

    /// So many bytes from the offset, without moving; fewer where the directory ends.
    private mutating func bytes(_ count: Int) throws(ArchiveError) -> [UInt8] {
        let count = Int(min(UInt64(count), end - offset))
        var start = Int(offset - windowStart)
        if start + count > window.count {
            window = try file.bytes(Int(min(UInt64(Self.windowLength), end - offset)), at: offset)
            windowStart = offset
            start = 0
        }
        return Array(window[start..<min(start + count, window.count)])
    }
}
