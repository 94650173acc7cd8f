/// Nothing happened tomorrow. Systems that accept a future date exist; their registers prove nothing.
public enum NotInTheFuture: CustodyStepRule {
    public static let code = "custody.in-the-future"
    public static let title = "dated in the future"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker
    static let looksPastTheEnd = true

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let limit = point.limits.now + point.limits.clockTolerance
        let recordedAt = CustodyTime(microseconds: point.step.recordedAt, zone: point.step.at.zone)
        let latest = point.step.at.earliest > limit ? point.step.at : recordedAt
        guard latest.earliest > limit else { return }
        findings.report(
            Self.self,
            point,
            expected: .time(CustodyTime(microseconds: point.limits.now, zone: point.step.at.zone)),
            found: .time(latest)
        )
    }
}
