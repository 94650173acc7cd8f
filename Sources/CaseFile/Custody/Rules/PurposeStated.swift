/// Each event says what for.
public enum PurposeStated: CustodyStepRule {
    public static let code = "custody.purpose-not-stated"
    public static let title = "does not say what for"
    public static let basis: [CustodyBasis] = [.nist, .iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.transferOut, .withdraw, .unseal, .examine, .copy, .split, .produce]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard !point.step.states(.purpose) else { return }
        findings.report(Self.self, point, expected: .field("purpose"), found: nil)
    }
}
