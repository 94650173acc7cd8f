/// A register is written in the order of time: by its numbers where all lines are numbered in
/// one register, else as it was logged.
///
/// A line that goes back says why (a late entry with its reason), or is the report of another agency, which is
/// entered when it is heard of.
public enum TimeRunsForward: CustodyChainRule {
    public static let code = "custody.time-ran-back"
    public static let title = "entered after an event that is later than it"
    public static let basis: [CustodyBasis] = [.kattavellai, .continuity]
    public static let severity = CustodySeverity.blocker

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        let isNumbered = CustodyOrder.isNumbered(chain.steps)
        func entry(_ step: CustodyStep) -> UInt32 { isNumbered ? step.sequence : step.logIndex }
        if zip(chain.steps, chain.steps.dropFirst()).allSatisfy({ entry($0) <= entry($1) }) { return }
        // Where a correction came without its first version, its place in the log says nothing.
        let asEntered = chain.steps.indices
            .filter { isNumbered || !chain.steps[$0].states(.firstVersionUnknown) }
            .sorted { (entry(chain.steps[$0]), $0) < (entry(chain.steps[$1]), $1) }
        var latest = asEntered.first ?? 0
        for position in asEntered {
            let step = chain.steps[position]
            if step.at.isSurelyBefore(chain.steps[latest].at), !isExplained(step, isNumbered) {
                findings.report(
                    Self.self,
                    chain,
                    at: position,
                    against: chain.steps[latest].id,
                    expected: .time(chain.steps[latest].at),
                    found: .time(step.at)
                )
            }
            if chain.steps[latest].at.earliest < step.at.earliest { latest = position }
        }
    }

    private static func isExplained(_ step: CustodyStep, _ isNumbered: Bool) -> Bool {
        step.states(.latenessReason) || !isNumbered && step.states(.reported)
    }
}
