/// Who lets go signs, and who takes signs. Of a transfer each side signs its own half; the person from whom
/// something is seized may refuse.
public enum BothSidesAttest: CustodyStepRule {
    public static let code = "custody.attestation-missing"
    public static let title = "a side has not attested it"
    public static let basis: [CustodyBasis] = [.kattavellai, .transferPoints]
    public static let severity = CustodySeverity.warning
    static let kinds = CustodyKinds.handovers.union(.beginnings).union([.produce, .dispose])

    private static let released: CustodyKinds = [
        .transferOut, .deposit, .withdraw, .return, .dispose, .produce,
    ]
    private static let received: CustodyKinds = [.seize, .receive, .transferIn, .deposit, .withdraw, .return]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let lacksReleaser =
            released.contains(point.step.event) && !point.step.states(.releasedAttestation)
        let lacksReceiver =
            received.contains(point.step.event) && !point.step.states(.receivedAttestation)
        guard lacksReleaser || lacksReceiver else { return }
        findings.report(
            Self.self,
            point,
            expected: lacksReleaser ? .field("releasedAttestation") : nil,
            lacksReceiver ? .field("receivedAttestation") : nil,
            found: nil
        )
    }
}
