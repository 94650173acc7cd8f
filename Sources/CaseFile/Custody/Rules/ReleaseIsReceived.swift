/// What goes out comes in: a release without a receipt, for longer than a journey takes, is a gap.
public enum ReleaseIsReceived: CustodyChainRule {
    public static let code = "custody.transfer-not-received"
    public static let title = "sent and never received"
    public static let basis: [CustodyBasis] = [.transferPoints, .kattavellai]
    public static let severity = CustodySeverity.blocker

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        guard let transfer = chain.end.transfer, limits.age(of: transfer.since) > limits.deliverWithin else {
            return
        }
        // A part that was taken on the way arrives, or does not, with what it was taken from.
        guard let position = chain.steps.lastIndex(where: { $0.id == transfer.since.event }) else { return }
        findings.report(
            Self.self,
            chain,
            at: position,
            isOutstanding: true,
            expected: .event(.transferIn),
            .person(transfer.receiver),
            found: .microseconds(limits.age(of: transfer.since))
        )
    }
}
