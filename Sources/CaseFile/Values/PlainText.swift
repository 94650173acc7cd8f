/// A value that is written as plain text of a certain form: a code, a name of a file, an amount.
///
/// The text is kept exactly as written, and two values are equal when their bytes are: Swift's strings are equal
/// already when they are canonically equivalent, which is less. What the schema's type of the same name refuses,
/// the initialiser refuses.
public protocol PlainText: Codable, Hashable, Sendable, CustomStringConvertible {
    /// What the form is, for an error: "a code of one line".
    static var form: String { get }

    var text: String { get }

    /// Nil where the text has not the form; nothing is trimmed or folded.
    init?(_ text: String)
}

extension PlainText {
    public var description: String { text }

    public static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    // Bytes that are the same make strings that are equal, so the string's own hash serves.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    public init(from decoder: any Decoder) throws {
        guard let value = Self(try decoder.singleValueContainer().decode(String.self)) else {
            throw RecordError.malformed(path: decoder.path, expected: Self.form)
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension PlainText where Self: ExpressibleByStringLiteral {
    /// A literal stands in the program's own text, so a malformed one is a mistake in the program.
    public init(stringLiteral literal: String) {
        guard let value = Self(literal) else { preconditionFailure("not \(Self.form): \(literal)") }
        self = value
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isLetterOrDigit: Bool { isLetter || isDigit }
}
