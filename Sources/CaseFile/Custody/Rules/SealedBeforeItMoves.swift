/// What can be sealed is sealed before it leaves the hands of the one who took it.
public enum SealedBeforeItMoves: CustodyStepRule {
    public static let code = "custody.moved-unsealed"
    public static let title = "sent or stored without a seal"
    public static let basis: [CustodyBasis] = [.kattavellai, .jaiChand]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.transferOut, .deposit]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.exhibit.isSealable, point.before.closure != .sealed,
            !point.step.sealBefore.isStated, !point.step.sealAfter.isStated
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event ?? point.before.begun?.event,
            expected: .event(point.before.closure == .opened ? .reseal : .seal),
            found: .event(point.step.event)
        )
    }
}
