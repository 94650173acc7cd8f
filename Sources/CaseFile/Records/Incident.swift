/// What is said to have happened: when, where, how, to whom (form IIF-II).
public struct Incident: RecordBody {
    public static let kind = Kind.incident

    /// A short name for it.
    public var title: FreeText
    /// What it is, by the pack's word.
    public var kind: Token?
    /// The major crime head under which it is counted.
    public var majorHead: Code?
    /// The minor crime head.
    public var minorHead: Code?
    /// When it began, as exactly as it is known.
    public var from: Moment
    /// When it ended.
    public var until: Moment?
    /// Where.
    public var places: [Reference<Place>] = []
    /// What happened.
    public var description: FreeText
    /// How it was done.
    public var modus: FreeText?
    /// To whom.
    public var victims: [Reference<Party>] = []
    /// By whom, as far as is alleged.
    public var accused: [Reference<Party>] = []
    /// Each visit to the scene by investigators or forensic experts.
    public var sceneVisits: [SceneVisit] = []
    /// The sketch or plan of the scene.
    public var sketch: Reference<CaseDocument>?

    public init(title: FreeText, from: Moment, description: FreeText) {
        self.title = title
        self.from = from
        self.description = description
    }

    private enum CodingKeys: String, CodingKey {
        case title, kind, majorHead, minorHead, from, until
        case places = "place"
        case description, modus
        case victims = "victim"
        case accused
        case sceneVisits = "sceneVisit"
        case sketch
    }
}

extension Incident {
    public var label: String? { title.plain() }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.inOrder(
                from,
                until,
                "incident.ends-before-it-begins",
                "until",
                "an incident ends after it begins"
            )
            rules.ask(sceneVisits, in: "sceneVisit")
        }
    }
}

extension Incident {
    /// A visit to the scene (BNSS s.176(3) for grave offences).
    public struct SceneVisit: Codable, Hashable, Sendable {
        /// When.
        public var at: Moment
        /// Who.
        public var visitors: [Reference<Person>]
        /// For which agency.
        public var agency: Reference<Agency>?
        /// How it was recorded.
        public var recordings: [Recording]
        /// What was collected.
        public var exhibits: [Reference<Exhibit>]
        /// What was found.
        public var findings: FreeText?

        public init(
            at: Moment,
            visitors: [Reference<Person>],
            agency: Reference<Agency>? = nil,
            recordings: [Recording] = [],
            exhibits: [Reference<Exhibit>] = [],
            findings: FreeText? = nil
        ) {
            self.at = at
            self.visitors = visitors
            self.agency = agency
            self.recordings = recordings
            self.exhibits = exhibits
            self.findings = findings
        }

        private enum CodingKeys: String, CodingKey {
            case at
            case visitors = "visitor"
            case agency
            case recordings = "recording"
            case exhibits = "exhibit"
            case findings
        }
    }
}

extension Incident.SceneVisit: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(!visitors.isEmpty, "scene-visit.visitor", "visitor", "say who visited the scene")
        rules.ask(recordings, in: "recording")
    }
}
