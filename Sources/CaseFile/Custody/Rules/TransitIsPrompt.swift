/// A long way takes a reason: what happened in between is the defence's to suggest.
public enum TransitIsPrompt: CustodyStepRule {
    public static let code = "custody.long-in-transit"
    public static let title = "long on its way"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.transferIn]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let transfer = point.before.transfer else { return }
        let time = point.step.at.earliest - transfer.since.at.latest
        guard time > point.limits.deliverWithin else { return }
        findings.report(
            Self.self,
            point,
            against: transfer.since.event,
            expected: .microseconds(point.limits.deliverWithin),
            found: .microseconds(time)
        )
    }
}
