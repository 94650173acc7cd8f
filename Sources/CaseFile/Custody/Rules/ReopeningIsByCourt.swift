/// Once a laboratory has examined it, a packet is closed, opened and closed again only by leave of the trial court.
///
/// For the first opening, in the laboratory, the requisition is enough.
public enum ReopeningIsByCourt: CustodyStepRule {
    public static let code = "custody.reopened-without-court-leave"
    public static let title = "resealed or opened again after examination without leave of a court"
    public static let basis: [CustodyBasis] = [.kattavellai]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seal, .unseal, .reseal]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.before.isExamined, point.before.closure != .unsealed, point.step.states(.authority),
            !point.step.states(.courtOrder)
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .authority(.courtOrder),
            found: .field("authority")
        )
    }
}
