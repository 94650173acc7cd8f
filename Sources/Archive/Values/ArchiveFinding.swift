/// One thing that was seen in an archive and is not as it should be.
public struct ArchiveFinding: Hashable, Sendable {
    public let code: Code
    /// The place of the entry in the central directory, from 0; nil for what concerns the whole archive.
    public let position: Int?
    /// The entry's name; U+FFFD stands for bytes that are not UTF-8.
    public let name: String?
    public let expected: String
    public let found: String

    public init(_ code: Code, position: Int? = nil, name: String? = nil, expected: String, found: String) {
        self.code = code
        self.position = position
        self.name = name
        self.expected = expected
        self.found = found
    }

    public var severity: Severity { code.severity }

    public enum Severity: Int, Comparable, Sendable {
        /// Unusual, but it cannot make two readers see different things.
        case note
        /// Something that no entry accounts for, or that readers may understand differently: the rest can be read,
        /// but the archive is not to be accepted.
        case fault
        /// The entry is not read at all; without an entry, nothing of the archive is.
        case refusal

        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }
}

/// What reading an entry's content ended with when the content is not what the headers say.
public struct DamagedEntry: Error, Equatable {
    public let finding: ArchiveFinding
}
