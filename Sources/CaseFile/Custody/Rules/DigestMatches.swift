/// The data found is the data left: the digest before an event is the last one on record.
public enum DigestMatches: CustodyStepRule {
    public static let code = "custody.digest-differs"
    public static let title = "the digest before is not the last one recorded"
    public static let basis: [CustodyBasis] = [.bsa63, .iso27037]
    public static let severity = CustodySeverity.blocker

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard findings.contradict(point.step.digestBefore, point.before.digest) else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.digestSince?.event,
            expected: .digest(point.before.digest),
            found: .digest(point.step.digestBefore)
        )
    }
}
