/// A numbered seal breaks when it is opened; the same number again means that it did not, or that there are two.
public enum SealNotUsedTwice: CustodyChainRule {
    public static let code = "custody.seal-used-twice"
    public static let title = "a seal that had been taken off was put on again"
    public static let basis: [CustodyBasis] = [.jaiChand]
    public static let severity = CustodySeverity.warning

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        guard chain.steps.contains(where: { $0.event == .unseal }) else { return }
        var seal = CustodyTerm.none
        var takenOff: [CustodyTerm: RecordID] = [:]
        for (position, step) in chain.steps.enumerated() {
            if step.event == .unseal {
                takenOff[step.sealBefore.or(seal)] = step.id
                seal = .none
            } else if step.sealAfter.isStated {
                if step.sealAfter != seal, let unsealing = takenOff[step.sealAfter] {
                    findings.report(
                        Self.self,
                        chain,
                        at: position,
                        against: unsealing,
                        expected: nil,
                        found: .seal(step.sealAfter)
                    )
                }
                seal = step.sealAfter
            }
        }
    }
}
