/// Each handover names who let go and who took: "each person who handled the evidence".
public enum BothSidesStated: CustodyStepRule {
    public static let code = "custody.side-not-stated"
    public static let title = "a handover that does not say by whom or to whom"
    public static let basis: [CustodyBasis] = [.nist, .iso27037]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.handovers.union(.beginnings).union([.dispose, .produce])

    private static let released: CustodyKinds = [
        .transferOut, .deposit, .withdraw, .return, .dispose, .produce,
    ]
    private static let received: CustodyKinds = [
        .seize, .receive, .transferOut, .transferIn, .deposit, .withdraw, .return,
    ]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let lacksReleaser = released.contains(point.step.event) && !point.step.releasedBy.isStated
        let lacksReceiver = received.contains(point.step.event) && !point.step.receivedBy.isStated
        guard lacksReleaser || lacksReceiver else { return }
        findings.report(
            Self.self,
            point,
            expected: lacksReleaser ? .field("releasedBy") : nil,
            lacksReceiver ? .field("receivedBy") : nil,
            found: nil
        )
    }
}
