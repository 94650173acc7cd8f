/// Why it was checked out and under what authority.
public enum WithdrawalIsAuthorised: CustodyStepRule {
    public static let code = "custody.withdrawn-without-authority"
    public static let title = "taken out of the store without an authority"
    public static let basis: [CustodyBasis] = [.iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.withdraw]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard !point.step.states(.authority) else { return }
        findings.report(Self.self, point, expected: .field("authority"), found: nil)
    }
}
