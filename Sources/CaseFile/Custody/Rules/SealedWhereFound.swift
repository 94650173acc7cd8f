/// A thing is packed and sealed where it is found, before it can be mixed up or added to.
public enum SealedWhereFound: CustodyStepRule {
    public static let code = "custody.sealed-late"
    public static let title = "sealed long after it was taken"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let begun = point.before.begun, point.before.closure == .unsealed else { return }
        let time = point.step.at.earliest - begun.at.latest
        guard time > point.limits.sealWithin else { return }
        findings.report(
            Self.self,
            point,
            against: begun.event,
            expected: .microseconds(point.limits.sealWithin),
            found: .microseconds(time)
        )
    }
}
