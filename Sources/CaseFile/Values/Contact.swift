/// One way to reach an official or professional. Nobody protected has one.
public struct Contact: Codable, Hashable, Sendable {
    /// The channel.
    public var kind: ContactKind
    /// The number or address.
    public var value: Code

    public init(kind: ContactKind, value: Code) {
        self.kind = kind
        self.value = value
    }
}

/// By which channel somebody can be reached.
public enum ContactKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// A telephone number.
    case telephone
    /// An e-mail address.
    case email
    /// A postal address.
    case postal
    /// Something else.
    case other
}
