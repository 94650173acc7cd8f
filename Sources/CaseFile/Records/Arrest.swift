/// The arrest of an accused: memo, grounds, information of relatives, production and detention (BNSS s.35 to
/// s.62, s.187; PACE in England and Wales).
public struct Arrest: RecordBody {
    public static let kind = Kind.arrest

    /// Who was arrested; the party's code is the accused code.
    public var accused: Reference<Party>
    /// When.
    public var at: Moment
    /// Where.
    public var place: Reference<Place>?
    /// Who made the arrest.
    public var arrestingOfficer: Reference<Person>
    /// Other officers who took part.
    public var officers: [Reference<Person>] = []
    /// The warrant, where there was one.
    public var authority: Authority?
    /// The offences for which the arrest was made.
    public var provisions: [Provision] = []
    /// Why an arrest was necessary (BNSS s.35(1)(b); PACE Code G).
    public var necessity: FreeText?
    /// The notice of appearance that went before (BNSS s.35(3)).
    public var notice: Reference<CaseDocument>?
    /// The entry in the general diary.
    public var diaryEntry: DiaryEntry?
    /// The court, where the accused surrendered there.
    public var surrenderedTo: Reference<Agency>?
    /// Whether it was after sunset and before sunrise.
    public var betweenSunsetAndSunrise: Bool?
    /// The magistrate's leave to arrest a woman in that time (BNSS s.43(5)).
    public var nightPermission: Authority?
    /// The exceptional circumstances for it.
    public var nightReason: FreeText?
    /// Force or handcuffs that were used, and why.
    public var force: FreeText?
    /// The state and injuries of the arrested person, as inspected.
    public var condition: FreeText?
    /// The memorandum of arrest (BNSS s.36).
    public var memo: Memo?
    /// Each service of the grounds of arrest.
    public var grounds: [Grounds] = []
    /// Each right that the person was told of.
    public var rights: [Right] = []
    /// Each relative, friend or other person who was told of the arrest.
    public var notifications: [Notification] = []
    /// The search of the arrested person.
    public var personalSearch: PersonalSearch?
    /// The medical examinations of the arrested person.
    public var examinations: [Reference<Examination>] = []
    /// Each production before a magistrate.
    public var productions: [Production] = []
    /// Each order of custody.
    public var remands: [Remand] = []
    /// Each release.
    public var releases: [Release] = []
    /// Detention at a police station under PACE.
    public var policeCustody: PoliceCustody?
    /// Anything else about it.
    public var note: FreeText?

    public init(accused: Reference<Party>, at: Moment, arrestingOfficer: Reference<Person>) {
        self.accused = accused
        self.at = at
        self.arrestingOfficer = arrestingOfficer
    }

    private enum CodingKeys: String, CodingKey {
        case accused, at, place, arrestingOfficer
        case officers = "officer"
        case authority
        case provisions = "provision"
        case necessity, notice, diaryEntry, surrenderedTo, betweenSunsetAndSunrise, nightPermission
        case nightReason, force, condition, memo, grounds
        case rights = "right"
        case notifications = "informed"
        case personalSearch
        case examinations = "examination"
        case productions = "production"
        case remands = "remand"
        case releases = "release"
        case policeCustody, note
    }
}

extension Arrest {
    public var subject: RecordID? { accused.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            for production in productions {
                rules.inOrder(
                    at,
                    production.at,
                    "arrest.produced-before-arrested",
                    "production",
                    "a person is produced after being arrested"
                )
            }
            for release in releases {
                rules.inOrder(
                    at,
                    release.at,
                    "arrest.released-before-arrested",
                    "release",
                    "a person is released after being arrested"
                )
            }
            rules.require(
                !officers.contains(arrestingOfficer),
                "arrest.officer-repeated",
                "officer",
                "the arresting officer is not listed again among the others"
            )
            rules.ask(authority, in: "authority")
            rules.ask(nightPermission, in: "nightPermission")
            rules.ask(memo, in: "memo")
            rules.ask(grounds, in: "grounds")
            rules.ask(notifications, in: "informed")
            rules.ask(remands, in: "remand")
            rules.ask(releases, in: "release")
            rules.ask(policeCustody, in: "policeCustody")
        }
    }
}

extension Arrest {
    /// A production of the arrested person before a magistrate (BNSS s.58).
    public struct Production: Codable, Hashable, Sendable {
        /// When.
        public var at: Moment
        /// Before whom.
        public var magistrate: Reference<Person>?
        /// Before which court.
        public var court: Reference<Agency>?
        /// How long the journey took, in minutes: the 24 hours do not count it.
        public var journeyMinutes: Count?
        /// Whether it was by video link.
        public var byVideo: Bool?
        /// The order that was made.
        public var order: Reference<CaseDocument>?

        public init(
            at: Moment,
            magistrate: Reference<Person>? = nil,
            court: Reference<Agency>? = nil,
            journeyMinutes: Count? = nil,
            byVideo: Bool? = nil,
            order: Reference<CaseDocument>? = nil
        ) {
            self.at = at
            self.magistrate = magistrate
            self.court = court
            self.journeyMinutes = journeyMinutes
            self.byVideo = byVideo
            self.order = order
        }
    }
}

extension Arrest {
    /// An order that keeps the arrested person in custody (BNSS s.187).
    public struct Remand: Codable, Hashable, Sendable {
        /// What custody, by the pack's word: police, judicial, observation-home and so on.
        public var kind: Token
        /// Since when.
        public var from: Moment
        /// Until when.
        public var until: Moment?
        /// The order.
        public var authority: Authority?
        /// Where.
        public var place: Reference<Place>?

        public init(
            kind: Token,
            from: Moment,
            until: Moment? = nil,
            authority: Authority? = nil,
            place: Reference<Place>? = nil
        ) {
            self.kind = kind
            self.from = from
            self.until = until
            self.authority = authority
            self.place = place
        }
    }
}

extension Arrest.Remand: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(from, until, "remand.ends-before-it-begins", "until", "custody ends after it begins")
        rules.ask(authority, in: "authority")
    }
}

extension Arrest {
    /// A release of the arrested person.
    public struct Release: Codable, Hashable, Sendable {
        /// How, by the pack's word: bail, bond, default-bail, notice, no-further-action and so on.
        public var kind: Token
        /// When.
        public var at: Moment
        /// The order.
        public var authority: Authority?
        /// The conditions.
        public var conditions: FreeText?

        public init(kind: Token, at: Moment, authority: Authority? = nil, conditions: FreeText? = nil) {
            self.kind = kind
            self.at = at
            self.authority = authority
            self.conditions = conditions
        }
    }
}

extension Arrest.Release: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(authority, in: "authority")
    }
}
