internal import XML

/// The words that a field of the records may have, or that reports are written with.
public struct Vocabulary: Sendable {
    public let name: String
    /// The fields that take these words, from the record on: party/role. None: the words are for reports.
    public let paths: [String]
    public let words: [Word]
    private let byCode: [String: Int]

    public struct Word: Sendable {
        public let code: String
        public let label: LocalizedText
    }

    public init(name: String, paths: [String], words: [Word]) {
        self.name = name
        self.paths = paths
        self.words = words
        byCode = Dictionary(words.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    public subscript(code: String) -> Word? { byCode[code].map { words[$0] } }
}

extension Vocabulary {
    init(_ node: DocumentNode) {
        self.init(
            name: node.attribute("name") ?? "",
            paths: node.words("paths"),
            words: node.all("word").map { Word(code: $0.code, label: $0.texts("label")) }
        )
    }
}

/// How things are numbered in a jurisdiction.
public struct Numbering: Sendable {
    /// Where the number stands, from the record on: exhibit/mark.
    public let path: String
    /// An XPath that a record must fulfil to be meant.
    public let condition: String?
    /// A regular expression that the whole number matches.
    public let pattern: String
    public let label: LocalizedText
}

extension Numbering {
    init(_ node: DocumentNode) {
        path = node.attribute("path") ?? ""
        condition = node.attribute("where")
        pattern = node.attribute("pattern") ?? ""
        label = node.texts("label")
    }
}
