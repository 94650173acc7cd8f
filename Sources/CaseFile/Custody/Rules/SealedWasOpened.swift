/// What is examined, copied or split was opened first, and the opening is on record.
public enum SealedWasOpened: CustodyStepRule {
    public static let code = "custody.handled-while-sealed"
    public static let title = "examined, copied or split while it was under seal"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.handling

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.closure == .sealed else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .event(.unseal),
            found: .event(point.step.event)
        )
    }
}
