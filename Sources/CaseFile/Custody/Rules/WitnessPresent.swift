/// Seizure, opening and destruction are seen by somebody who is neither side.
public enum WitnessPresent: CustodyStepRule {
    public static let code = "custody.witness-missing"
    public static let title = "seized, opened or destroyed without a witness"
    public static let basis: [CustodyBasis] = [.bnss103, .kattavellai]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seize, .unseal, .dispose]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard !point.step.states(.witness) else { return }
        findings.report(Self.self, point, expected: .field("witness"), found: nil)
    }
}
