extension Arrest {
    /// The memorandum of arrest, made on the spot (BNSS s.36).
    public struct Memo: Codable, Hashable, Sendable {
        /// When it was made.
        public var preparedAt: Moment
        /// Whether the officer bore a visible and clear identification.
        public var identificationWorn: Bool?
        /// Who attested it.
        public var attestingWitnesses: [MemoWitness]
        /// The signature of the arrested person.
        public var countersignature: Attestation?
        /// The memo itself.
        public var document: Reference<CaseDocument>?

        public init(
            preparedAt: Moment,
            identificationWorn: Bool? = nil,
            attestingWitnesses: [MemoWitness] = [],
            countersignature: Attestation? = nil,
            document: Reference<CaseDocument>? = nil
        ) {
            self.preparedAt = preparedAt
            self.identificationWorn = identificationWorn
            self.attestingWitnesses = attestingWitnesses
            self.countersignature = countersignature
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case preparedAt, identificationWorn
            case attestingWitnesses = "attestingWitness"
            case countersignature, document
        }
    }
}

extension Arrest.Memo: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestingWitnesses, in: "attestingWitness")
        rules.ask(countersignature, in: "countersignature")
    }
}

extension Arrest {
    /// A witness who attested the memorandum of arrest.
    public struct MemoWitness: Codable, Hashable, Sendable {
        /// Who.
        public var person: Reference<Person>
        /// As what, by the pack's word: family-member or respectable-local.
        public var capacity: Token
        /// The signature.
        public var attestation: Attestation?

        public init(person: Reference<Person>, capacity: Token, attestation: Attestation? = nil) {
            self.person = person
            self.capacity = capacity
            self.attestation = attestation
        }
    }
}

extension Arrest.MemoWitness: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestation, in: "attestation")
    }
}

extension Arrest {
    /// The grounds of arrest as they were told to the arrested person.
    public struct Grounds: Codable, Hashable, Sendable {
        /// Whether they were given in writing.
        public var inWriting: Bool
        /// The language in which they were given.
        public var language: LanguageTag
        /// When.
        public var servedAt: Moment
        /// What they say.
        public var text: FreeText?
        /// The paper.
        public var document: Reference<CaseDocument>?
        /// Who interpreted them.
        public var interpreter: Reference<Person>?
        /// The arrested person's signature for them.
        public var attestation: Attestation?

        public init(
            inWriting: Bool,
            language: LanguageTag,
            servedAt: Moment,
            text: FreeText? = nil,
            document: Reference<CaseDocument>? = nil,
            interpreter: Reference<Person>? = nil,
            attestation: Attestation? = nil
        ) {
            self.inWriting = inWriting
            self.language = language
            self.servedAt = servedAt
            self.text = text
            self.document = document
            self.interpreter = interpreter
            self.attestation = attestation
        }
    }
}

extension Arrest.Grounds: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestation, in: "attestation")
    }
}

extension Arrest {
    /// A right that the arrested person was told of.
    public struct Right: Codable, Hashable, Sendable {
        /// Which, by the pack's word: inform-relative, lawyer, legal-aid, bail, silence and so on.
        public var right: Token
        /// When.
        public var at: Moment
        /// In which language.
        public var language: LanguageTag

        public init(right: Token, at: Moment, language: LanguageTag) {
            self.right = right
            self.at = at
            self.language = language
        }
    }
}

extension Arrest {
    /// That somebody was told of the arrest (BNSS s.48).
    public struct Notification: Codable, Hashable, Sendable {
        /// Who was told.
        public var informedPerson: Reference<Person>?
        /// Which police control room or office was told.
        public var informedAgency: Reference<Agency>?
        /// How the person stands to the arrested one.
        public var relation: FreeText?
        /// When.
        public var at: Moment
        /// How, by the pack's word: in-person, telephone and so on.
        public var means: Token?
        /// Who told them.
        public var informedBy: Reference<Person>?

        public init(
            informedPerson: Reference<Person>? = nil,
            informedAgency: Reference<Agency>? = nil,
            relation: FreeText? = nil,
            at: Moment,
            means: Token? = nil,
            informedBy: Reference<Person>? = nil
        ) {
            self.informedPerson = informedPerson
            self.informedAgency = informedAgency
            self.relation = relation
            self.at = at
            self.means = means
            self.informedBy = informedBy
        }
    }
}

extension Arrest.Notification: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.exactlyOne(
            ["informedPerson": informedPerson != nil, "informedAgency": informedAgency != nil],
            "notification.person-or-agency"
        )
    }
}

extension Arrest {
    /// The search of an arrested person.
    public struct PersonalSearch: Codable, Hashable, Sendable {
        /// Who searched; for a woman, a woman.
        public var searcher: Reference<Person>
        /// When.
        public var at: Moment
        /// What was seized.
        public var exhibits: [Reference<Exhibit>]
        /// What was found and kept safe or given back.
        public var items: FreeText?

        public init(
            searcher: Reference<Person>,
            at: Moment,
            exhibits: [Reference<Exhibit>] = [],
            items: FreeText? = nil
        ) {
            self.searcher = searcher
            self.at = at
            self.exhibits = exhibits
            self.items = items
        }

        private enum CodingKeys: String, CodingKey {
            case searcher, at
            case exhibits = "exhibit"
            case items
        }
    }
}
