/// What one source says about a person's age: a birth date, or between which ages the person was on a day.
/// Whether that makes a child or a minor is computed by each act, never stored.
public struct AgeFact: Codable, Hashable, Sendable {
    /// Date of birth, as exactly as the source has it. Instead of it, atLeast and atMost.
    public var birthDate: Moment?
    /// The person was at least so many completed years old, on asOf.
    public var atLeast: Count?
    /// The person was at most so many completed years old, on asOf.
    public var atMost: Count?
    /// The day on which atLeast and atMost held.
    public var asOf: Moment?
    /// What it rests on, by the pack's word: matriculation-certificate, birth-certificate, ossification-test,
    /// apparent and so on (JJ Act s.94 ranks them).
    public var basis: Token
    /// The document.
    public var document: Reference<CaseDocument>?
    /// The examination, where it rests on one.
    public var examination: Reference<Examination>?

    public init(
        birthDate: Moment? = nil,
        atLeast: Count? = nil,
        atMost: Count? = nil,
        asOf: Moment? = nil,
        basis: Token,
        document: Reference<CaseDocument>? = nil,
        examination: Reference<Examination>? = nil
    ) {
        self.birthDate = birthDate
        self.atLeast = atLeast
        self.atMost = atMost
        self.asOf = asOf
        self.basis = basis
        self.document = document
        self.examination = examination
    }
}

extension AgeFact: FormChecked {
    func ask(_ rules: inout FormRules) {
        let hasBounds = atLeast != nil || atMost != nil
        rules.exactlyOne(["birthDate": birthDate != nil, "atLeast": hasBounds], "age.source")
        rules.require(
            hasBounds == (asOf != nil),
            "age.as-of",
            "asOf",
            "give the day on which the ages held, and only with them"
        )
        if let atLeast, let atMost {
            rules.require(
                atLeast <= atMost,
                "age.range",
                "atMost",
                "the greatest age cannot be below the least"
            )
        }
    }
}
