/// No event changes the data, an examination least of all: work is done on copies.
public enum HandlingKeepsDigest: CustodyStepRule {
    public static let code = "custody.digest-changed"
    public static let title = "the digest afterwards is another"
    public static let basis: [CustodyBasis] = [.bsa63, .iso27037]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.all.subtracting(.divisions)

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let before = point.step.digestBefore.or(point.before.digest)
        guard findings.contradict(point.step.digestAfter, before) else { return }
        findings.report(
            Self.self,
            point,
            against: point.step.digestBefore.isStated ? nil : point.before.digestSince?.event,
            expected: .digest(before),
            found: .digest(point.step.digestAfter)
        )
    }
}
