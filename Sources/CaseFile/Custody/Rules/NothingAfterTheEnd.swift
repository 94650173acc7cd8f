/// What was given back or destroyed is gone.
public enum NothingAfterTheEnd: CustodyStepRule {
    public static let code = "custody.after-the-end"
    public static let title = "an event after return or disposal"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker
    static let looksPastTheEnd = true

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let ended = point.before.ended else { return }
        findings.report(
            Self.self,
            point,
            against: ended.event,
            expected: nil,
            found: .event(point.step.event)
        )
    }
}
