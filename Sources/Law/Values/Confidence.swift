/// How sure the writer of a pack was of what it says. What was not read in a source is shown as "check with counsel".
public enum Confidence: String, CaseIterable, Codable, Comparable, Hashable, Sendable {
    /// From memory.
    case memory
    /// Partly read in a source.
    case part
    /// Read in a public source.
    case read

    public static func < (a: Self, b: Self) -> Bool {
        a == .memory && b != .memory || a == .part && b == .read
    }
}
