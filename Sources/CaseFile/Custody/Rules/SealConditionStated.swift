/// At every handover, and when it is opened, somebody says that the seal was intact.
///
/// In Jai Chand nobody had, from the store-room to the laboratory, and the conviction fell.
public enum SealConditionStated: CustodyStepRule {
    public static let code = "custody.seal-condition-not-stated"
    public static let title = "does not say whether the seal was intact"
    public static let basis: [CustodyBasis] = [.jaiChand]
    public static let severity = CustodySeverity.warning
    static let kinds = CustodyKinds.handovers.union([.unseal, .produce])

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.closure == .sealed, !point.step.states(.sealIntact),
            !point.step.states(.sealBroken)
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .field("sealIntact"),
            found: nil
        )
    }
}
