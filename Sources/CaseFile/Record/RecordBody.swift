/// What a record says: everything but its head.
///
/// A body is a plain struct. Its XML is its declaration: one child element for each property, in the order
/// in which they stand, with the property's name (`CodingKeys` gives the singular for a list). Whoever adds a
/// property adds it to templates/schema/casefile.xsd at the same place.
public protocol RecordBody: Codable, Hashable, Sendable {
    static var kind: Kind { get }

    /// What the file calls this record: an exhibit's mark, a pseudonym, an accused's code; nil where it has none.
    var label: String? { get }

    /// The record that this one chiefly belongs to: the exhibit of a custody event, the statement of a translation.
    var subject: RecordID? { get }

    /// What the schema cannot say: dates in order, exactly one of two fields, …
    var formFindings: [FormFinding] { get }
}

extension RecordBody {
    public var label: String? { nil }
    public var subject: RecordID? { nil }
    public var formFindings: [FormFinding] { [] }
}

/// A record's form is wrong. It names the field and the rule, never what the field says.
public struct FormFinding: Hashable, Sendable, Codable {
    /// A stable name, such as `search.ends-before-it-starts`.
    public let code: String
    /// The element concerned, such as `endedAt`.
    public let field: String
    /// What is wrong and what to do, in English.
    public let message: String

    public init(code: String, field: String, message: String) {
        self.code = code
        self.field = field
        self.message = message
    }
}
