// What a take-in says of each path it met. These are results for the user and for records: they carry the
// names of evidence, so they go to no log.

/// One path's end: in the vault, or not and why.
public enum TakeInResult: Hashable, Sendable {
    case takenIn(TakenIn)
    case notTakenIn(NotTakenIn)
}

/// A file that is in the vault, durably, from the moment this value is handed out.
public struct TakenIn: Hashable, Sendable {
    /// Which of the sources it was found under (index into what the caller gave).
    public let source: Int
    /// The source's path as the caller gave it, and the way below it.
    public let path: RawPath
    public let digest: FileDigest
    /// Bytes.
    public let size: UInt64
    /// As libmagic sees the first MiB, such as `image/jpeg`; `application/octet-stream` when it cannot tell.
    public let mediaType: String
    public let times: FileTimes
    /// Whether the vault held these bytes already, from before or from an earlier path of this take-in.
    /// They are stored once.
    public let isDuplicate: Bool
    public let notices: [Notice]

    /// The last component of the path.
    public var name: RawPath { path.name }

    /// Something the user should know about a file that went in nevertheless.
    public enum Notice: Hashable, Sendable {
        /// The name is not text that a record can carry: `RawPath.text` is escaped.
        case nameEscaped
        /// The file changed while it was first read; the second reading, which is kept, held still.
        case readTwice
        /// O_NOATIME was not allowed (the file is somebody else's): reading may have set its access time.
        case accessTimeNotKept
    }
}

/// A path that is not in the vault, with the reason. Nothing of it is stored.
public struct NotTakenIn: Hashable, Sendable {
    /// Which of the sources it was found under (index into what the caller gave).
    public let source: Int
    public let path: RawPath
    public let reason: Reason

    public enum Reason: Hashable, Sendable {
        /// A symbolic link; neither followed nor stored.
        case link(target: RawPath)
        /// Not a file of bytes; never opened.
        case special(SpecialFile)
        /// The system would not open or read it.
        case unreadable(errno: CInt)
        /// The system would not open or list the folder: nothing below it was seen.
        case folderUnreadable(errno: CInt)
        /// It changed while it was read, twice.
        case changedWhileRead(before: FileState, after: FileState)
        /// Longer than the 4,095 bytes that Linux takes. Give the folder in which it lies as a source.
        case pathTooLong(bytes: Int)
        /// The folder is the vault.
        case vaultItself
        /// The vault's own copy of these bytes is not what its name says. Verify the vault.
        case storedCopyDamaged(StoredCopy)
        /// The take-in ended early, by the error it throws, before this file was durable.
        case stopped
    }

    public enum SpecialFile: String, Hashable, Sendable {
        case pipe
        case socket
        case blockDevice = "block-device"
        case characterDevice = "character-device"
        case unknown
    }

    /// What must hold still while a file is read.
    public struct FileState: Hashable, Sendable {
        /// Bytes.
        public let size: UInt64
        public let modified: FileTime
        public let changed: FileTime
    }

    /// An object that disagrees with its name.
    public struct StoredCopy: Hashable, Sendable {
        public let digest: FileDigest
        public let expectedSize: UInt64
        public let foundSize: UInt64
        /// What the stored bytes hash to, where they were read.
        public let foundDigest: FileDigest?
    }
}

/// How a take-in is done.
public struct TakeInOptions: Hashable, Sendable {
    /// Reads an object again before a new file is called its duplicate. Without it the object's size is compared.
    public var rereadsDuplicates: Bool
    /// Threads that read and hash; `nil` for one per core.
    public var threads: Int?

    public init(rereadsDuplicates: Bool = false, threads: Int? = nil) {
        self.rereadsDuplicates = rereadsDuplicates
        self.threads = threads
    }
}

/// How far a take-in, a survey or a verification is.
public struct VaultProgress: Hashable, Sendable {
    /// Files done with, whatever became of them.
    public var files: Int
    /// Bytes read.
    public var bytes: UInt64
    /// Files found so far; the walk runs ahead of the reading by a batch at most.
    public var filesFound: Int
    /// Bytes of the files found so far.
    public var bytesFound: UInt64

    public init(files: Int = 0, bytes: UInt64 = 0, filesFound: Int = 0, bytesFound: UInt64 = 0) {
        self.files = files
        self.bytes = bytes
        self.filesFound = filesFound
        self.bytesFound = bytesFound
    }
}
