/// A whole number from 0 to 2^53 - 1, which every program that reads the file can hold exactly.
public struct Count: Hashable, Sendable {
    public let value: Int

    public init?(_ value: Int) {
        guard (0...Self.largest).contains(value) else { return nil }
        self.value = value
    }

    private static let largest = 1 << 53 - 1
}

extension Count: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

extension Count: CustomStringConvertible {
    public var description: String { String(value) }
}

extension Count: ExpressibleByIntegerLiteral {
    /// A literal stands in the program's own text, so a negative one is a mistake in the program.
    public init(integerLiteral literal: Int) {
        guard let count = Count(literal) else { preconditionFailure("not a count: \(literal)") }
        self = count
    }
}

extension Count: Codable {
    public init(from decoder: any Decoder) throws {
        guard let count = Count(try decoder.singleValueContainer().decode(Int.self)) else {
            throw RecordError.malformed(path: decoder.path, expected: "a whole number from 0 to 2^53 - 1")
        }
        self = count
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
