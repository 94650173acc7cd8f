/// A seal without a number or mark cannot be told from another.
public enum SealIsNumbered: CustodyStepRule {
    public static let code = "custody.seal-not-numbered"
    public static let title = "does not say which seal"
    public static let basis: [CustodyBasis] = [.kattavellai, .jaiChand]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seal, .unseal, .reseal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let isUnsealing = point.step.event == .unseal
        guard !(isUnsealing ? point.step.sealBefore : point.step.sealAfter).isStated else { return }
        findings.report(
            Self.self,
            point,
            expected: .field(isUnsealing ? "sealBefore" : "sealAfter"),
            found: nil
        )
    }
}
