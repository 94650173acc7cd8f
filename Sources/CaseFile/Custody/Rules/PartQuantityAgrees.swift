/// How much was taken is what the part's own record says that it is.
public enum PartQuantityAgrees: CustodyStepRule {
    public static let code = "custody.part-quantity-differs"
    public static let title = "the part is another quantity than its own record says"
    public static let basis: [CustodyBasis] = [.continuity]
    public static let severity = CustodySeverity.blocker
    static let kinds = CustodyKinds.divisions

    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings) {
        for part in point.parts {
            guard let exhibit = part.exhibit, part.stated.isStated, exhibit.quantity.isStated,
                part.stated != exhibit.quantity
            else { continue }
            findings.report(
                Self.self,
                point,
                expected: .exhibit(part.id),
                .quantity(exhibit.quantity),
                found: .quantity(part.stated)
            )
        }
    }
}
