/// Sealing, opening, examining, copying and splitting leave a thing in the same hands: a handover is an event of
/// its own.
///
/// Somebody else may do it by the custodian's leave, who is then named as the one who let it out of hand.
public enum CustodyMovesByHandover: CustodyStepRule {
    public static let code = "custody.moved-without-handover"
    public static let title = "in someone else's hands without a handover"
    public static let basis: [CustodyBasis] = [.kattavellai, .transferPoints]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.treatments

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.receivedBy.contradicts(point.before.custodian), !point.step.releasedBy.isStated
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.custodySince?.event,
            expected: .person(point.before.custodian),
            found: .person(point.step.receivedBy)
        )
    }
}
