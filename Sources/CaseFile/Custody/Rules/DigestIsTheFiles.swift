/// The digest on the seizure memo, on the certificate and of the file in the bundle are one.
public enum DigestIsTheFiles: CustodyStepRule {
    public static let code = "custody.digest-not-the-files"
    public static let title = "the digest recorded is not that of the file"
    public static let basis: [CustodyBasis] = [.bsa63]
    public static let severity = CustodySeverity.blocker

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let stated = point.step.digestBefore.or(
            CustodyKinds.divisions.contains(point.step.event) ? .none : point.step.digestAfter
        )
        if !point.before.digest.isStated, findings.contradict(stated, point.exhibit.digest) {
            findings.report(
                Self.self,
                point,
                expected: .digest(point.exhibit.digest),
                found: .digest(stated)
            )
        }
        if point.step.event == .copy, point.parts.count == 1, let copy = point.parts[0].exhibit,
            findings.contradict(point.step.digestAfter, copy.digest)
        {
            findings.report(
                Self.self,
                point,
                expected: .exhibit(copy.id),
                .digest(copy.digest),
                found: .digest(point.step.digestAfter)
            )
        }
    }
}
