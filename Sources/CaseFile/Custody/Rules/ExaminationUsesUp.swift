/// A laboratory may use up some of a sample; how much, and whether enough is left for a second opinion, will
/// be asked.
public enum ExaminationUsesUp: CustodyStepRule {
    public static let code = "custody.quantity-used-up"
    public static let title = "part of it was used up in the examination"
    public static let basis: [CustodyBasis] = [.iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.examine]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let (before, after) = (point.before.quantity, point.step.quantity)
        guard before.isStated, after.isStated, before.unit == after.unit,
            after.millionths < before.millionths
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.quantitySince?.event,
            expected: .quantity(before),
            found: .quantity(after)
        )
    }
}
