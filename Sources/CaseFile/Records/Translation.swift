/// A translation of a statement or of a document of the file.
public struct Translation: RecordBody {
    public static let kind = Kind.translation

    /// The statement that is translated.
    public var statement: Reference<Statement>?
    /// The document that is translated.
    public var document: Reference<CaseDocument>?
    /// Who translated it.
    public var translator: Reference<Person>
    /// The language of the original.
    public var fromLanguage: LanguageTag
    /// The language of the translation.
    public var language: LanguageTag
    /// When.
    public var translatedAt: Moment?
    /// The paragraphs, with the numbers of the original.
    public var paragraphs: [Paragraph]
    /// The translator's certificate.
    public var certification: FreeText?
    /// The translator's signature.
    public var attestation: Attestation?
    /// The file that holds the translation.
    public var files: [Reference<EvidenceFile>] = []
    /// Anything else about it.
    public var note: FreeText?

    public init(
        translator: Reference<Person>,
        fromLanguage: LanguageTag,
        language: LanguageTag,
        paragraphs: [Paragraph]
    ) {
        self.translator = translator
        self.fromLanguage = fromLanguage
        self.language = language
        self.paragraphs = paragraphs
    }

    private enum CodingKeys: String, CodingKey {
        case statement, document, translator, fromLanguage, language, translatedAt
        case paragraphs = "paragraph"
        case certification, attestation
        case files = "file"
        case note
    }
}

extension Translation {
    public var subject: RecordID? { statement?.to ?? document?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.exactlyOne(
                ["statement": statement != nil, "document": document != nil],
                "translation.original"
            )
            rules.require(
                fromLanguage != language,
                "translation.same-language",
                "language",
                "a translation is in another language than its original"
            )
            rules.require(!paragraphs.isEmpty, "translation.empty", "paragraph", "give the translation")
            rules.uniqueNumbers(paragraphs)
            rules.ask(attestation, in: "attestation")
        }
    }
}
