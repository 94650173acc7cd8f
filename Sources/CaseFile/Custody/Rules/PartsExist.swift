/// What came of a split or a copy is an exhibit of the case.
public enum PartsExist: CustodyStepRule {
    public static let code = "custody.part-unknown"
    public static let title = "the part is not an exhibit of this case"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        for part in point.parts where part.exhibit == nil {
            findings.report(Self.self, point, expected: nil, found: .exhibit(part.id))
        }
    }
}
