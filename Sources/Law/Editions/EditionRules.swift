public import CaseFile

/// An edition of a case, as the pack's law has it: for whom it is, and what of the case it shows.
public struct EditionRules: Sendable {
    /// court, accused, police, public.
    public let code: String
    public let label: LocalizedText
    public let purpose: LocalizedText
    /// The role of the party that it is made for, one edition for each: accused. Nil: it is for nobody in particular.
    public let recipientRole: String?
    /// The kinds of records that its facts are taken from.
    public let factKinds: Set<Kind>
    let sets: [FactSet]
    /// In the pack's order: the first that fits a record decides.
    let rules: [Kind: [Rule]]
    let earlier: [Kind: [Rule]]
    let contents: [Rule]
    /// The kinds whose records go with the one that their first element of such a name refers to.
    let followers: [Kind: [String]]
    /// The elements by which a withheld record takes others with it.
    let links: [Kind: [String]]
    /// Every rule that withholds, by its number.
    public let withholding: [WithholdingRule]

    /// One rule for one kind: a test that the record must pass, and what then becomes of it.
    struct Rule: Sendable {
        /// Nil: it holds for every record.
        let test: PackExpression?
        /// A number of `withholding`; nil: the record is shown.
        let withholds: Int?
    }
}

/// Why a record, or the bytes of a file, are not shown in an edition.
public struct WithholdingRule: Hashable, Sendable {
    /// The code of its reason in the pack.
    public let code: String
    public let reason: LocalizedText
    public let law: [Citation]
    public let confidence: Confidence
    /// Whether the edition may say of what kind the withheld record is.
    public let showsKind: Bool
    /// Whether what belongs to the record is not withheld with it.
    public let isAlone: Bool

    /// What no rule of an edition speaks of is not shown.
    static let unmentioned = WithholdingRule(
        code: "unmentioned",
        reason: LocalizedText("This edition does not say that such a record is shown."),
        law: [.named("no rule")],
        confidence: .read,
        showsKind: false,
        isAlone: false
    )
}
