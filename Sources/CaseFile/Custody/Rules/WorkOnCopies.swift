/// Data is examined on a copy; the original is kept.
public enum WorkOnCopies: CustodyStepRule {
    public static let code = "custody.original-examined"
    public static let title = "the original was examined, and no copy made before"
    public static let basis: [CustodyBasis] = [.iso27037]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.examine]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        guard point.exhibit.form == .data, point.exhibit.parent == nil, !point.before.isCopied else {
            return
        }
        findings.report(Self.self, point, expected: .event(.copy), found: .event(.examine))
    }
}
