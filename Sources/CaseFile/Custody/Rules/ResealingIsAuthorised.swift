/// A packet that was opened, in a laboratory or elsewhere, is not sealed again without leave.
public enum ResealingIsAuthorised: CustodyStepRule {
    public static let code = "custody.resealed-without-authority"
    public static let title = "resealed without an authority"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.seal, .reseal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let isAgain = point.step.event == .reseal || point.before.closure == .opened
        guard isAgain, !point.step.states(.authority) else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .field("authority"),
            found: nil
        )
    }
}
