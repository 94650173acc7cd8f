/// A medical examination of a person, or a forensic examination of exhibits.
public struct Examination: RecordBody {
    public static let kind = Kind.examination

    /// What examination, by the pack's word: medical, ossification, dna, digital-forensic, handwriting and so
    /// on.
    public var kind: Token
    /// The person who was examined.
    public var examinee: Reference<Person>?
    /// The exhibits that were examined.
    public var exhibits: [Reference<Exhibit>] = []
    /// Who asked for it.
    public var requester: Reference<Person>?
    /// The requisition or order.
    public var authority: Authority?
    /// When it was asked for.
    public var requestedAt: Moment?
    /// When the person or the exhibits reached the examiner.
    public var receivedAt: Moment?
    /// When it began.
    public var startedAt: Moment?
    /// When it ended.
    public var endedAt: Moment?
    /// When the report is expected.
    public var expectedAt: Moment?
    /// When the report was given out.
    public var reportedAt: Moment?
    /// Who examined.
    public var examiners: [Reference<Person>] = []
    /// The hospital or laboratory.
    public var agency: Reference<Agency>?
    /// Where.
    public var place: Reference<Place>?
    /// The hospital's or laboratory's own number for it.
    public var laboratoryNumber: Code?
    /// Who else was present, such as the trusted person of a child.
    public var present: [Presence] = []
    /// The examinee's consent.
    public var consent: Consent?
    /// How many items the examiner says were received.
    public var itemCount: Count?
    /// How each exhibit arrived.
    public var receivedItems: [ReceivedItem] = []
    /// What the examinee said of what happened.
    public var history: FreeText?
    /// Marks of identification that the examiner noted. Never for a protected person.
    public var marks: [FreeText] = []
    /// Each injury.
    public var injuries: [FreeText] = []
    /// What was found.
    public var findings: FreeText?
    /// Whether there are medical signs of sexual abuse (ITPA s.6(2A)).
    public var signOfAbuse: Bool?
    /// The opinion on age.
    public var age: AgeFact?
    /// Methods, tools and their versions.
    public var method: FreeText?
    /// The digests of images or copies that were made.
    public var digests: [Digest] = []
    /// The samples that were taken.
    public var samples: [Reference<Exhibit>] = []
    /// The opinion.
    public var opinion: FreeText?
    /// The report.
    public var report: Reference<CaseDocument>?
    /// Where it stands between prosecution and defence.
    public var disclosure: Disclosure?

    public init(kind: Token) {
        self.kind = kind
    }

    private enum CodingKeys: String, CodingKey {
        case kind, examinee
        case exhibits = "exhibit"
        case requester, authority, requestedAt, receivedAt, startedAt, endedAt, expectedAt
        case reportedAt
        case examiners = "examiner"
        case agency, place, laboratoryNumber, present, consent, itemCount
        case receivedItems = "received"
        case history
        case marks = "mark"
        case injuries = "injury"
        case findings, signOfAbuse, age, method
        case digests = "digest"
        case samples = "sample"
        case opinion, report, disclosure
    }
}

extension Examination {
    public var subject: RecordID? { examinee?.to ?? exhibits.first?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.exactlyOne(
                ["examinee": examinee != nil, "exhibit": !exhibits.isEmpty],
                "examination.person-or-exhibits"
            )
            let steps: [(field: String, at: Moment)] = [
                ("requestedAt", requestedAt), ("receivedAt", receivedAt), ("startedAt", startedAt),
                ("endedAt", endedAt), ("reportedAt", reportedAt),
            ].compactMap { field, at in at.map { (field, $0) } }
            for (earlier, later) in zip(steps, steps.dropFirst()) {
                rules.inOrder(
                    earlier.at,
                    later.at,
                    "examination.out-of-order",
                    later.field,
                    "an examination is asked for, received, begun, ended and reported in this order"
                )
            }
            rules.uniqueAlgorithms(digests, "digest")
            rules.ask(authority, in: "authority")
            rules.ask(consent, in: "consent")
            rules.ask(age, in: "age")
            rules.ask(disclosure, in: "disclosure")
        }
    }
}

extension Examination {
    /// Consent to an examination.
    public struct Consent: Codable, Hashable, Sendable {
        /// Whether it was given.
        public var given: Bool
        /// When.
        public var at: Moment
        /// Who gave it, where the examinee could not.
        public var consentingPerson: Reference<Person>?
        /// Why it was refused, or why another gave it.
        public var reason: FreeText?
        /// The signature.
        public var attestation: Attestation?

        public init(
            given: Bool,
            at: Moment,
            consentingPerson: Reference<Person>? = nil,
            reason: FreeText? = nil,
            attestation: Attestation? = nil
        ) {
            self.given = given
            self.at = at
            self.consentingPerson = consentingPerson
            self.reason = reason
            self.attestation = attestation
        }
    }
}

extension Examination.Consent: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestation, in: "attestation")
    }
}
