/// What comes in went out before: a receipt without a release is two custodians at once.
public enum ReceivedAfterRelease: CustodyStepRule {
    public static let code = "custody.received-without-release"
    public static let title = "received while someone else had it and had not released it"
    public static let basis: [CustodyBasis] = [.transferPoints, .kattavellai]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.transferIn]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.phase == .held else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.custodySince?.event,
            expected: .event(.transferOut),
            found: .person(point.before.custodian)
        )
    }
}
