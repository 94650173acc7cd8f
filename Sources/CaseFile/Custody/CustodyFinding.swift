/// A chain of custody breaks a rule: which rule, of which exhibit, at which event, against which other one,
/// what the rule expected there and what it found.
public struct CustodyFinding: Hashable, Sendable, Encodable {
    /// The rule's stable code, such as `custody.releaser-not-custodian`.
    public let code: String
    public let severity: CustodySeverity
    public let exhibit: RecordID
    /// The event that breaks the rule; nil where it is the want of one.
    public let event: RecordID?
    /// The event that it is held against: the last receipt, the sealing, the release.
    public let against: RecordID?
    /// Empty: nothing should be there.
    public let expected: [CustodyFact]
    /// Empty: nothing is there.
    public let found: [CustodyFact]
    /// The chain waits for an event that may yet come, and with it the finding goes: a receipt, a deposit.
    public let isOutstanding: Bool
}

extension CustodyFinding: CustomStringConvertible {
    /// In English, for a reader who has no better words at hand: references stay ids.
    public var description: String {
        let title = CustodyRules.rule(code)?.title ?? code
        func list(_ facts: [CustodyFact]) -> String {
            facts.isEmpty ? "nothing" : facts.map(\.description).joined(separator: ", ")
        }
        if expected.isEmpty && found.isEmpty { return title }
        return "\(title): expected \(list(expected)), found \(list(found))"
    }
}
