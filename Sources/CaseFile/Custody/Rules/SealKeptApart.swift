/// The seal (the stamp itself) is handed to someone else once it was used: who has both the thing and its seal
/// can open it and close it again unseen.
public enum SealKeptApart: CustodyStepRule {
    public static let code = "custody.seal-kept-by-custodian"
    public static let title = "the seal stayed with the one who has the exhibit"
    public static let basis: [CustodyBasis] = [.jaiChand]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seize, .receive, .seal, .reseal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let isBeginning = CustodyKinds.beginnings.contains(point.step.event)
        let custodian = isBeginning ? point.step.receivedBy : point.before.custodian
        guard point.step.sealHolder.isStated, point.step.sealHolder == custodian else { return }
        findings.report(Self.self, point, expected: nil, found: .person(custodian))
    }
}
