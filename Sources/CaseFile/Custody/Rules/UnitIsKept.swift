/// What is counted in pieces is not weighed later: the two cannot be compared.
public enum UnitIsKept: CustodyStepRule {
    public static let code = "custody.unit-differs"
    public static let title = "measured in another unit than before"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.warning

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.quantity.isStated, point.step.quantity.isStated,
            point.before.quantity.unit != point.step.quantity.unit
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.quantitySince?.event,
            expected: .quantity(point.before.quantity),
            found: .quantity(point.step.quantity)
        )
    }
}
