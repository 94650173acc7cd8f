/// Who hands over or takes is not the witness of it.
public enum WitnessIsIndependent: CustodyStepRule {
    public static let code = "custody.witness-not-independent"
    public static let title = "witnessed only by those who handed it over or took it"
    public static let basis: [CustodyBasis] = [.bnss103]
    public static let severity = CustodySeverity.warning

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.states(.onlySidesWitness) else { return }
        findings.report(
            Self.self,
            point,
            expected: .field("witness"),
            found: .person(point.step.releasedBy),
            .person(point.step.receivedBy)
        )
    }
}
