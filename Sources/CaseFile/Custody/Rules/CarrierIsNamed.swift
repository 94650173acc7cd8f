/// A thing that goes from one place to another is carried by somebody, who may have to be a witness.
public enum CarrierIsNamed: CustodyStepRule {
    public static let code = "custody.carrier-not-named"
    public static let title = "sent to another place without naming the carrier"
    public static let basis: [CustodyBasis] = [.jaiChand, .nist]
    public static let severity = CustodySeverity.warning
    static let kinds: CustodyKinds = [.transferOut]

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        let origin = point.step.placeFrom.or(point.before.place)
        guard !point.step.carrier.isStated, point.step.placeTo.contradicts(origin) else { return }
        findings.report(Self.self, point, expected: .field("carrier"), found: .place(point.step.placeTo))
    }
}
