/// Evidence is destroyed by order of a court; another authority will have to show the law that allows it.
public enum DisposalIsByCourt: CustodyStepRule {
    public static let code = "custody.disposed-without-court-order"
    public static let title = "destroyed by another authority than a court"
    public static let basis: [CustodyBasis] = [.bnss497]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.dispose]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.states(.authority), !point.step.states(.courtOrder) else { return }
        findings.report(Self.self, point, expected: .authority(.courtOrder), found: .field("authority"))
    }
}
