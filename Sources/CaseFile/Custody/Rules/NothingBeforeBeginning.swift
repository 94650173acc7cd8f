/// Nobody can seal, send or examine what has not been taken yet.
public enum NothingBeforeBeginning: CustodyStepRule {
    public static let code = "custody.before-beginning"
    public static let title = "handled before it was seized, received or made"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting(.beginnings)

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        if let birth = point.birth {
            guard point.step.at.isSurelyBefore(birth.at) else { return }
            findings.report(
                Self.self,
                point,
                against: birth.event,
                expected: .time(birth.at),
                found: .time(point.step.at)
            )
        } else if point.before.begun == nil, point.hasBeginning {
            findings.report(
                Self.self,
                point,
                expected: .event(.seize),
                .event(.receive),
                found: .event(point.step.event)
            )
        }
    }
}
