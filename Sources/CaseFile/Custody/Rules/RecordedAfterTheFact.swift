/// Nobody records what has not happened yet: a clock was wrong, or the entry was made up in advance.
public enum RecordedAfterTheFact: CustodyStepRule {
    public static let code = "custody.recorded-before-it-happened"
    public static let title = "recorded before it happened"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker
    static let looksPastTheEnd = true

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.recordedAt + point.limits.clockTolerance < point.step.at.earliest else { return }
        findings.report(
            Self.self,
            point,
            expected: .time(point.step.at),
            found: .time(CustodyTime(microseconds: point.step.recordedAt, zone: point.step.at.zone))
        )
    }
}
