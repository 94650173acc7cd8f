/// The parts and what stays are together what was there.
public enum SplitKeepsQuantity: CustodyStepRule {
    public static let code = "custody.split-not-conserved"
    public static let title = "the parts and the rest are not what was there"
    public static let basis: [CustodyBasis] = [.kattavellai, .continuity]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.split]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let before = point.before.quantity
        let parts = CustodyPoint.quantity(of: point.parts)
        guard before.isStated, parts.isStated, before.unit == parts.unit else { return }
        // Where the rest is not stated, the parts cannot be more than there was.
        let together = point.step.quantity.isStated ? parts.plus(point.step.quantity) : parts
        let isConserved =
            point.step.quantity.isStated
            ? together.millionths == before.millionths : together.millionths <= before.millionths
        guard together.isStated, !isConserved else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.quantitySince?.event,
            expected: .quantity(before),
            found: .quantity(together)
        )
    }
}
