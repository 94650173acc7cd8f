/// What somebody stated: before the police, before a magistrate, or in writing.
///
/// Whether it must be signed, or must not be, hangs on its kind, and the jurisdiction's pack says it.
public struct Statement: RecordBody {
    public static let kind = Kind.statement

    /// What statement it is, by the pack's word: s180, s183-statement, s183-confession, mg11, informant and
    /// so on.
    public var kind: Token
    /// Whose statement it is.
    public var maker: Reference<Person>
    /// The officer or magistrate who recorded it.
    public var recorder: Reference<Person>?
    /// Where.
    public var place: Reference<Place>?
    /// When it began.
    public var startedAt: Moment
    /// When it ended.
    public var endedAt: Moment?
    /// The languages in which it was spoken.
    public var languagesSpoken: [LanguageTag]
    /// The language in which it was written down.
    public var languageWritten: LanguageTag
    /// The maker's age at the time, in completed years, as the statement gives it.
    public var makerAge: Count?
    /// Each interpreter or special educator through whom it was taken.
    public var interpretations: [Interpretation] = []
    /// Everybody else who was present, and as what.
    public var present: [Presence] = []
    /// Whether the officer was in uniform.
    public var recorderInUniform: Bool?
    /// Whether the maker was kept at the station overnight.
    public var keptOvernight: Bool?
    /// The audio-video recording.
    public var recordings: [Recording] = []
    /// The caution that was given.
    public var caution: FreeText?
    /// The warning that a confession need not be made (BNSS s.183(2)).
    public var warning: Warning?
    /// The oath or affirmation.
    public var oath: Oath?
    /// What was stated.
    public var paragraphs: [Paragraph]
    /// The reading over to the maker.
    public var readOver: Reading?
    /// The declaration of truth (CrimPR 16.2).
    public var declaration: FreeText?
    /// Each signature, with its signatory. None where the law forbids it.
    public var signatures: [Attestation] = []
    /// The magistrate's memorandum at the foot of a confession (BNSS s.183(4)).
    public var memorandum: FreeText?
    /// How many pages the paper has.
    public var pages: Count?
    /// The paper itself.
    public var document: Reference<CaseDocument>?
    /// The earlier statement of the same maker that this one adds to.
    public var supplements: Reference<Statement>?
    /// Where it stands between prosecution and defence.
    public var disclosure: Disclosure?

    public init(
        kind: Token,
        maker: Reference<Person>,
        startedAt: Moment,
        languagesSpoken: [LanguageTag],
        languageWritten: LanguageTag,
        paragraphs: [Paragraph]
    ) {
        self.kind = kind
        self.maker = maker
        self.startedAt = startedAt
        self.languagesSpoken = languagesSpoken
        self.languageWritten = languageWritten
        self.paragraphs = paragraphs
    }

    private enum CodingKeys: String, CodingKey {
        case kind, maker, recorder, place, startedAt, endedAt
        case languagesSpoken = "languageSpoken"
        case languageWritten, makerAge
        case interpretations = "interpreter"
        case present, recorderInUniform, keptOvernight
        case recordings = "recording"
        case caution, warning, oath
        case paragraphs = "paragraph"
        case readOver, declaration
        case signatures = "signature"
        case memorandum, pages, document, supplements, disclosure
    }
}

extension Statement {
    public var subject: RecordID? { maker.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                !languagesSpoken.isEmpty,
                "statement.language",
                "languageSpoken",
                "say in which language it was spoken"
            )
            rules.require(!paragraphs.isEmpty, "statement.empty", "paragraph", "give what was stated")
            rules.uniqueNumbers(paragraphs)
            rules.inOrder(
                startedAt,
                endedAt,
                "statement.ends-before-it-begins",
                "endedAt",
                "a statement ends after it begins"
            )
            rules.ask(interpretations, in: "interpreter")
            rules.ask(recordings, in: "recording")
            rules.ask(oath, in: "oath")
            rules.ask(readOver, in: "readOver")
            rules.ask(signatures, in: "signature")
            rules.ask(disclosure, in: "disclosure")
        }
    }
}

extension Statement {
    /// That a statement was taken through an interpreter.
    public struct Interpretation: Codable, Hashable, Sendable {
        /// Who.
        public var interpreter: Reference<Person>
        /// The language that the maker spoke or signed.
        public var language: LanguageTag
        /// Whether the interpreter was on oath.
        public var sworn: Bool?
        /// The interpreter's certificate that the interpretation is true.
        public var certification: FreeText?
        /// The interpreter's signature.
        public var attestation: Attestation?

        public init(
            interpreter: Reference<Person>,
            language: LanguageTag,
            sworn: Bool? = nil,
            certification: FreeText? = nil,
            attestation: Attestation? = nil
        ) {
            self.interpreter = interpreter
            self.language = language
            self.sworn = sworn
            self.certification = certification
            self.attestation = attestation
        }
    }
}

extension Statement.Interpretation: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestation, in: "attestation")
    }
}

extension Statement {
    /// The warning before a confession.
    public struct Warning: Codable, Hashable, Sendable {
        /// When.
        public var givenAt: Moment
        /// What was said.
        public var text: FreeText?
        /// Whether the magistrate believed, after questioning, that it was made voluntarily.
        public var voluntary: Bool?
        /// Since when the maker was given time to reflect.
        public var reflectionFrom: Moment?

        public init(
            givenAt: Moment,
            text: FreeText? = nil,
            voluntary: Bool? = nil,
            reflectionFrom: Moment? = nil
        ) {
            self.givenAt = givenAt
            self.text = text
            self.voluntary = voluntary
            self.reflectionFrom = reflectionFrom
        }
    }
}

extension Statement {
    /// An oath or affirmation, or the reason why there was none.
    public struct Oath: Codable, Hashable, Sendable {
        /// Whether it was administered.
        public var administered: Bool
        /// Why it was not: a child who does not understand it, an accused.
        public var reason: FreeText?

        public init(administered: Bool, reason: FreeText? = nil) {
            self.administered = administered
            self.reason = reason
        }
    }
}

extension Statement.Oath: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(
            administered || reason != nil,
            "oath.without-reason",
            "reason",
            "say why no oath was administered"
        )
    }
}

extension Statement {
    /// That a statement was read over to its maker.
    public struct Reading: Codable, Hashable, Sendable {
        /// When.
        public var at: Moment
        /// By whom.
        public var reader: Reference<Person>?
        /// In which language.
        public var language: LanguageTag
        /// Whether the maker admitted it to be correct.
        public var admittedCorrect: Bool?
        /// The reader's declaration (CrimPR 16.2).
        public var declaration: FreeText?
        /// The reader's signature.
        public var attestation: Attestation?

        public init(
            at: Moment,
            reader: Reference<Person>? = nil,
            language: LanguageTag,
            admittedCorrect: Bool? = nil,
            declaration: FreeText? = nil,
            attestation: Attestation? = nil
        ) {
            self.at = at
            self.reader = reader
            self.language = language
            self.admittedCorrect = admittedCorrect
            self.declaration = declaration
            self.attestation = attestation
        }
    }
}

extension Statement.Reading: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.ask(attestation, in: "attestation")
    }
}
