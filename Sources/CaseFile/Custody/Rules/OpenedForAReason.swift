/// What was opened and closed again without anything done to it was repacked, and nobody says why.
public enum OpenedForAReason: CustodyStepRule {
    public static let code = "custody.opened-for-nothing"
    public static let title = "opened and sealed again, with nothing recorded in between"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seal, .reseal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.closure == .opened, !point.before.isTreatedSinceOpening else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .event(.examine),
            .event(.copy),
            .event(.split),
            .event(.produce),
            found: nil
        )
    }
}
