/// A part's line of parents ends in an exhibit of the case.
public enum ParentageIsSound: CustodyRule {
    public static let code = "custody.parent-unknown"
    public static let title = "its line of parents leads nowhere, or back to itself"
    public static let basis: [CustodyBasis] = [.caseOntology]
    public static let severity = CustodySeverity.blocker

    static func report(_ exhibit: CustodyExhibit, _ findings: inout CustodyFindings) {
        findings.report(
            Self.self,
            exhibit: exhibit.id,
            expected: nil,
            found: exhibit.parent.map { .exhibit($0) }
        )
    }
}
