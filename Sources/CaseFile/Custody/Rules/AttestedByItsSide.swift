/// The releaser signs for the release and the receiver for the receipt, not somebody else for them.
public enum AttestedByItsSide: CustodyStepRule {
    public static let code = "custody.attested-by-another"
    public static let title = "signed by another than the one whose side it is"
    public static let basis: [CustodyBasis] = [.kattavellai, .transferPoints]
    public static let severity = CustodySeverity.warning

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.states(.attestedByAnother) else { return }
        findings.report(
            Self.self,
            point,
            expected: .person(point.step.releasedBy),
            .person(point.step.receivedBy),
            found: .field("signatory")
        )
    }
}
