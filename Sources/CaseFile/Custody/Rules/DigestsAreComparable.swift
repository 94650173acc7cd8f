/// Digests by two algorithms cannot be held against each other: the chain from one to the other is broken
/// unless both were taken at once.
public enum DigestsAreComparable: CustodyStepRule {
    public static let code = "custody.digest-algorithm-changed"
    public static let title = "a digest by another algorithm than the last one"
    public static let basis: [CustodyBasis] = [.bsa63]
    public static let severity = CustodySeverity.warning

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let stated = point.step.digestBefore.or(point.step.digestAfter)
        guard stated.contradicts(point.before.digest),
            findings.terms.compare(stated, point.before.digest) == .incomparable
        else { return }
        findings.report(
            Self.self,
            point,
            against: point.before.digestSince?.event,
            expected: .digest(point.before.digest),
            found: .digest(stated)
        )
    }
}
