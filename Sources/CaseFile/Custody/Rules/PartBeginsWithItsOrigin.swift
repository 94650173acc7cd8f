/// A part inherits the chain of what it was taken from, so a split or a copy of that has to name it.
///
/// A part that was seized by itself has a chain of its own; the defence will ask what makes it a part.
public enum PartBeginsWithItsOrigin: CustodyChainRule {
    public static let code = "custody.part-with-own-beginning"
    public static let title = "a part that no split or copy of its parent names"
    public static let basis: [CustodyBasis] = [.continuity, .caseOntology]
    public static let severity = CustodySeverity.warning

    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings) {
        guard let parent = chain.exhibit.parent, chain.births.isEmpty, let begun = chain.end.begun else {
            return
        }
        findings.report(
            Self.self,
            exhibit: chain.exhibit.id,
            event: begun.event,
            expected: .event(.split),
            .event(.copy),
            found: .exhibit(parent)
        )
    }
}
