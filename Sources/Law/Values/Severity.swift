/// How heavily a finding of the readiness report weighs.
public enum Severity: String, CaseIterable, Codable, Comparable, Hashable, Sendable {
    /// The file is not to leave with it.
    case blocker
    /// The defence will use it.
    case warning
    /// Worth knowing: a clock that runs, a receipt that is on its way.
    case note

    private var weight: Int {
        switch self {
        case .blocker: 2
        case .warning: 1
        case .note: 0
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.weight < b.weight }
}
