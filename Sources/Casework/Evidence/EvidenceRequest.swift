public import CaseFile

/// What a user says of files that are to become exhibits.
public struct EvidenceRequest: Sendable {
    /// Files and folders.
    public var paths: [String]
    /// How they become exhibits.
    public var marking: Marking
    /// What the exhibits are; nil: the name of each file.
    public var description: FreeText?
    public var category: Exhibit.Category = .digital
    public var role: EvidenceFile.Role = .original
    /// The seizure that they come from, by label or id.
    public var search: String?
    public var seizureMemo: String?
    public var seizedFrom: String?
    public var place: String?
    public var foundAt: FreeText?
    /// With `seizedBy`, the first event of each chain is recorded too.
    public var seizedAt: Moment?
    public var seizedBy: String?
    /// Who will produce them in court.
    public var producedBy: String?
    public var sensitive = false
    /// The folder as seen from which the files' original paths are recorded; nil: as they were given. What lies
    /// above the evidence on this machine is no part of it.
    public var seenFrom: String?

    public init(paths: [String], marking: Marking) {
        self.paths = paths
        self.marking = marking
    }

    public enum Marking: Hashable, Sendable {
        /// Each file an exhibit of its own, marked `KT/1`, `KT/2` … from the first number that is free.
        case each(prefix: String)
        /// All the files one new exhibit of this mark.
        case one(mark: String)
        /// All the files into an exhibit that there is.
        case into(exhibit: String)
        /// Scans of papers of the file, which are no exhibits.
        case papers
    }
}

/// What became of a take-in.
public struct EvidenceResult: Sendable {
    public struct Item: Sendable {
        public let path: String
        /// The mark; nil for the scan of a paper.
        public let exhibit: String?
        public let file: RecordID
        /// Lower-case hexadecimal.
        public let sha256: String
        public let size: Int
        public let mediaType: String
        /// The vault held these bytes already; they are stored once.
        public let isDuplicate: Bool
    }

    public struct Refusal: Sendable {
        public let path: String
        /// A stable word, such as `unreadable`, and what the system said.
        public let reason: String
    }

    public internal(set) var items: [Item] = []
    public internal(set) var refusals: [Refusal] = []
    public internal(set) var recorded: [Recorded] = []
}
