extension Arrest {
    /// Detention at a police station before charge, as the custody record shows it (PACE Part IV).
    public struct PoliceCustody: Codable, Hashable, Sendable {
        /// The number of the custody record.
        public var recordNumber: Code
        /// When the person arrived at the station: the relevant time.
        public var arrivedAt: Moment
        /// Who authorised detention.
        public var custodyOfficer: Reference<Person>
        /// When detention was authorised.
        public var authorisedAt: Moment?
        /// On what grounds.
        public var authorisedGrounds: FreeText?
        /// Each review of detention.
        public var reviews: [Review] = []
        /// Each extension beyond the first limit.
        public var extensions: [Extension] = []
        /// The appropriate adult.
        public var appropriateAdult: Reference<Person>?
        /// The solicitor.
        public var solicitor: Reference<Person>?
        /// When legal advice was asked for.
        public var solicitorRequestedAt: Moment?
        /// When detention ended, by charge or release.
        public var endedAt: Moment?

        public init(recordNumber: Code, arrivedAt: Moment, custodyOfficer: Reference<Person>) {
            self.recordNumber = recordNumber
            self.arrivedAt = arrivedAt
            self.custodyOfficer = custodyOfficer
        }

        private enum CodingKeys: String, CodingKey {
            case recordNumber, arrivedAt, custodyOfficer, authorisedAt, authorisedGrounds
            case reviews = "review"
            case extensions = "extension"
            case appropriateAdult, solicitor, solicitorRequestedAt, endedAt
        }
    }
}

extension Arrest.PoliceCustody: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            arrivedAt,
            authorisedAt,
            "police-custody.authorised-before-arrival",
            "authorisedAt",
            "detention is authorised after arrival"
        )
        rules.inOrder(
            arrivedAt,
            endedAt,
            "police-custody.ends-before-arrival",
            "endedAt",
            "detention ends after arrival"
        )
        rules.ask(extensions, in: "extension")
    }
}

extension Arrest {
    /// A review of police detention.
    public struct Review: Codable, Hashable, Sendable {
        /// When.
        public var at: Moment
        /// By whom.
        public var reviewer: Reference<Person>
        /// What was decided, and why.
        public var decision: FreeText

        public init(at: Moment, reviewer: Reference<Person>, decision: FreeText) {
            self.at = at
            self.reviewer = reviewer
            self.decision = decision
        }
    }
}

extension Arrest {
    /// An extension of police detention.
    public struct Extension: Codable, Hashable, Sendable {
        /// When it was granted.
        public var at: Moment
        /// Until when detention may last.
        public var until: Moment
        /// By whom: a superintendent's authorisation or a magistrates' warrant.
        public var authority: Authority

        public init(at: Moment, until: Moment, authority: Authority) {
            self.at = at
            self.until = until
            self.authority = authority
        }
    }
}

extension Arrest.Extension: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            at,
            until,
            "extension.ends-before-it-begins",
            "until",
            "an extension ends after it is granted"
        )
        rules.ask(authority, in: "authority")
    }
}
