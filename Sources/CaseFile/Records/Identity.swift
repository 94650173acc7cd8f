/// The secret part of a protected person: everything that would make the person known.
///
/// Only its encrypted form may be stored. The clear form is what is encrypted, and what a sealed cover holds.
public struct Identity: RecordBody {
    public static let kind = Kind.identity

    /// Whose identity it is.
    public var person: Reference<Person>
    /// The name, in every script in which it occurs anywhere.
    public var names: [FreeText] = []
    /// Names used at home, in the trade or online.
    public var nicknames: [FreeText] = []
    /// Date of birth.
    public var birthDate: Moment?
    /// Homes, past and present.
    public var addresses: [Address] = []
    /// Schools attended.
    public var schools: [FreeText] = []
    /// Parents, siblings, guardians, spouse.
    public var kin: [Kin] = []
    /// Telephone numbers and e-mail addresses.
    public var contacts: [Contact] = []
    /// Accounts online.
    public var accounts: [Account] = []
    /// Identity papers and their numbers.
    public var papers: [Paper] = []
    /// Photographs of the person that are evidence anyhow, and in the vault as such.
    public var photographs: [Reference<EvidenceFile>] = []
    /// Pictures of the person that are kept here only, so that they are encrypted with the rest.
    public var pictures: [Picture] = []
    /// Marks of identification.
    public var marks: [FreeText] = []
    /// Any other matter that would make the person known.
    public var otherTerms: [FreeText] = []
    /// The encrypted form of all the above.
    public var envelope: Envelope?

    public init(person: Reference<Person>) {
        self.person = person
    }

    private enum CodingKeys: String, CodingKey {
        case person
        case names = "name"
        case nicknames = "nickname"
        case birthDate
        case addresses = "address"
        case schools = "school"
        case kin
        case contacts = "contact"
        case accounts = "account"
        case papers = "paper"
        case photographs = "photograph"
        case pictures = "picture"
        case marks = "mark"
        case otherTerms = "otherTerm"
        case envelope
    }
}

extension Identity {
    public var subject: RecordID? { person.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.exactlyOne(
                ["name": !names.isEmpty, "envelope": envelope != nil],
                "identity.clear-or-encrypted"
            )
            let hasClearPart =
                !nicknames.isEmpty || birthDate != nil || !addresses.isEmpty || !schools.isEmpty
                || !kin.isEmpty
                || !contacts.isEmpty || !accounts.isEmpty || !papers.isEmpty || !photographs.isEmpty
                || !pictures.isEmpty
                || !marks.isEmpty || !otherTerms.isEmpty
            rules.require(
                envelope == nil || !hasClearPart,
                "identity.clear-beside-encrypted",
                "envelope",
                "an encrypted identity has nothing in clear beside it"
            )
            rules.ask(kin, in: "kin")
        }
    }
}

extension Identity {
    /// A relative of a protected person.
    public struct Kin: Codable, Hashable, Sendable {
        /// The name, in every script in which it occurs.
        public var names: [FreeText]
        /// How they are related.
        public var relation: FreeText
        /// Telephone numbers and e-mail addresses.
        public var contacts: [Contact]

        public init(names: [FreeText], relation: FreeText, contacts: [Contact] = []) {
            self.names = names
            self.relation = relation
            self.contacts = contacts
        }

        private enum CodingKeys: String, CodingKey {
            case names = "name"
            case relation
            case contacts = "contact"
        }
    }
}

extension Identity.Kin: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(!names.isEmpty, "kin.name", "name", "give the relative a name")
    }
}

extension Identity {
    /// An account online.
    public struct Account: Codable, Hashable, Sendable {
        /// The service.
        public var service: Code
        /// The name or number of the account there.
        public var handle: Code

        public init(service: Code, handle: Code) {
            self.service = service
            self.handle = handle
        }
    }
}

extension Identity {
    /// An identity paper.
    public struct Paper: Codable, Hashable, Sendable {
        /// What it is, by the pack's word: birth-certificate, passport, school-register and so on.
        public var kind: Token
        /// Its number.
        public var number: Code
        /// Who issued it.
        public var issuer: AnyReference?

        public init(kind: Token, number: Code, issuer: AnyReference? = nil) {
            self.kind = kind
            self.number = number
            self.issuer = issuer
        }
    }
}

extension Identity {
    /// A picture of a protected person, itself.
    public struct Picture: Codable, Hashable, Sendable {
        /// What it is, such as image/jpeg.
        public var mediaType: MediaType
        /// Its bytes.
        public var content: Base64Text

        public init(mediaType: MediaType, content: Base64Text) {
            self.mediaType = mediaType
            self.content = content
        }
    }
}

extension Identity {
    /// An encrypted identity: AES-256-GCM under the case's identity key.
    public struct Envelope: Codable, Hashable, Sendable {
        /// Which key: its identifier, never the key.
        public var key: Code
        /// The 96-bit initialisation vector.
        public var initialisation: Base64Text
        /// The ciphertext with its 128-bit tag at the end.
        public var ciphertext: Base64Text

        public init(key: Code, initialisation: Base64Text, ciphertext: Base64Text) {
            self.key = key
            self.initialisation = initialisation
            self.ciphertext = ciphertext
        }
    }
}
