/// How a piece of the file is disclosed.
public struct Disclosure: Codable, Hashable, Sendable {
    /// Where it stands.
    public var status: DisclosureStatus
    /// The schedule that lists it, such as MG6C.
    public var schedule: Code?
    /// Its number in that schedule.
    public var item: Count?
    /// Whether it might help the defence or harm the prosecution.
    public var assistsDefence: Bool?
    /// Why it is withheld. Needed where it is sensitive or a part is withheld.
    public var reason: FreeText?

    public init(
        status: DisclosureStatus,
        schedule: Code? = nil,
        item: Count? = nil,
        assistsDefence: Bool? = nil,
        reason: FreeText? = nil
    ) {
        self.status = status
        self.schedule = schedule
        self.item = item
        self.assistsDefence = assistsDefence
        self.reason = reason
    }
}

extension Disclosure: FormChecked {
    func ask(_ rules: inout FormRules) {
        let needsReason = status == .sensitive || status == .withheldPart
        rules.require(
            !needsReason || reason != nil,
            "disclosure.without-reason",
            "reason",
            "say why it is withheld"
        )
    }
}

/// Where a piece of the file stands between prosecution and defence.
public enum DisclosureStatus: String, CaseIterable, Codable, Hashable, Sendable {
    /// The prosecution relies on it.
    case reliedOn = "relied-on"
    /// Gathered, not relied on, and to be disclosed or scheduled (MG6C).
    case unused
    /// Gathered and not relied on; disclosure would harm, for the reason given (MG6D).
    case sensitive
    /// Relied on, but a part is kept from the accused for the reason given (BNSS s.193(7)).
    case withheldPart = "withheld-part"
}
