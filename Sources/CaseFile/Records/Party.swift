/// What somebody is in the case: accused A1, victim, witness, investigating officer, interpreter. Whoever has
/// two roles is two parties.
public struct Party: RecordBody {
    public static let kind = Kind.party

    /// The human being.
    public var person: Reference<Person>?
    /// The company or body, where the party is not a human being.
    public var agency: Reference<Agency>?
    /// The role, by the pack's word: accused, victim, witness, investigating-officer, interpreter and so on.
    public var role: Token
    /// What the file calls the party in this role: A1, B1, PW3.
    public var code: Code?
    /// What became of the party: arrested, on notice, absconding, discharged, each with its time.
    public var statuses: [Status] = []
    /// For an accused: what this person did, and by what it is known. A report without it is not complete.
    public var allegedRole: FreeText?
    /// For an accused: the accused under whom this one acted.
    public var parentAccused: Reference<Party>?
    /// For a support person, interpreter, guardian or lawyer: whom they assist.
    public var assisted: [Reference<Party>] = []
    /// For an accused: kinship, trust or authority towards the victim, which may aggravate the offence.
    public var relationToVictim: FreeText?
    /// The number in the list of witnesses, for whoever is to give evidence.
    public var witnessNumber: Code?
    /// What the witness is to prove, by the pack's word: eye-witness, seizure, medical, expert, formal and so
    /// on.
    public var evidenceTypes: [Token] = []
    /// Since when the role is held.
    public var from: Moment?
    /// Until when.
    public var until: Moment?
    /// Anything else about the party.
    public var note: FreeText?

    public init(role: Token) {
        self.role = role
    }

    private enum CodingKeys: String, CodingKey {
        case person, agency, role, code
        case statuses = "status"
        case allegedRole, parentAccused
        case assisted = "assists"
        case relationToVictim, witnessNumber
        case evidenceTypes = "evidenceType"
        case from, until, note
    }
}

extension Party {
    public var label: String? { code?.text }
    public var subject: RecordID? { person?.to ?? agency?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.exactlyOne(["person": person != nil, "agency": agency != nil], "party.person-or-agency")
            rules.inOrder(from, until, "party.ends-before-it-begins", "until", "a role ends after it begins")
            rules.ask(statuses, in: "status")
        }
    }
}

extension Party {
    /// A state that a party is in, since when, and by which act.
    public struct Status: Codable, Hashable, Sendable {
        /// The state, by the pack's word: arrested, on-notice, absconding, released-on-bail, discharged and
        /// so on.
        public var state: Token
        /// Since when.
        public var since: Moment?
        /// The act that brought it about.
        public var authority: Authority?

        public init(state: Token, since: Moment? = nil, authority: Authority? = nil) {
            self.state = state
            self.since = since
            self.authority = authority
        }
    }
}

extension Party.Status: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(authority, in: "authority")
    }
}
