/// The same event twice is a slip of the pen, or an attempt to make two of one.
///
/// Two copies may be made in one minute; what each of them made tells them apart.
public enum RecordedOnce: CustodyStepRule {
    public static let code = "custody.recorded-twice"
    public static let title = "the same event recorded a second time"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.warning

    static let kinds = CustodyKinds.all.subtracting(.divisions)

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard let previous = point.previous, previous.event == point.step.event,
            previous.at == point.step.at, previous.releasedBy == point.step.releasedBy,
            previous.receivedBy == point.step.receivedBy, previous.placeTo == point.step.placeTo,
            previous.sealAfter == point.step.sealAfter, previous.digestAfter == point.step.digestAfter
        else { return }
        findings.report(
            Self.self,
            point,
            against: previous.id,
            expected: nil,
            found: .time(point.step.at)
        )
    }
}
