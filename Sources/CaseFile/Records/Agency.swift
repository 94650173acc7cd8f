/// A police station, court, laboratory, hospital, office or organisation that has to do with the case.
public struct Agency: RecordBody {
    public static let kind = Kind.agency

    /// Its short code, unique in the case: what recordedBy begins with.
    public var code: AgencyCode
    /// Its name, in one or more languages.
    public var names: [FreeText]
    /// What it is, by the pack's word: police-station, court, laboratory, hospital, child-welfare-committee,
    /// ngo and so on.
    public var kind: Token
    /// The agency that it is a part of.
    public var parentAgency: Reference<Agency>?
    /// The district in which it acts.
    public var district: FreeText?
    /// Where it is.
    public var address: Address?
    /// How to reach it.
    public var contacts: [Contact] = []
    /// Accreditations, notifications and registrations that it acts under.
    public var registrations: [Registration] = []
    /// Anything else about it.
    public var note: FreeText?

    public init(code: AgencyCode, names: [FreeText], kind: Token) {
        self.code = code
        self.names = names
        self.kind = kind
    }

    private enum CodingKeys: String, CodingKey {
        case code
        case names = "name"
        case kind, parentAgency, district, address
        case contacts = "contact"
        case registrations = "registration"
        case note
    }
}

extension Agency {
    public var label: String? { code.text }
    public var subject: RecordID? { parentAgency?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(!names.isEmpty, "agency.name", "name", "give the agency a name")
            rules.ask(registrations, in: "registration")
        }
    }
}

extension Agency {
    /// An accreditation, notification or registration of an agency, such as a laboratory's under IT Act
    /// s.79A.
    public struct Registration: Codable, Hashable, Sendable {
        /// The act that gave it.
        public var authority: Authority
        /// What it covers.
        public var scope: FreeText?
        /// Since when.
        public var from: Moment?
        /// Until when.
        public var until: Moment?

        public init(authority: Authority, scope: FreeText? = nil, from: Moment? = nil, until: Moment? = nil) {
            self.authority = authority
            self.scope = scope
            self.from = from
            self.until = until
        }
    }
}

extension Agency.Registration: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            from,
            until,
            "registration.ends-before-it-begins",
            "until",
            "a registration ends after it begins"
        )
        rules.ask(authority, in: "authority")
    }
}
