/// An event is one of an exhibit of the case.
public enum ExhibitExists: CustodyRule {
    public static let code = "custody.exhibit-unknown"
    public static let title = "an event of an exhibit that this case does not have"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker

    static func report(_ step: CustodyStep, _ findings: inout CustodyFindings) {
        findings.report(
            Self.self,
            exhibit: step.exhibit,
            event: step.id,
            expected: nil,
            found: .event(step.event)
        )
    }
}
