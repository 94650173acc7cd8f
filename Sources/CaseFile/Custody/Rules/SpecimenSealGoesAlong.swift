/// A laboratory can only say that the seal is the right one when it has an impression to hold it against.
public enum SpecimenSealGoesAlong: CustodyStepRule {
    public static let code = "custody.no-specimen-seal"
    public static let title = "sent without a specimen impression of its seal"
    public static let basis: [CustodyBasis] = [.jaiChand]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.transferOut]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.closure == .sealed, !point.before.hasSpecimen,
            !point.step.states(.specimenSeal)
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .field("specimenSeal"),
            found: .seal(point.before.seal)
        )
    }
}
