/// Only the one who has a thing can let go of it.
///
/// What comes out of a transfer may be handed over by the sender or by the carrier.
public enum ReleasedByCustodian: CustodyStepRule {
    public static let code = "custody.releaser-not-custodian"
    public static let title = "released by someone who did not have it"
    public static let basis: [CustodyBasis] = [.kattavellai, .nist]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting(.beginnings)

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.releasedBy.contradicts(point.before.custodian),
            point.step.releasedBy != point.before.transfer?.carrier
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.custodySince?.event,
            expected: .person(point.before.custodian),
            found: .person(point.step.releasedBy)
        )
    }
}
