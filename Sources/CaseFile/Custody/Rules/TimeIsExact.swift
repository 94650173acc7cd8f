/// A custody event has a date and a time. "On the 14th" leaves a day in which anything can have happened.
public enum TimeIsExact: CustodyStepRule {
    public static let code = "custody.time-not-exact"
    public static let title = "the time is known only roughly"
    public static let basis: [CustodyBasis] = [.nist, .iso27037]
    public static let severity = CustodySeverity.warning

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard !point.step.at.isInstant || point.step.states(.approximateTime) else { return }
        findings.report(Self.self, point, expected: .field("at"), found: .time(point.step.at))
    }
}
