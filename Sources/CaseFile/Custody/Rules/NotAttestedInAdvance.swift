/// A form that was signed before the event was signed blank.
public enum NotAttestedInAdvance: CustodyStepRule {
    public static let code = "custody.attested-in-advance"
    public static let title = "signed before it happened"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.states(.attestedInAdvance) else { return }
        findings.report(Self.self, point, expected: .time(point.step.at), found: .field("at"))
    }
}
