/// A thing that is evidence: physical, digital or documentary. It may be a part of another exhibit.
public struct Exhibit: RecordBody {
    public static let kind = Kind.exhibit

    /// The mark that was put on it, unique in the case, such as KT/7.
    public var mark: Code
    /// What others call it: the court's, the laboratory's, the malkhana's number.
    public var otherMarks: [OtherMark] = []
    /// What it is, so that it can be told from others.
    public var description: FreeText
    /// Physical, digital or documentary.
    public var category: Category
    /// What it is good for, by the pack's word: biological, money, rent-record, register and so on.
    public var natures: [Token] = []
    /// The exhibit that it was taken from or is a part of.
    public var parentExhibit: Reference<Exhibit>?
    /// The search in which it was found.
    public var search: Reference<Search>?
    /// The memo of its seizure, where there was no search.
    public var seizureMemo: Reference<CaseDocument>?
    /// When it was seized or handed over.
    public var seizedAt: Moment?
    /// From whom.
    public var seizedFrom: Reference<Person>?
    /// Where.
    public var place: Reference<Place>?
    /// Where in that place.
    public var foundAt: FreeText?
    /// Whose it is said to be.
    public var claimedOwner: Reference<Person>?
    /// How much there was when it was taken.
    public var quantity: Quantity?
    /// Its value, or the sum that it is.
    public var value: Money?
    /// Make, model and numbers, where it holds electronic records.
    public var device: DeviceDescription?
    /// The witness who will produce it in court.
    public var producers: [Reference<Person>] = []
    /// Whether it is of a kind that travels sealed.
    public var sealable: Bool
    /// Whether seeing it would harm somebody: it is then not shown in thumbnails or public editions.
    public var sensitive: Bool
    /// How it was packed, and what is written on the pack.
    public var packaging: FreeText?
    /// Each signature on its label; CrimPR 16.3 wants the witness's.
    public var labelSignatures: [Attestation] = []
    /// Where it stands between prosecution and defence.
    public var disclosure: Disclosure?
    /// Anything else about it.
    public var note: FreeText?

    public init(mark: Code, description: FreeText, category: Category, sealable: Bool, sensitive: Bool) {
        self.mark = mark
        self.description = description
        self.category = category
        self.sealable = sealable
        self.sensitive = sensitive
    }

    private enum CodingKeys: String, CodingKey {
        case mark
        case otherMarks = "otherMark"
        case description, category
        case natures = "nature"
        case parentExhibit, search, seizureMemo, seizedAt, seizedFrom, place, foundAt, claimedOwner
        case quantity, value, device
        case producers = "producedBy"
        case sealable, sensitive, packaging
        case labelSignatures = "labelSigned"
        case disclosure, note
    }
}

extension Exhibit {
    public var label: String? { mark.text }
    public var subject: RecordID? { parentExhibit?.to ?? search?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.ask(device, in: "device")
            rules.ask(labelSignatures, in: "labelSigned")
            rules.ask(disclosure, in: "disclosure")
        }
    }
}

extension Exhibit {
    /// Another mark or number of the exhibit.
    public struct OtherMark: Codable, Hashable, Sendable {
        /// Whose it is, by the pack's word: court, laboratory, malkhana-register, material-object and so on.
        public var kind: Token
        /// The mark.
        public var mark: Code
        /// Who gave it.
        public var agency: Reference<Agency>?

        public init(kind: Token, mark: Code, agency: Reference<Agency>? = nil) {
            self.kind = kind
            self.mark = mark
            self.agency = agency
        }
    }
}

extension Exhibit {
    /// What an exhibit is made of.
    public enum Category: String, CaseIterable, Codable, Hashable, Sendable {
        /// A thing.
        case physical
        /// A device that holds electronic records, or the records themselves.
        case digital
        /// Paper.
        case documentary
    }
}
