/// One thing that a finding expected or found: typed, and never a person's name or a word of evidence.
///
/// People and places are references; whoever shows a finding looks up what the reader may see of them.
public enum CustodyFact: Hashable, Sendable {
    case person(RecordID)
    case place(RecordID)
    case exhibit(RecordID)
    case event(CustodyEventKind)
    case time(CustodyTime)
    /// Whole seconds.
    case duration(Int64)
    case seal(String)
    /// Such as `sha256:9f86…`.
    case digest(String)
    /// Such as `2.5 kg`.
    case quantity(String)
    case number(Int)
    case authority(AuthorityKind)
    /// A field of the event's record, by its element's name.
    case field(String)
}

extension CustodyFact {
    /// What kind of thing it is, for machines.
    public var kind: String {
        switch self {
        case .person: "person"
        case .place: "place"
        case .exhibit: "exhibit"
        case .event: "event"
        case .time: "time"
        case .duration: "duration"
        case .seal: "seal"
        case .digest: "digest"
        case .quantity: "quantity"
        case .number: "number"
        case .authority: "authority"
        case .field: "field"
        }
    }

    /// The thing itself, for machines: an id, a token, a time as in a record, a number of seconds, a text.
    public var value: String {
        switch self {
        case .person(let id), .place(let id), .exhibit(let id): id.description
        case .event(let kind): kind.rawValue
        case .time(let time): time.description
        case .duration(let seconds): String(seconds)
        case .seal(let text), .digest(let text), .quantity(let text), .field(let text): text
        case .number(let number): String(number)
        case .authority(let kind): kind.rawValue
        }
    }
}

extension CustodyFact: Encodable {
    private enum CodingKeys: CodingKey {
        case kind, value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(value, forKey: .value)
    }
}

extension CustodyFact: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duration(let seconds) where seconds >= 2 * 86_400: "\(seconds / 86_400) days"
        case .duration(let seconds) where seconds >= 2 * 3600: "\(seconds / 3600) hours"
        case .duration(let seconds): "\(seconds / 60) minutes"
        case .time, .quantity: value
        case .number(let number): "number \(number)"
        default: "\(kind) \(value)"
        }
    }
}
