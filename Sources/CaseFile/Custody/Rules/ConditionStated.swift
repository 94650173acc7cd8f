/// What has no seal is known again by its condition, which whoever takes it writes down. Data has its digest.
public enum ConditionStated: CustodyStepRule {
    public static let code = "custody.condition-not-stated"
    public static let title = "taken over without saying in what condition"
    public static let basis: [CustodyBasis] = [.iso27037, .jaiChand]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.transferIn, .deposit, .return]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.exhibit.form != .data, point.before.closure != .sealed, !point.step.sealAfter.isStated,
            !point.step.states(.condition)
        else { return }
        findings.report(Self.self, point, expected: .field("condition"), found: nil)
    }
}
