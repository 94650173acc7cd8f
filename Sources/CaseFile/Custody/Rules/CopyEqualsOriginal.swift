/// A copy is the same data: its digest is the original's.
public enum CopyEqualsOriginal: CustodyStepRule {
    public static let code = "custody.copy-differs"
    public static let title = "the copy's digest is not the original's"
    public static let basis: [CustodyBasis] = [.bsa63, .iso27037]
    public static let severity = CustodySeverity.blocker
    static let kinds: CustodyKinds = [.copy]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let original = point.step.digestBefore.or(point.before.digest)
        guard findings.contradict(point.step.digestAfter, original) else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.digestSince?.event,
            expected: .digest(original),
            found: .digest(point.step.digestAfter)
        )
    }
}
