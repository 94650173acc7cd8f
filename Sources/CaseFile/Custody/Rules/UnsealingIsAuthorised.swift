/// A sealed packet is not opened without leave; during trial, the court's.
public enum UnsealingIsAuthorised: CustodyStepRule {
    public static let code = "custody.unsealed-without-authority"
    public static let title = "unsealed without an authority"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.unseal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard !point.step.states(.authority) else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .field("authority"),
            found: nil
        )
    }
}
