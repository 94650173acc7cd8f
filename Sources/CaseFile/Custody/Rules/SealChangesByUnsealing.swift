/// A seal changes by being taken off and another put on, each an event of its own.
///
/// A thing that was never sealed may get its first seal at any event.
public enum SealChangesByUnsealing: CustodyStepRule {
    public static let code = "custody.seal-changed-without-unsealing"
    public static let title = "another seal without an unsealing and a resealing"
    public static let basis: [CustodyBasis] = [.kattavellai, .jaiChand]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting(.beginnings)

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let isResealed =
            switch point.step.event {
            case .seal, .reseal: point.before.closure == .sealed
            case .unseal: point.step.sealAfter.isStated
            default: leavesWithAnother(point)
            }
        guard isResealed else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.closureSince?.event,
            expected: .seal(point.before.seal),
            found: .seal(point.step.sealAfter)
        )
    }

    private static func leavesWithAnother(_ point: CustodyPoint) -> Bool {
        guard point.step.sealAfter.isStated else { return false }
        return switch point.before.closure {
        case .unsealed: point.step.sealAfter.contradicts(point.step.sealBefore)
        case .sealed: point.step.sealAfter.contradicts(point.step.sealBefore.or(point.before.seal))
        case .opened: true
        }
    }
}
