/// Why an archive could not be looked at, or could not be written. What was seen in one is an ``ArchiveFinding``.
public enum ArchiveError: Error, Equatable {
    /// A system call failed; `code` is `errno`.
    case system(SystemCall, code: Int32)
    /// Not a regular file.
    case notAFile
    /// zlib or libdeflate had no memory.
    case outOfMemory
    /// There is a file at the target already, and it was not to be replaced.
    case alreadyExists
    /// Readers would refuse this entry, for this reason; `position` counts the entries from 0.
    case refused(ArchiveFinding.Code, position: Int)
    /// More entries than ``ArchiveLimits`` allow.
    case tooManyEntries
    /// A source held more or less than was said of it, or changed while it was read. In bytes.
    case sourceSize(position: Int, expected: UInt64)
    /// An earlier error or refusal ended this writing.
    case abandoned

    public enum SystemCall: String, Sendable {
        case open, stat, read, write, sync, link, rename, thread
    }
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .system(let call, let code): "\(call.rawValue) failed (errno \(code))"
        case .notAFile: "not a regular file"
        case .outOfMemory: "out of memory"
        case .alreadyExists: "there is a file of this name already"
        case .refused(let code, let position): "entry \(position) cannot be written (\(code.rawValue))"
        case .tooManyEntries: "too many entries"
        case .sourceSize(let position, let expected):
            "the source of entry \(position) does not hold the \(expected) bytes that were expected"
        case .abandoned: "the writing was given up before"
        }
    }
}
