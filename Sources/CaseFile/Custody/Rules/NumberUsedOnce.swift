/// Of one exhibit, each line of a register has its own number.
public enum NumberUsedOnce: CustodyChainRule {
    public static let code = "custody.number-used-twice"
    public static let title = "two events with the same number"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        for lines in chain.numberedSteps {
            for (earlier, later) in zip(lines, lines.dropFirst())
            where chain.steps[earlier].sequence == chain.steps[later].sequence {
                findings.report(
                    Self.self,
                    chain,
                    at: later,
                    against: chain.steps[earlier].id,
                    expected: nil,
                    found: .number(Int(chain.steps[later].sequence))
                )
            }
        }
    }
}
