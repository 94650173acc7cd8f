internal import CaseFile
internal import XML

/// The names that a verifier tells apart while a case file goes by, each with its number in the reader's table.
enum CaseFileNames {
    /// Those of custody come first: its stream reader takes their numbers for its fields.
    static let elements: [String] = {
        let structure = [
            "caseFile", "about", "records", "superseded", "withheld", "contents", "content", "apart",
            "withheldContent", "reason", "log", "key",
            "checkpoint", "caseNumber", "agencyCode", "edition", "number", "createdAt", "size",
        ]
        let custody = CustodyField.allCases.map(\.rawValue)
        let others = Set(structure + Kind.allCases.map(\.rawValue) + ReferenceTargets.table.keys).subtracting(
            custody
        )
        return custody + others.sorted()
    }()

    static let attributes = [
        "id", "version", "recordedAt", "recordedBy", "replaces", "to", "leaf", "kind", "path", "file", "size",
        "digest", "algorithm", "law",
        "origin", "root", "approximate",
    ]

    static let table = NameTable(
        namespace: CaseFileGrammar.namespace,
        elements: elements,
        attributes: attributes
    )

    private static let elementNumbers = Dictionary(
        uniqueKeysWithValues: elements.enumerated().map { ($1, $0) }
    )
    private static let attributeNumbers = Dictionary(
        uniqueKeysWithValues: attributes.enumerated().map { ($1, $0) }
    )

    static func element(_ name: String) -> Int { elementNumbers[name]! }
    static func attribute(_ name: String) -> Int { attributeNumbers[name]! }

    /// By an element's number: the kind of record that it is, where it is one.
    static let kinds: [Kind?] = elements.map { Kind(rawValue: $0) }
}
