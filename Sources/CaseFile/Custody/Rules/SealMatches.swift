/// The seal found on a thing is the seal last put on it.
public enum SealMatches: CustodyStepRule {
    public static let code = "custody.seal-differs"
    public static let title = "the seal found on it is not the one last put on it"
    public static let basis: [CustodyBasis] = [.jaiChand, .kattavellai]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting(.beginnings)

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.sealBefore.isStated, point.before.begun != nil else { return }
        let isAsItShouldBe =
            point.before.closure == .sealed
            && (point.step.sealBefore == point.before.seal || !point.before.seal.isStated)
        guard !isAsItShouldBe else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .seal(point.before.seal),
            found: .seal(point.step.sealBefore)
        )
    }
}
