/// What an officer takes goes into the store-room (malkhana) or on to somebody else; an exhibit that stays in a
/// drawer is one whose keeping nobody can prove.
public enum HeldInStore: CustodyStepRule, CustodyChainRule {
    public static let code = "custody.not-deposited"
    public static let title = "kept by the officer who took it, and not deposited"
    public static let basis: [CustodyBasis] = [.kattavellai, .jaiChand]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.deposit, .transferOut, .produce, .return, .dispose]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let since = point.before.awaitingStore, point.exhibit.form != .data else { return }
        let time = point.step.at.earliest - since.at.latest
        guard time > point.limits.depositWithin else { return }
        findings.report(
            Self.self,
            point,
            against: since.event,
            expected: .microseconds(point.limits.depositWithin),
            found: .microseconds(time)
        )
    }

    /// It is with that officer still.
    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        guard let since = chain.end.awaitingStore, chain.exhibit.form != .data,
            limits.age(of: since) > limits.depositWithin
        else { return }
        findings.report(
            Self.self,
            chain,
            against: since.event,
            isOutstanding: true,
            expected: .event(.deposit),
            found: .microseconds(limits.age(of: since))
        )
    }
}
