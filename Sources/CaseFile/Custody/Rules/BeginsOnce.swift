/// A thing is seized or received once: a second beginning is another thing, or the same one lost and found.
public enum BeginsOnce: CustodyStepRule, CustodyChainRule {
    public static let code = "custody.begins-twice"
    public static let title = "its chain begins a second time"
    public static let basis: [CustodyBasis] = [.kattavellai, .continuity]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.beginnings

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let begun = point.before.begun else { return }
        findings.report(
            Self.self,
            point,
            against: begun.event,
            expected: nil,
            found: .event(point.step.event)
        )
    }

    /// A part that two splits claim to have made.
    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        for second in chain.births.dropFirst() {
            findings.report(
                Self.self,
                exhibit: chain.exhibit.id,
                event: second.event,
                against: chain.births[0].event,
                expected: nil,
                found: .time(second.at)
            )
        }
    }
}
