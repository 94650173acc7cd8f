/// MD5 and SHA-1 still find an accident, but two files can be made that share one: they prove nothing against a
/// charge of tampering.
public enum DigestIsStrong: CustodyStepRule {
    public static let code = "custody.weak-digest"
    public static let title = "fixed only by MD5 or SHA-1"
    public static let basis: [CustodyBasis] = [.bsa63]
    public static let severity = CustodySeverity.warning

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.step.states(.onlyWeakDigests) else { return }
        findings.report(
            Self.self,
            point,
            expected: nil,
            found: .digest(point.step.digestBefore.or(point.step.digestAfter))
        )
    }
}
