/// A late entry says why it is late.
public enum LateEntryIsExplained: CustodyStepRule {
    public static let code = "custody.late-entry-unexplained"
    public static let title = "recorded long after it happened, without a reason"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning
    static let looksPastTheEnd = true

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let delay = LateEntryIsShown.delay(point), !LateEntryIsShown.isExplained(point.step) else {
            return
        }
        findings.report(
            Self.self,
            point,
            expected: .microseconds(point.limits.recordWithin),
            .field("latenessReason"),
            found: .microseconds(delay)
        )
    }
}
