/// Something in the vault that is not as it should be.
public struct VaultFinding: Hashable, Sendable {
    /// The path below the vault's folder; of a foreign file, escaped where it has to be (`RawPath.text`).
    public let path: String
    /// The digest in the path, if it has one.
    public let digest: FileDigest?
    public let problem: Problem

    public enum Problem: Hashable, Sendable {
        /// The bytes hash to something else than the name says.
        case altered(foundDigest: FileDigest, foundSize: UInt64)
        /// The same, and there are fewer bytes than there should be.
        case truncated(expectedSize: UInt64, foundSize: UInt64, foundDigest: FileDigest)
        /// The bytes are right, and the size that the caller expected is not theirs.
        case sizeDisagrees(expectedSize: UInt64, foundSize: UInt64)
        /// Expected, and not there.
        case missing(expectedSize: UInt64)
        /// It could not be read, so that nothing is known of its bytes.
        case unreadable(errno: CInt)
        /// Named like an object, in a folder where no object of that name is looked for.
        case misplaced(expectedPath: String)
        /// Not an object and not a folder of objects: the vault did not put it there.
        case foreign
        /// An object is 0400 and a folder 0700.
        case permissions(expected: UInt32, found: UInt32)
        /// Another name leads to the same file, by which it can be changed.
        case linkedElsewhere(links: UInt32)
    }

    /// A stable name of the problem, for machines.
    public var code: String {
        switch problem {
        case .altered: "vault.altered"
        case .truncated: "vault.truncated"
        case .sizeDisagrees: "vault.size-disagrees"
        case .missing: "vault.missing"
        case .unreadable: "vault.unreadable"
        case .misplaced: "vault.misplaced"
        case .foreign: "vault.foreign"
        case .permissions: "vault.permissions"
        case .linkedElsewhere: "vault.linked-elsewhere"
        }
    }
}

extension VaultFinding {
    /// By path, and several of one path by code: the order in which findings are given.
    static func inOrder(_ a: Self, _ b: Self) -> Bool {
        if a.path == b.path { return a.code < b.code }
        return a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
    }
}

/// An object that the caller knows should be there.
public struct ExpectedObject: Hashable, Sendable {
    public let digest: FileDigest
    /// Bytes.
    public let size: UInt64

    public init(digest: FileDigest, size: UInt64) {
        self.digest = digest
        self.size = size
    }
}
