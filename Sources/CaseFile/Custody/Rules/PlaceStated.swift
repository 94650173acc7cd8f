/// Whoever takes a thing says where it is then: "storage unstated" is a standing line of defence.
public enum PlaceStated: CustodyStepRule {
    public static let code = "custody.place-not-stated"
    public static let title = "does not say where it was kept"
    public static let basis: [CustodyBasis] = [.kattavellai, .iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seize, .receive, .transferIn, .deposit]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let isWhereFound = point.step.event == .seize && point.step.placeFrom.isStated
        guard !point.step.placeTo.isStated, !isWhereFound else { return }
        findings.report(Self.self, point, expected: .field("placeTo"), found: nil)
    }
}
