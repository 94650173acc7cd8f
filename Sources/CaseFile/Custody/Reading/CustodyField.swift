/// The elements of a record that custody looks at, by their names in the grammar.
///
/// A stream reader is given these names in this order; the number that it then calls an element by is the
/// field's place in `allCases`.
public enum CustodyField: String, CaseIterable, Sendable {
    // Of a custody event.
    case exhibit, event, at, sequence
    case releasedBy, receivedBy, placeFrom, placeTo
    case purpose, authority, carrier, condition
    case sealBefore, sealAfter, sealIntact, sealHolder, specimenSeal
    case quantity, part, digestBefore, digestAfter
    case witness, releasedAttestation, receivedAttestation, document, latenessReason, reported
    // Inside of those.
    case kind, holder, amount, unit, signatory, source
    // Of an exhibit.
    case parentExhibit, category, sealable, device
    // Of a file.
    case role, digest

    /// The field that a reader's `NameTable` numbers so.
    /// - Parameter number: a number below `allCases.count`, if the table begins with these names.
    init?(number: Int) {
        guard Self.all.indices.contains(number) else { return nil }
        self = Self.all[number]
    }

    private static let all = Array(allCases)

    /// Whether its text says something about custody, and not only that it is there or what it refers to.
    var hasText: Bool {
        switch self {
        case .event, .at, .sequence, .sealBefore, .sealAfter, .sealIntact, .digestBefore, .digestAfter, .kind,
            .amount, .unit, .category, .sealable, .role, .digest:
            true
        default: false
        }
    }
}
