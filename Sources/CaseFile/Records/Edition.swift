/// A selection of the case's records for one kind of reader, by a rule set of the pack.
public struct Edition: RecordBody {
    public static let kind = Kind.edition

    /// Its short name: court, accused, police, public.
    public var name: Token
    /// What the reader sees as its name.
    public var title: FreeText?
    /// What it is for.
    public var purpose: FreeText
    /// For whom.
    public var recipients: [AnyReference] = []
    /// The pack's rule set that selects its records.
    public var ruleSet: Token?
    /// The languages of its printed parts.
    public var languages: [LanguageTag] = []
    /// Each record that it does not show, and why.
    public var withholdings: [Withholding] = []

    public init(name: Token, purpose: FreeText) {
        self.name = name
        self.purpose = purpose
    }

    private enum CodingKeys: String, CodingKey {
        case name, title, purpose
        case recipients = "recipient"
        case ruleSet
        case languages = "language"
        case withholdings = "withholding"
    }
}

extension Edition {
    public var label: String? { name.text }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.unique(
                withholdings.map(\.ref),
                "edition.withheld-twice",
                "withholding",
                "list each withheld record once"
            )
        }
    }
}

extension Edition {
    /// A record that an edition does not show.
    public struct Withholding: Codable, Hashable, Sendable {
        /// The record.
        public var ref: AnyReference
        /// The law that allows or commands it.
        public var provision: Provision
        /// Why.
        public var reason: FreeText

        public init(ref: AnyReference, provision: Provision, reason: FreeText) {
            self.ref = ref
            self.provision = provision
            self.reason = reason
        }
    }
}
