/// The bytes of an exhibit, or of a document in the file, known by their digest.
public struct EvidenceFile: RecordBody {
    public static let kind = Kind.file

    /// The exhibit that it belongs to. Absent where it is the scan of a document of the file.
    public var exhibit: Reference<Exhibit>?
    /// What the file is called in the case.
    public var name: FileName
    /// Where it came from, as it was called there.
    public var originalPath: OriginalPath?
    /// Its size in bytes.
    public var size: Count
    /// Its digests. One of them is SHA-256.
    public var digests: [Digest]
    /// Its media type, as its bytes show it.
    public var mediaType: MediaType
    /// When it was created, as the source had it.
    public var createdAt: Moment?
    /// When it was last modified, as the source had it.
    public var modifiedAt: Moment?
    /// When it was last opened, as the source had it.
    public var accessedAt: Moment?
    /// What it is to its exhibit.
    public var role: Role
    /// The files that it was made from.
    public var sources: [Reference<EvidenceFile>] = []
    /// The program that made it from them, with its version.
    public var tool: Code?
    /// How many pages it has.
    public var pages: Count?
    /// The languages in it.
    public var languages: [LanguageTag] = []
    /// Anything else about it.
    public var note: FreeText?

    public init(name: FileName, size: Count, digests: [Digest], mediaType: MediaType, role: Role) {
        self.name = name
        self.size = size
        self.digests = digests
        self.mediaType = mediaType
        self.role = role
    }

    private enum CodingKeys: String, CodingKey {
        case exhibit, name, originalPath, size
        case digests = "digest"
        case mediaType, createdAt, modifiedAt, accessedAt, role
        case sources = "derivedFrom"
        case tool, pages
        case languages = "language"
        case note
    }
}

extension EvidenceFile {
    public var label: String? { name.text }
    public var subject: RecordID? { exhibit?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                digests.contains { $0.algorithm == .sha256 },
                "file.sha256",
                "digest",
                "give the file's SHA-256"
            )
            rules.uniqueAlgorithms(digests, "digest")
        }
    }
}

extension EvidenceFile {
    /// What a file is to its exhibit.
    public enum Role: String, CaseIterable, Codable, Hashable, Sendable {
        /// The original bytes, as seized or received.
        case original
        /// A copy to work on.
        case workingCopy = "working-copy"
        /// Made from other files: an extraction, a transcript, a conversion.
        case derivative
        /// The report of a hashing or imaging tool.
        case hashReport = "hash-report"
        /// A photograph of the exhibit.
        case exhibitPhotograph = "exhibit-photograph"
        /// The scan of a paper.
        case scan
    }
}
