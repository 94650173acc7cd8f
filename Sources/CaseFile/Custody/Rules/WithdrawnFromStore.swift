/// Only what was deposited can be withdrawn; otherwise the store's register is silent about how it came in.
public enum WithdrawnFromStore: CustodyStepRule {
    public static let code = "custody.withdrawn-but-not-deposited"
    public static let title = "withdrawn from a store that it was not deposited in"
    public static let basis: [CustodyBasis] = [.jaiChand, .iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.withdraw]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.phase == .held, !point.before.isStored else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.custodySince?.event,
            expected: .event(.deposit),
            found: .event(.withdraw)
        )
    }
}
