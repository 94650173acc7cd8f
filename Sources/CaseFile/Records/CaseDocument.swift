/// A paper of the file that is not itself an exhibit: a memo, notice, order, report, register page,
/// certificate.
public struct CaseDocument: RecordBody {
    public static let kind = Kind.document

    /// What it is, by the pack's word: seizure-memo, forwarding-memo, police-report, notice, order and so on.
    public var kind: Token
    /// Its number.
    public var number: Code?
    /// What the file calls it.
    public var title: FreeText
    /// Its date.
    public var date: Moment?
    /// Who wrote or signed it.
    public var authors: [Reference<Person>] = []
    /// Who issued it.
    public var issuer: AnyReference?
    /// Original or what kind of copy.
    public var form: Form?
    /// The languages in it.
    public var languages: [LanguageTag] = []
    /// How many pages it has.
    public var pages: Count?
    /// When it came to the file.
    public var receivedAt: Moment?
    /// Its scans.
    public var files: [Reference<EvidenceFile>] = []
    /// The exhibit that it was made into, where it was.
    public var exhibit: Reference<Exhibit>?
    /// Its text.
    public var paragraphs: [Paragraph] = []
    /// To whom it was served, sent or filed, and when.
    public var deliveries: [Delivery] = []
    /// For a police report: each device whose sequence of custody it states (BNSS s.193(3)).
    public var custodyStated: [Reference<Exhibit>] = []
    /// Each signature under it.
    public var signatures: [Attestation] = []
    /// Whom or what it concerns.
    public var concerning: [AnyReference] = []
    /// Where it stands between prosecution and defence.
    public var disclosure: Disclosure?
    /// Anything else about it.
    public var note: FreeText?

    public init(kind: Token, title: FreeText) {
        self.kind = kind
        self.title = title
    }

    private enum CodingKeys: String, CodingKey {
        case kind, number, title, date
        case authors = "author"
        case issuer, form
        case languages = "language"
        case pages, receivedAt
        case files = "file"
        case exhibit
        case paragraphs = "paragraph"
        case deliveries = "delivery"
        case custodyStated
        case signatures = "signature"
        case concerning = "ref"
        case disclosure, note
    }
}

extension CaseDocument {
    public var label: String? { number?.text }
    public var subject: RecordID? { exhibit?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.uniqueNumbers(paragraphs)
            rules.ask(deliveries, in: "delivery")
            rules.ask(signatures, in: "signature")
            rules.ask(disclosure, in: "disclosure")
        }
    }
}

extension CaseDocument {
    /// What a paper is.
    public enum Form: String, CaseIterable, Codable, Hashable, Sendable {
        /// The original.
        case original
        /// A certified copy.
        case certifiedCopy = "certified-copy"
        /// A plain copy.
        case copy
        /// It exists only electronically.
        case electronic
    }
}
