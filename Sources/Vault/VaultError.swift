/// Why the vault could not do, or could not look.
///
/// What is wrong with *evidence* is never an error but a value: `NotTakenIn`, `VaultFinding`. Errors name the
/// vault's own files only, so that no name of a piece of evidence reaches a log by way of an error.
public enum VaultError: Error, Hashable, Sendable {
    /// A system call on one of the vault's own files failed.
    case system(call: String, path: String, errno: CInt)

    /// The disk (or the quota on it) is full. What was reported as taken in before stays.
    case full(FullDisk)

    /// The caller asked to stop. What was reported as taken in before stays.
    case cancelled

    /// libmagic could not load its table of media types; `message` is its own.
    case noMediaTypes(message: String)

    /// No object has this digest.
    case notHeld(FileDigest)

    /// The facts of a full disk.
    public struct FullDisk: Hashable, Sendable {
        /// The vault's folder.
        public let vault: String
        /// Bytes of the file that did not fit; 0 if it was a folder entry that did not.
        public let fileSize: UInt64
        /// Bytes the file system still offered when it refused.
        public let available: UInt64
        /// ENOSPC, or EDQUOT for a quota.
        public let errno: CInt
    }
}

extension VaultError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .system(let call, let path, let errno): "\(call) \(path): \(message(of: errno))"
        case .full(let facts):
            "\(facts.vault): \(message(of: facts.errno)): a file of \(facts.fileSize) bytes did not fit, "
                + "\(facts.available) bytes were free"
        case .cancelled: "stopped on request"
        case .noMediaTypes(let message): "libmagic: \(message)"
        case .notHeld(let digest): "no object \(digest.hex)"
        }
    }
}
