/// A part says that it is a part of this exhibit, and not of another.
public enum PartsBelong: CustodyStepRule {
    public static let code = "custody.part-of-another"
    public static let title = "the part's own record names another parent"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.divisions

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        for part in point.parts {
            guard let exhibit = part.exhibit, exhibit.parent != point.exhibit.id else { continue }
            findings.report(
                Self.self,
                point,
                expected: .exhibit(point.exhibit.id),
                found: .exhibit(part.id),
                exhibit.parent.map { .exhibit($0) }
            )
        }
    }
}
