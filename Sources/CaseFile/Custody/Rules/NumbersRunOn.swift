/// A number that is missing is a line that somebody took out, or a page that was not produced.
public enum NumbersRunOn: CustodyChainRule {
    public static let code = "custody.number-missing"
    public static let title = "a number is missing before it"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        for (earlier, later) in chain.numberedNeighbours
        where chain.steps[later].sequence > chain.steps[earlier].sequence + 1 {
            findings.report(
                Self.self,
                chain,
                at: later,
                against: chain.steps[earlier].id,
                expected: .number(Int(chain.steps[earlier].sequence) + 1),
                found: .number(Int(chain.steps[later].sequence))
            )
        }
    }
}
