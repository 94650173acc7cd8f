/// It arrives with the one whom the release names.
public enum ReceivedByNamedReceiver: CustodyStepRule {
    public static let code = "custody.received-by-another"
    public static let title = "received by another than the release names"
    public static let basis: [CustodyBasis] = [.transferPoints]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.transferIn]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let transfer = point.before.transfer, point.step.receivedBy.contradicts(transfer.receiver)
        else {
            return
        }
        findings.report(
            Self.self,
            point,
            against: transfer.since.event,
            expected: .person(transfer.receiver),
            found: .person(point.step.receivedBy)
        )
    }
}
