/// Only what is sealed can be unsealed: otherwise a sealing is missing from the register.
public enum UnsealsWhatWasSealed: CustodyStepRule {
    public static let code = "custody.unsealed-but-not-sealed"
    public static let title = "unsealed although no sealing is recorded"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.unseal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.begun != nil, point.before.closure != .sealed else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .event(point.before.closure == .opened ? .reseal : .seal),
            found: .event(.unseal)
        )
    }
}
