/// A number that is missing is a line that somebody took out, or a page that was not produced.
///
/// Registers number either the events of each exhibit or their own lines for all exhibits. Only where an exhibit's
/// numbers begin with 1 are they its own, and none may be missing.
public enum NumbersRunOn: CustodyChainRule {
    public static let code = "custody.number-missing"
    public static let title = "a number is missing before it"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        for lines in chain.numberedSteps where chain.steps[lines[0]].sequence == 1 {
            for (earlier, later) in zip(lines, lines.dropFirst())
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
}
