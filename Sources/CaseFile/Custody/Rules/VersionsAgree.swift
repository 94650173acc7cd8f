/// An event has one current version. Two records that both claim to be it come of a log that was forked, or of
/// two offices that corrected the same event without knowing of each other.
public enum VersionsAgree: CustodyRule {
    public static let code = "custody.versions-conflict"
    public static let title = "two records are the same version of one event"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.blocker

    static func report(_ step: CustodyStep, _ rival: CustodyStep, _ findings: inout CustodyFindings) {
        findings.report(
            Self.self,
            exhibit: step.exhibit,
            event: step.id,
            against: rival.id,
            expected: nil,
            found: .number(Int(step.version)),
            .time(CustodyTime(microseconds: step.recordedAt)),
            .time(CustodyTime(microseconds: rival.recordedAt))
        )
    }
}
