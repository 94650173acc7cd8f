/// A raid, or another search of a place, a vehicle or a person (BNSS s.103 and s.105; ITPA s.15).
public struct Search: RecordBody {
    public static let kind = Kind.search

    /// What it is, by the pack's word: raid, premises, vehicle, person, scene and so on.
    public var kind: Token
    /// Where.
    public var place: Reference<Place>
    /// The power under which it was made.
    public var authorities: [Authority] = []
    /// The grounds of belief, as recorded.
    public var grounds: FreeText?
    /// Who recorded them.
    public var groundsRecorder: Reference<Person>?
    /// When; the law wants it before entry.
    public var groundsRecordedAt: Moment?
    /// When the place was entered.
    public var startedAt: Moment
    /// When the search ended.
    public var endedAt: Moment?
    /// Who led it.
    public var leader: Reference<Person>
    /// Each other officer who took part. Women officers are counted from the persons' records.
    public var officers: [Reference<Person>] = []
    /// Each witness who was called to attend.
    public var calledWitnesses: [Witness] = []
    /// Why there were fewer independent witnesses than the law wants, and what was tried.
    public var witnessAbsence: FreeText?
    /// Anybody else who was present, and as what: a decoy, a photographer, a social worker.
    public var present: [Presence] = []
    /// The occupant who attended on behalf of the place.
    public var occupant: Reference<Person>?
    /// The copy of the list that was given to the occupant.
    public var occupantCopy: Delivery?
    /// The audio-video recording.
    public var recordings: [Recording] = []
    /// Why there is none, or why it is incomplete.
    public var recordingFault: FreeText?
    /// Each person who was found and brought out.
    public var removals: [Removal] = []
    /// The list of what was seized.
    public var seizureList: SeizureList?
    /// The seal that was used, and its specimen.
    public var specimenSeals: [SpecimenSeal] = []
    /// The report of the search, and the copies of grounds and list, to the magistrate.
    public var reportsSent: [Delivery] = []
    /// What came of it, also where nothing was found.
    public var result: FreeText?

    public init(kind: Token, place: Reference<Place>, startedAt: Moment, leader: Reference<Person>) {
        self.kind = kind
        self.place = place
        self.startedAt = startedAt
        self.leader = leader
    }

    private enum CodingKeys: String, CodingKey {
        case kind, place
        case authorities = "authority"
        case grounds, groundsRecorder, groundsRecordedAt, startedAt, endedAt, leader
        case officers = "officer"
        case calledWitnesses = "calledWitness"
        case witnessAbsence, present, occupant, occupantCopy
        case recordings = "recording"
        case recordingFault
        case removals = "removed"
        case seizureList
        case specimenSeals = "specimenSeal"
        case reportsSent = "reportSent"
        case result
    }
}

extension Search {
    public var subject: RecordID? { place.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.inOrder(
                startedAt,
                endedAt,
                "search.ends-before-it-begins",
                "endedAt",
                "a search ends after it begins"
            )
            rules.require(
                !officers.contains(leader),
                "search.leader-repeated",
                "officer",
                "the leader is not listed again among the other officers"
            )
            rules.unique(officers, "search.officer-repeated", "officer", "list each officer once")
            rules.unique(
                calledWitnesses.map(\.person),
                "search.witness-repeated",
                "calledWitness",
                "list each witness once"
            )
            rules.ask(authorities, in: "authority")
            rules.ask(calledWitnesses, in: "calledWitness")
            rules.ask(occupantCopy, in: "occupantCopy")
            rules.ask(recordings, in: "recording")
            rules.ask(removals, in: "removed")
            rules.ask(seizureList, in: "seizureList")
            rules.ask(reportsSent, in: "reportSent")
        }
    }
}

extension Search {
    /// A witness who was called to attend a search.
    public struct Witness: Codable, Hashable, Sendable {
        /// Who.
        public var person: Reference<Person>
        /// Whether the witness has no stake in the matter and no tie to the police.
        public var independent: Bool
        /// Whether the witness lives in the locality.
        public var local: Bool?
        /// The signature on the seizure list.
        public var attestation: Attestation?

        public init(
            person: Reference<Person>,
            independent: Bool,
            local: Bool? = nil,
            attestation: Attestation? = nil
        ) {
            self.person = person
            self.independent = independent
            self.local = local
            self.attestation = attestation
        }
    }
}

extension Search.Witness: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestation, in: "attestation")
    }
}

extension Search {
    /// A person who was found in the place and brought out (ITPA s.15(4) and (5)).
    public struct Removal: Codable, Hashable, Sendable {
        /// Who.
        public var person: Reference<Person>
        /// In which part of the place, and in what state.
        public var foundAt: FreeText?
        /// When brought out.
        public var removedAt: Moment?
        /// When produced before the magistrate or committee.
        public var producedAt: Moment?
        /// Before whom.
        public var magistrate: Reference<Person>?
        /// Before which court or committee, or to whose care.
        public var toAgency: Reference<Agency>?
        /// The examinations of the person that followed.
        public var examinations: [Reference<Examination>]

        public init(
            person: Reference<Person>,
            foundAt: FreeText? = nil,
            removedAt: Moment? = nil,
            producedAt: Moment? = nil,
            magistrate: Reference<Person>? = nil,
            toAgency: Reference<Agency>? = nil,
            examinations: [Reference<Examination>] = []
        ) {
            self.person = person
            self.foundAt = foundAt
            self.removedAt = removedAt
            self.producedAt = producedAt
            self.magistrate = magistrate
            self.toAgency = toAgency
            self.examinations = examinations
        }

        private enum CodingKeys: String, CodingKey {
            case person, foundAt, removedAt, producedAt, magistrate, toAgency
            case examinations = "examination"
        }
    }
}

extension Search.Removal: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            removedAt,
            producedAt,
            "removal.produced-before-removed",
            "producedAt",
            "a person is produced after being brought out"
        )
    }
}

extension Search {
    /// The list of things seized, made on the spot.
    public struct SeizureList: Codable, Hashable, Sendable {
        /// Its number.
        public var number: Code?
        /// When it was made.
        public var preparedAt: Moment?
        /// How many items it lists. It must agree with the exhibits.
        public var itemCount: Count
        /// The list itself.
        public var document: Reference<CaseDocument>?
        /// Each signature under it.
        public var signatures: [Attestation]

        public init(
            number: Code? = nil,
            preparedAt: Moment? = nil,
            itemCount: Count,
            document: Reference<CaseDocument>? = nil,
            signatures: [Attestation] = []
        ) {
            self.number = number
            self.preparedAt = preparedAt
            self.itemCount = itemCount
            self.document = document
            self.signatures = signatures
        }

        private enum CodingKeys: String, CodingKey {
            case number, preparedAt, itemCount, document
            case signatures = "signature"
        }
    }
}

extension Search.SeizureList: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(signatures, in: "signature")
    }
}
