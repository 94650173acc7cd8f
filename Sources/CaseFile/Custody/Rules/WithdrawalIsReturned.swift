/// What leaves the store comes back, or goes on to somebody who signs for it.
public enum WithdrawalIsReturned: CustodyChainRule {
    public static let code = "custody.withdrawal-not-returned"
    public static let title = "taken out of the store and not brought back"
    public static let basis: [CustodyBasis] = [.jaiChand, .iso27037]
    public static let severity = CustodySeverity.warning

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        guard let since = chain.end.withdrawn, limits.age(of: since) > limits.bringBackWithin else { return }
        findings.report(
            Self.self,
            chain,
            against: since.event,
            isOutstanding: true,
            expected: .event(.deposit),
            .event(.transferOut),
            found: .microseconds(limits.age(of: since))
        )
    }
}
