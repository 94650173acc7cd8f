public import CaseFile

internal import Leaks

/// What a scan searched and found, and what is decided of it.
public struct LeakReport: Sendable {
    /// The edition that it was made for; nil: the whole case.
    public let edition: String?
    public let at: Moment
    /// All that was found, decided or not, in order.
    public let findings: [LeakFinding]
    /// By the finding: what stands of it.
    public let decisions: [String: Decision.Action]
    /// How many findings were answered by taking what they were in out of the edition, by what was done.
    public let removed: [Decision.Action: Int]
    public let searched: Searched

    /// How much was looked at.
    public struct Searched: Hashable, Sendable {
        /// Terms that were looked for.
        public var terms = 0
        public var records = 0
        public var files = 0
        /// Files within files, at every depth.
        public var parts = 0
        /// Bytes of text, of records and files.
        public var bytes = 0
        public var tools: [String: String] = [:]
    }

    /// Those that nobody has decided.
    public var open: [LeakFinding] { findings.filter { decisions[$0.id] == nil } }
}
