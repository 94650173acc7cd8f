/// What was opened is closed again.
public enum NotLeftOpen: CustodyChainRule {
    public static let code = "custody.left-open"
    public static let title = "opened and not sealed again"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        guard chain.end.phase == .held, chain.end.closure == .opened, let since = chain.end.closureSince,
            limits.age(of: since) > limits.closeWithin
        else { return }
        findings.report(
            Self.self,
            chain,
            against: since.event,
            isOutstanding: true,
            expected: .event(.reseal),
            found: .microseconds(limits.age(of: since))
        )
    }
}
