/// What a record is. The raw value is the name of its element.
public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    case access
    case agency
    case answer
    case arrest
    case bundle
    case `case`
    case certificate
    case charge
    case custodyEvent
    case deadline
    case decision
    case document
    case edition
    case element
    case examination
    case exhibit
    case file
    case identity
    case incident
    case party
    case person
    case place
    case proof
    case receipt
    case search
    case statement
    case translation
}

extension Kind: CustomStringConvertible {
    public var description: String { rawValue }
}
