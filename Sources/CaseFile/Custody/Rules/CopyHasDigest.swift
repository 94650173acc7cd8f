/// A copy of data is known by its digest; without one, nobody can say that it is that copy.
public enum CopyHasDigest: CustodyStepRule {
    public static let code = "custody.copy-without-digest"
    public static let title = "copied without the copy's digest"
    public static let basis: [CustodyBasis] = [.bsa63, .iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.copy]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.exhibit.form != .paper, !point.step.digestAfter.isStated else { return }
        findings.report(Self.self, point, expected: .field("digestAfter"), found: nil)
    }
}
