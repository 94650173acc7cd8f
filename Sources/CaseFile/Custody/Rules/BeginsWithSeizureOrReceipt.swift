/// A chain begins with a seizure or a receipt; a part's or a copy's, with the split or the copy that it came of.
///
/// Without one nobody can say where the thing comes from, and everything after hangs in the air.
public enum BeginsWithSeizureOrReceipt: CustodyChainRule {
    public static let code = "custody.no-beginning"
    public static let title = "no seizure or receipt begins its chain"
    public static let basis: [CustodyBasis] = [.kattavellai, .iso27037]
    public static let severity = CustodySeverity.blocker

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        if chain.hasBeginning { return }
        let isPart = chain.exhibit.parent != nil
        findings.report(
            Self.self,
            chain,
            at: chain.steps.isEmpty ? nil : 0,
            isOutstanding: chain.steps.isEmpty,
            expected: .event(isPart ? .split : .seize),
            isPart ? .event(.copy) : .event(.receive),
            found: chain.steps.first.map { .event($0.event) }
        )
    }
}
