/// Data is fixed by its digest when it is taken, and again when it was examined.
public enum DigestStated: CustodyStepRule {
    public static let code = "custody.digest-not-stated"
    public static let title = "taken or examined without a digest"
    public static let basis: [CustodyBasis] = [.bsa63, .iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.seize, .receive, .examine]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let isThere =
            point.step.digestAfter.isStated
            || point.step.event != .examine && point.step.digestBefore.isStated
        guard point.exhibit.form == .data, !isThere else { return }
        findings.report(Self.self, point, expected: .field("digestAfter"), found: nil)
    }
}
