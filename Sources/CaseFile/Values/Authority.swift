/// The act that gave the power to do something.
public struct Authority: Codable, Hashable, Sendable {
    /// What kind of act.
    public var kind: AuthorityKind
    /// Its number in the register that it belongs to.
    public var number: Code?
    /// Its date.
    public var date: Moment?
    /// The court, agency or officer that issued it.
    public var issuer: AnyReference?
    /// The law that it rests on.
    public var provisions: [Provision]
    /// What it says, or what it is where the kind is other.
    public var text: FreeText?
    /// The paper itself.
    public var document: Reference<CaseDocument>?

    public init(
        kind: AuthorityKind,
        number: Code? = nil,
        date: Moment? = nil,
        issuer: AnyReference? = nil,
        provisions: [Provision] = [],
        text: FreeText? = nil,
        document: Reference<CaseDocument>? = nil
    ) {
        self.kind = kind
        self.number = number
        self.date = date
        self.issuer = issuer
        self.provisions = provisions
        self.text = text
        self.document = document
    }

    private enum CodingKeys: String, CodingKey {
        case kind, number, date, issuer
        case provisions = "provision"
        case text, document
    }
}

extension Authority: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(
            kind != .other || text != nil,
            "authority.other-without-text",
            "text",
            "an authority of another kind must say in its text what it is"
        )
    }
}

/// What kind of act gives the power to do something.
public enum AuthorityKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// The law itself, where no order is needed.
    case statute
    /// A warrant.
    case warrant
    /// An order of a court.
    case courtOrder = "court-order"
    /// A written order of an officer or agency that is not a court.
    case order
    /// A written request to a person or agency, such as a hospital or a laboratory.
    case requisition
    /// An entry in a register, such as that of a malkhana.
    case registerEntry = "register-entry"
    /// An entry in a general or station diary.
    case diaryEntry = "diary-entry"
    /// A letter or forwarding memo.
    case letter
    /// The consent of the person concerned.
    case consent
    /// Something else, which the text says.
    case other
}
