/// A moment as a file system keeps it.
public struct FileTime: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before.
    public let seconds: Int64
    /// 0..<1,000,000,000, to be added.
    public let nanoseconds: UInt32

    public init(seconds: Int64, nanoseconds: UInt32) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

extension FileTime: Comparable {
    public static func < (a: Self, b: Self) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }
}

/// The four times of a source file, as they stood before it was read.
public struct FileTimes: Hashable, Sendable {
    /// When the bytes were last written, as far as the file system was told (mtime).
    public let modified: FileTime
    /// When the bytes or anything about the file last changed; cannot be set by a program (ctime).
    public let changed: FileTime
    /// When it was last read, as far as the file system keeps count (atime).
    public let accessed: FileTime
    /// When it was made, where the file system keeps that (btime).
    public let born: FileTime?

    public init(modified: FileTime, changed: FileTime, accessed: FileTime, born: FileTime?) {
        self.modified = modified
        self.changed = changed
        self.accessed = accessed
        self.born = born
    }
}
