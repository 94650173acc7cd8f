/// Evidence is given back or destroyed by order, of the court as a rule.
public enum EndIsAuthorised: CustodyStepRule {
    public static let code = "custody.ended-without-authority"
    public static let title = "given back or destroyed without an order"
    public static let basis: [CustodyBasis] = [.bnss497]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.ends

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard !point.step.states(.authority) else { return }
        findings.report(Self.self, point, expected: .field("authority"), found: nil)
    }
}
