/// As much arrives as left: counts that disagree between memo, exhibit and laboratory end cases.
public enum QuantityIsKept: CustodyStepRule {
    public static let code = "custody.quantity-differs"
    public static let title = "not as much as before"
    public static let basis: [CustodyBasis] = [.kattavellai, .continuity]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting([.split])

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let (before, after) = (point.before.quantity, point.step.quantity)
        guard before.isStated, after.isStated, before.unit == after.unit,
            before.millionths != after.millionths
        else { return }
        if point.step.event == .examine, after.millionths < before.millionths { return }
        findings.report(
            Self.self,
            point,
            against: point.before.quantitySince?.event,
            expected: .quantity(before),
            found: .quantity(after)
        )
    }
}
