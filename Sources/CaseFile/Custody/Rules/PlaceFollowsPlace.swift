/// A thing leaves from where it last arrived, and is treated where it is.
///
/// What arrives from a transfer may say that it comes from where it was sent, or name where it now is.
public enum PlaceFollowsPlace: CustodyStepRule {
    public static let code = "custody.place-differs"
    public static let title = "not at the place where it was last"
    public static let basis: [CustodyBasis] = [.kattavellai, .iso27037]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting(.beginnings)

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        if point.step.event == .transferIn, let transfer = point.before.transfer {
            checkArrival(point, transfer, &findings)
            return
        }
        var claimed = point.step.placeFrom
        if CustodyKinds.treatments.contains(point.step.event) { claimed = claimed.or(point.step.placeTo) }
        guard claimed.contradicts(point.before.place) else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.placeSince?.event,
            expected: .place(point.before.place),
            found: .place(claimed)
        )
    }

    private static func checkArrival(
        _ point: CustodyPoint,
        _ transfer: CustodyState.Transfer,
        _ findings: inout CustodyFindings
    ) {
        let (from, to) = (point.step.placeFrom, point.step.placeTo)
        let comesFromElsewhere = from.contradicts(transfer.origin) && from != transfer.destination
        let arrivesElsewhere = to.contradicts(transfer.destination)
        guard comesFromElsewhere || arrivesElsewhere else { return }
        findings.report(
            Self.self,
            point,
            against: transfer.since.event,
            expected: .place(arrivesElsewhere ? transfer.destination : transfer.origin),
            found: .place(arrivesElsewhere ? to : from)
        )
    }
}
