/// What is wrong in a pack: where, by file and line, and what.
public struct PackProblem: Hashable, Sendable {
    /// The file, by its path in the pack's folder.
    public var file: String
    /// From 1; 0 where it is about the whole file.
    public var line: Int
    public var kind: Kind
    public var message: String

    public init(_ kind: Kind, file: String, line: Int, _ message: String) {
        self.kind = kind
        self.file = file
        self.line = line
        self.message = message
    }

    /// What kind of mistake it is; the pack can be used with `untranslated` and `unmentioned` alone.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// A file that the pack needs is not there.
        case missingFile = "missing-file"
        /// Not XML that can be read.
        case notXML = "not-xml"
        /// It does not fit pack.xsd.
        case schema
        /// A rule or an expression that does not compile.
        case rule
        /// A citation of a section or authority that acts.xml does not have.
        case citation
        /// Something refers to a definition, court, class, word or deadline that is not there.
        case reference
        /// A definition that uses itself.
        case cycle
        /// Two things have one name.
        case duplicate
        /// A worked example that does not show what it should, or a sound case that is not.
        case example
        /// An edition that does not say whether it shows a kind of record: it shows none.
        case unmentioned
        /// A text without one of the pack's languages.
        case untranslated

        /// Whether the pack can be used all the same.
        var isHarmless: Bool { self == .untranslated || self == .unmentioned }
    }
}

extension PackProblem: CustomStringConvertible {
    public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}

extension PackProblem: Comparable {
    public static func < (a: Self, b: Self) -> Bool {
        (a.file, a.line, a.kind.rawValue, a.message) < (b.file, b.line, b.kind.rawValue, b.message)
    }
}
