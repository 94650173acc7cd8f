/// A place where a document breaks its schema.
///
/// It names elements, attributes and rules, and what the schema has there instead; never what the document
/// says: findings go into logs and letters, and evidence does not.
public struct SchemaFinding: Hashable, Sendable, Codable {
    /// Where the element's start tag ends, or, for what is missing or wrong at its end, its end tag; from 1.
    public let line: Int
    /// The elements open there, from the root, such as `caseFile/records/exhibit/mark`. For a reference that
    /// leads nowhere, which shows only at the end of the document, the element's name alone.
    public let path: String
    /// The local name of the attribute concerned.
    public let attribute: String?
    /// The rule of XML Schema that is broken, by the name that the standard gives it, such as
    /// `cvc-pattern-valid`.
    public let code: String
    /// The name of the key, keyref or unique constraint that is broken.
    public let constraint: String?
    /// What the schema would have there: names of elements or attributes, values, a pattern, a limit.
    public let expected: [String]

    public init(
        line: Int,
        path: String,
        attribute: String? = nil,
        code: String,
        constraint: String? = nil,
        expected: [String] = []
    ) {
        self.line = line
        self.path = path
        self.attribute = attribute
        self.code = code
        self.constraint = constraint
        self.expected = expected
    }

    /// The local name of the element.
    public var element: String {
        String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    }

    /// The rule in plain words.
    public var message: String { SchemaRule.message(code) }
}

extension SchemaFinding: CustomStringConvertible {
    public var description: String {
        var text = "line \(line): \(path)"
        if let attribute { text += "/@\(attribute)" }
        text += ": \(message) (\(code))"
        if let constraint { text += ", constraint \(constraint)" }
        if !expected.isEmpty { text += "; expected: \(expected.joined(separator: ", "))" }
        return text
    }
}
