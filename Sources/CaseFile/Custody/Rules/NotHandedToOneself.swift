/// Two sides attest a handover; one person on both sides is no check on anybody.
public enum NotHandedToOneself: CustodyStepRule {
    public static let code = "custody.handed-to-oneself"
    public static let title = "released and received by the same person"
    public static let basis: [CustodyBasis] = [.transferPoints]
    public static let severity = CustodySeverity.warning
    static let kinds = CustodyKinds.handovers

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.releasedBy.isStated, point.step.releasedBy == point.step.receivedBy else { return }
        findings.report(Self.self, point, expected: nil, found: .person(point.step.releasedBy))
    }
}
