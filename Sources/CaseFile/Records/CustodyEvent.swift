/// One event in the custody of one exhibit. The events of an exhibit, in order, are its chain of custody.
///
/// Its fields are those of a chain-of-custody register (ISO/IEC 27037, NIST; BNSS s.193(3)). Whether the
/// chain holds is not a matter of form: the rules of custody say it.
public struct CustodyEvent: RecordBody {
    public static let kind = Kind.custodyEvent

    /// Which exhibit.
    public var exhibit: Reference<Exhibit>
    /// What happened.
    public var event: CustodyEventKind
    /// When it happened, apart from when it was recorded.
    public var at: Moment
    /// Its number in the register of the one who reports it.
    public var sequence: Count?
    /// Who gave it out of hand.
    public var releasedBy: Reference<Person>?
    /// Who took it in charge.
    public var receivedBy: Reference<Person>?
    /// Where it was.
    public var placeFrom: Reference<Place>?
    /// Where it came to be.
    public var placeTo: Reference<Place>?
    /// What for.
    public var purpose: FreeText?
    /// By what authority.
    public var authority: Authority?
    /// Who carried it.
    public var carrier: Reference<Person>?
    /// In what condition it was.
    public var condition: FreeText?
    /// How it was packed.
    public var packaging: FreeText?
    /// The number on the seal that it bore before the event.
    public var sealBefore: Code?
    /// The number on the seal that it bore after the event.
    public var sealAfter: Code?
    /// Whether the seal that it bore before the event was whole.
    public var sealIntact: Bool?
    /// Who keeps the seal with which it was sealed.
    public var sealHolder: Reference<Person>?
    /// The specimen of the seal that was made, or that went with it.
    public var specimenSeal: SpecimenSeal?
    /// How much of it there was after the event.
    public var quantity: Quantity?
    /// The exhibits that came of a split or copy.
    public var parts: [Part] = []
    /// The digests of its bytes before the event.
    public var digestsBefore: [Digest] = []
    /// The digests of its bytes after the event.
    public var digestsAfter: [Digest] = []
    /// Who saw it.
    public var witnesses: [Reference<Person>] = []
    /// The releaser's signature or confirmation.
    public var releasedAttestation: Attestation?
    /// The receiver's signature or confirmation.
    public var receivedAttestation: Attestation?
    /// The papers: forwarding memo, receipt, register page.
    public var documents: [Reference<CaseDocument>] = []
    /// Why it happened, or was recorded, later than it should.
    public var latenessReason: FreeText?
    /// Present where another agency reported the event and it was recorded as reported.
    public var reported: Report?
    /// Anything else about it.
    public var note: FreeText?

    public init(exhibit: Reference<Exhibit>, event: CustodyEventKind, at: Moment) {
        self.exhibit = exhibit
        self.event = event
        self.at = at
    }

    private enum CodingKeys: String, CodingKey {
        case exhibit, event, at, sequence, releasedBy, receivedBy, placeFrom, placeTo, purpose
        case authority, carrier, condition, packaging, sealBefore, sealAfter, sealIntact, sealHolder
        case specimenSeal, quantity
        case parts = "part"
        case digestsBefore = "digestBefore"
        case digestsAfter = "digestAfter"
        case witnesses = "witness"
        case releasedAttestation, receivedAttestation
        case documents = "document"
        case latenessReason, reported, note
    }
}

extension CustodyEvent {
    public var subject: RecordID? { exhibit.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                parts.isEmpty || event == .split || event == .copy,
                "custody-event.parts",
                "part",
                "only a split or a copy has parts"
            )
            rules.require(
                !parts.contains { $0.exhibit == exhibit },
                "custody-event.part-of-itself",
                "part",
                "an exhibit is not a part of itself"
            )
            rules.unique(parts.map(\.exhibit), "custody-event.part-repeated", "part", "list each part once")
            rules.uniqueAlgorithms(digestsBefore, "digestBefore")
            rules.uniqueAlgorithms(digestsAfter, "digestAfter")
            rules.ask(authority, in: "authority")
            rules.ask(releasedAttestation, in: "releasedAttestation")
            rules.ask(receivedAttestation, in: "receivedAttestation")
        }
    }
}

extension CustodyEvent {
    /// An exhibit that came of a split or a copy.
    public struct Part: Codable, Hashable, Sendable {
        /// Which.
        public var exhibit: Reference<Exhibit>
        /// How much of the whole it is.
        public var quantity: Quantity?

        public init(exhibit: Reference<Exhibit>, quantity: Quantity? = nil) {
            self.exhibit = exhibit
            self.quantity = quantity
        }
    }
}

extension CustodyEvent {
    /// Where a reported event comes from, and which rules it broke when it was recorded.
    public struct Report: Codable, Hashable, Sendable {
        /// The agency that reported it.
        public var source: Reference<Agency>
        /// The code of each custody finding that was recorded with it.
        public var findings: [Token]

        public init(source: Reference<Agency>, findings: [Token] = []) {
            self.source = source
            self.findings = findings
        }

        private enum CodingKeys: String, CodingKey {
            case source
            case findings = "finding"
        }
    }
}
