/// Something that a verifier found in a bundle.
///
/// A finding is a value: that it exists does not mean that the work failed. It names where, and what was expected
/// and found; it never quotes evidence.
public struct VerificationFinding: Hashable, Sendable, Codable {
    public enum Severity: String, Codable, Comparable, Sendable {
        /// Worth knowing; the bundle verifies.
        case note
        /// A weakness of the case or of the packaging that somebody should look at; the bundle verifies.
        case warning
        /// What the bundle claims is not so, or cannot be shown: it does not verify.
        case failure

        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .failure: 2
            }
        }
    }

    /// Stable, such as `bag.digest-differs`; docs/format.md lists them all.
    public let code: String
    public let severity: Severity
    /// The entry, record or line concerned.
    public let place: String
    public let expected: String?
    public let found: String?

    public init(
        _ code: String,
        _ severity: Severity,
        at place: String,
        expected: String? = nil,
        found: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.expected = expected
        self.found = found
    }
}

extension VerificationFinding: Comparable {
    /// Failures first, then by code, then by place.
    public static func < (a: Self, b: Self) -> Bool {
        if a.severity != b.severity { return a.severity > b.severity }
        return (a.code, a.place, a.found ?? "", a.expected ?? "") < (
            b.code, b.place, b.found ?? "", b.expected ?? ""
        )
    }
}
