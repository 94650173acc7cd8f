/// A late entry is flagged, never hidden, however good its reason.
public enum LateEntryIsShown: CustodyStepRule {
    public static let code = "custody.late-entry"
    public static let title = "recorded long after it happened, with the reason"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning
    static let looksPastTheEnd = true

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let delay = delay(point), isExplained(point.step) else { return }
        findings.report(
            Self.self,
            point,
            expected: .microseconds(point.limits.recordWithin),
            found: .microseconds(delay)
        )
    }

    /// How late it was recorded; nil where it is in time, or where that cannot be told.
    static func delay(_ point: CustodyPoint) -> Int64? {
        let delay = point.step.recordedAt - point.step.at.latest
        guard delay > point.limits.recordWithin, !point.step.states(.firstVersionUnknown) else { return nil }
        return delay
    }

    /// It says why, or it is the report of another agency, which comes when it comes.
    static func isExplained(_ step: CustodyStep) -> Bool {
        step.states(.latenessReason) || step.states(.reported)
    }
}
