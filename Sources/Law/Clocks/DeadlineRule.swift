internal import XML

/// A statutory clock as the pack has it; its expressions are compiled, not kept.
public struct DeadlineRule: Hashable, Sendable {
    public let code: String
    public let title: LocalizedText
    public let law: [Citation]
    public let period: ClockPeriod
    /// Whether the day from which days are counted is the first of them.
    public let firstDayCounts: Bool
    /// Of a missed one.
    public let severity: Severity
    public let mender: String
    public let confidence: Confidence
    public let remedy: LocalizedText
    public let note: LocalizedText
    /// Where it stands in its file.
    public let line: Int

    init?(_ node: DocumentNode) {
        guard let within = node.first("within"), let period = ClockPeriod(within.attribute("period") ?? "")
        else { return nil }
        self.period = period
        firstDayCounts = ["true", "1"].contains(within.attribute("first-day-counts"))
        code = node.code
        title = node.texts("title")
        law = node.citations
        severity = node.attribute("severity").flatMap(Severity.init(rawValue:)) ?? .warning
        mender = node.attribute("mender") ?? ""
        confidence = node.confidence ?? .memory
        remedy = node.texts("remedy")
        note = node.texts("note")
        line = node.line
    }
}
