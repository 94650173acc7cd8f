/// The case as a whole: its numbers, its court, its clock. A log has exactly one.
///
/// What the law wants to know of the first information (BNSS s.173, form IIF-I) stands in firstInformation.
public struct Case: RecordBody {
    public static let kind = Kind.case

    /// The office's own number for the case; what bundles are named after.
    public var number: Code
    /// The title, in one or more languages. It names nobody who is protected.
    public var titles: [FreeText]
    /// The jurisdiction pack, such as in or ew.
    public var jurisdiction: Token
    /// The zone in which the case's days begin and its clocks run, such as Asia/Kolkata.
    public var timeZone: TimeZoneName
    /// The language in which the office keeps the case.
    public var language: LanguageTag
    /// When the office opened it.
    public var openedAt: Moment
    /// When the office closed it.
    public var closedAt: Moment?
    /// Where it stands, by the pack's word: inquiry, investigation, trial and so on.
    public var stage: Token?
    /// What others call it: FIR, crime and court numbers.
    public var otherNumbers: [Number] = []
    /// How the police came to know.
    public var firstInformation: FirstInformation?
    /// The provisions under which it was first registered.
    public var invocations: [Provision] = []
    /// The agency that keeps this file.
    public var office: Reference<Agency>?
    /// The court that will try it.
    public var court: Reference<Agency>?
    /// What the case is about.
    public var incidents: [Reference<Incident>] = []
    /// Each move of the investigation from one unit to another.
    public var transfers: [Transfer] = []
    /// Anything else about the case.
    public var note: FreeText?

    public init(
        number: Code,
        titles: [FreeText],
        jurisdiction: Token,
        timeZone: TimeZoneName,
        language: LanguageTag,
        openedAt: Moment
    ) {
        self.number = number
        self.titles = titles
        self.jurisdiction = jurisdiction
        self.timeZone = timeZone
        self.language = language
        self.openedAt = openedAt
    }

    private enum CodingKeys: String, CodingKey {
        case number
        case titles = "title"
        case jurisdiction, timeZone, language, openedAt, closedAt, stage
        case otherNumbers = "otherNumber"
        case firstInformation
        case invocations = "invoked"
        case office, court
        case incidents = "incident"
        case transfers = "transfer"
        case note
    }
}

extension Case {
    public var label: String? { number.text }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(!titles.isEmpty, "case.title", "title", "give the case a title")
            rules.inOrder(
                openedAt,
                closedAt,
                "case.closed-before-opened",
                "closedAt",
                "a case is closed after it is opened"
            )
            rules.ask(firstInformation, in: "firstInformation")
            rules.ask(transfers, in: "transfer")
        }
    }
}

extension Case {
    /// A number by which somebody else knows the case.
    public struct Number: Codable, Hashable, Sendable {
        /// What kind of number, by the pack's word: fir, zero-fir, crime-number, urn, court-case and so on.
        public var kind: Token
        /// The number, as written there.
        public var value: Code
        /// The year that it belongs to.
        public var year: Count?
        /// Who gave it.
        public var agency: Reference<Agency>?
        /// When it was given.
        public var at: Moment?

        public init(
            kind: Token,
            value: Code,
            year: Count? = nil,
            agency: Reference<Agency>? = nil,
            at: Moment? = nil
        ) {
            self.kind = kind
            self.value = value
            self.year = year
            self.agency = agency
            self.at = at
        }
    }
}

extension Case {
    /// The information that set the law in motion, and what was done with it (BNSS s.173; form IIF-I).
    public struct FirstInformation: Codable, Hashable, Sendable {
        /// The number of the FIR or crime report.
        public var number: Code
        /// Its year.
        public var year: Count
        /// The station that registered it.
        public var policeStation: Reference<Agency>
        /// The station's district.
        public var district: FreeText?
        /// How the information came.
        public var means: InformationMeans?
        /// When it was received, which is not when it was registered.
        public var receivedAt: Moment
        /// When it was registered.
        public var registeredAt: Moment?
        /// The entry in the general diary.
        public var diaryEntry: DiaryEntry?
        /// Who gave it.
        public var informant: Reference<Person>?
        /// The officer who wrote it down.
        public var recorder: Reference<Person>?
        /// The informant's signature; for electronic information due within three days.
        public var signature: Attestation?
        /// Why it was given late, where it was.
        public var delayReason: FreeText?
        /// What it says, where it is not a statement record.
        public var contents: FreeText?
        /// The informant's statement, where it is a record.
        public var statement: Reference<Statement>?
        /// To whom the free copy went, and when.
        public var copiesGiven: [Delivery] = []
        /// When it was sent to the magistrate.
        public var sentToCourtAt: Moment?

        public init(number: Code, year: Count, policeStation: Reference<Agency>, receivedAt: Moment) {
            self.number = number
            self.year = year
            self.policeStation = policeStation
            self.receivedAt = receivedAt
        }

        private enum CodingKeys: String, CodingKey {
            case number, year, policeStation, district, means, receivedAt, registeredAt, diaryEntry
            case informant, recorder, signature, delayReason, contents, statement
            case copiesGiven = "copyGiven"
            case sentToCourtAt
        }
    }
}

extension Case.FirstInformation: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            receivedAt,
            registeredAt,
            "first-information.registered-before-received",
            "registeredAt",
            "information is registered after it is received"
        )
        rules.ask(signature, in: "signature")
        rules.ask(copiesGiven, in: "copyGiven")
    }
}

extension Case {
    /// The move of an investigation to another unit, such as a specialised one.
    public struct Transfer: Codable, Hashable, Sendable {
        /// Who gave it up.
        public var fromAgency: Reference<Agency>
        /// Who took it over.
        public var toAgency: Reference<Agency>
        /// When the move was ordered.
        public var orderedAt: Moment?
        /// When the file and the charge of it passed.
        public var at: Moment
        /// The order.
        public var authority: Authority?
        /// Why.
        public var reason: FreeText?

        public init(
            fromAgency: Reference<Agency>,
            toAgency: Reference<Agency>,
            orderedAt: Moment? = nil,
            at: Moment,
            authority: Authority? = nil,
            reason: FreeText? = nil
        ) {
            self.fromAgency = fromAgency
            self.toAgency = toAgency
            self.orderedAt = orderedAt
            self.at = at
            self.authority = authority
            self.reason = reason
        }
    }
}

extension Case.Transfer: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            orderedAt,
            at,
            "transfer.before-its-order",
            "at",
            "the file passes after the order to transfer it"
        )
        rules.ask(authority, in: "authority")
    }
}

extension Case {
    /// How the first information came.
    public enum InformationMeans: String, CaseIterable, Codable, Hashable, Sendable {
        /// By word of mouth, taken down by the officer.
        case oral
        /// On paper.
        case written
        /// Electronically.
        case electronic
        /// The officer's own knowledge or source information.
        case ownKnowledge = "own-knowledge"
    }
}
