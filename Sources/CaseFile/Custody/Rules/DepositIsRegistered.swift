/// A deposit names its line in the store's register (malkhana register), which the court will call for.
public enum DepositIsRegistered: CustodyStepRule {
    public static let code = "custody.deposit-not-registered"
    public static let title = "deposited without a register entry"
    public static let basis: [CustodyBasis] = [.jaiChand]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.deposit]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard !point.step.states(.authority), !point.step.states(.document) else { return }
        findings.report(Self.self, point, expected: .field("authority"), .field("document"), found: nil)
    }
}
