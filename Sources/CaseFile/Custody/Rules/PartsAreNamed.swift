/// A split or a copy names what came of it.
public enum PartsAreNamed: CustodyStepRule {
    public static let code = "custody.part-not-named"
    public static let title = "split or copied without naming what came of it"
    public static let basis: [CustodyBasis] = [.iso27037, .caseOntology]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.divisions

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.parts.isEmpty else { return }
        findings.report(Self.self, point, expected: .field("part"), found: nil)
    }
}
