/// Between release and receipt a thing is on its way: whoever seals, examines or hands it over then cannot
/// have had it.
public enum NotHandledInTransit: CustodyStepRule {
    public static let code = "custody.handled-in-transit"
    public static let title = "handled after it was sent and before it was received"
    public static let basis: [CustodyBasis] = [.transferPoints, .kattavellai]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting(.beginnings).subtracting([.transferIn])

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let transfer = point.before.transfer else { return }
        findings.report(
            Self.self,
            point,
            against: transfer.since.event,
            expected: .event(.transferIn),
            found: .event(point.step.event)
        )
    }
}
