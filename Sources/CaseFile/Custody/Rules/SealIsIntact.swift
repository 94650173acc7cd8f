/// A broken seal proves nothing about what is behind it.
public enum SealIsIntact: CustodyStepRule {
    public static let code = "custody.seal-broken"
    public static let title = "the seal was not intact"
    public static let basis: [CustodyBasis] = [.jaiChand, .kattavellai]
    public static let severity = CustodySeverity.blocker

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.states(.sealBroken) else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .seal(point.before.seal),
            found: .field("sealIntact")
        )
    }
}
