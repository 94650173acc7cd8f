/// A place that matters to the case: the flat, the police station, the malkhana, the laboratory.
public struct Place: RecordBody {
    public static let kind = Kind.place

    /// What the file calls it.
    public var name: FreeText
    /// What it is, by the pack's word: alleged-brothel, residence, police-station, malkhana, laboratory,
    /// court and so on.
    public var kind: Token
    /// What it looks like, its rooms, its boundaries.
    public var description: FreeText?
    /// The place that it is a part of: the building of a flat, the room of a shelf.
    public var parentPlace: Reference<Place>?
    /// Its address.
    public var address: Address?
    /// Where it is on the map.
    public var coordinates: Coordinates?
    /// The agency whose place it is.
    public var agency: Reference<Agency>?
    /// The station within whose limits it lies.
    public var policeStation: Reference<Agency>?
    /// Who owned, let, rented or ran it.
    public var holders: [Holder] = []
    /// Places of worship, schools and other public places near it (ITPA s.7).
    public var publicPlaces: [Nearby] = []
    /// Anything else about it.
    public var note: FreeText?

    public init(name: FreeText, kind: Token) {
        self.name = name
        self.kind = kind
    }

    private enum CodingKeys: String, CodingKey {
        case name, kind, description, parentPlace, address, coordinates, agency, policeStation
        case holders = "holder"
        case publicPlaces = "publicPlace"
        case note
    }
}

extension Place {
    public var label: String? { name.plain() }
    public var subject: RecordID? { parentPlace?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.ask(coordinates, in: "coordinates")
            rules.ask(holders, in: "holder")
        }
    }
}

extension Place {
    /// Somebody who held a place.
    public struct Holder: Codable, Hashable, Sendable {
        /// Who.
        public var person: Reference<Person>
        /// As what, by the pack's word: owner, lessor, tenant, occupier, keeper and so on.
        public var capacity: Token
        /// Since when.
        public var from: Moment?
        /// Until when.
        public var until: Moment?
        /// The papers that show it.
        public var documents: [Reference<CaseDocument>]
        /// Anything else about it, such as the rent.
        public var note: FreeText?

        public init(
            person: Reference<Person>,
            capacity: Token,
            from: Moment? = nil,
            until: Moment? = nil,
            documents: [Reference<CaseDocument>] = [],
            note: FreeText? = nil
        ) {
            self.person = person
            self.capacity = capacity
            self.from = from
            self.until = until
            self.documents = documents
            self.note = note
        }

        private enum CodingKeys: String, CodingKey {
            case person, capacity, from, until
            case documents = "document"
            case note
        }
    }
}

extension Place.Holder: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(from, until, "holder.ends-before-it-begins", "until", "a holding ends after it begins")
    }
}

extension Place {
    /// A public place near this one.
    public struct Nearby: Codable, Hashable, Sendable {
        /// What it is.
        public var description: FreeText
        /// How far it is, in metres.
        public var distanceMetres: Count

        public init(description: FreeText, distanceMetres: Count) {
            self.description = description
            self.distanceMetres = distanceMetres
        }
    }
}
