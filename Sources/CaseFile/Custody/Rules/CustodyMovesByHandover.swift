/// Sealing, opening, examining, copying and splitting do not change hands: a handover is an event of its own.
public enum CustodyMovesByHandover: CustodyStepRule {
    public static let code = "custody.moved-without-handover"
    public static let title = "in someone else's hands without a handover"
    public static let basis: [CustodyBasis] = [.kattavellai, .transferPoints]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.treatments

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.receivedBy.contradicts(point.before.custodian) else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.custodySince?.event,
            expected: .party(point.before.custodian),
            found: .party(point.step.receivedBy)
        )
    }
}
