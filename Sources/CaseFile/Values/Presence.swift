/// Somebody who was present, and as what.
public struct Presence: Codable, Hashable, Sendable {
    /// Who.
    public var person: Reference<Person>
    /// As what, by the pack's word: support-person, trusted-person, lawyer, appropriate-adult, photographer
    /// and so on.
    public var capacity: Token

    public init(person: Reference<Person>, capacity: Token) {
        self.person = person
        self.capacity = capacity
    }
}
