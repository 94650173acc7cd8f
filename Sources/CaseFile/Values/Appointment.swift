/// An office that a person holds beside the rank, such as that of a Special Police Officer under ITPA s.13.
public struct Appointment: Codable, Hashable, Sendable {
    /// The office, by the pack's word, such as special-police-officer.
    public var office: Token
    /// Its full title.
    public var title: FreeText?
    /// The notification or order of appointment.
    public var authority: Authority?
    /// The area or matters that it covers.
    public var area: FreeText?
    /// Since when.
    public var from: Moment?
    /// Until when.
    public var until: Moment?

    public init(
        office: Token,
        title: FreeText? = nil,
        authority: Authority? = nil,
        area: FreeText? = nil,
        from: Moment? = nil,
        until: Moment? = nil
    ) {
        self.office = office
        self.title = title
        self.authority = authority
        self.area = area
        self.from = from
        self.until = until
    }
}

extension Appointment: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            from,
            until,
            "appointment.ends-before-it-begins",
            "until",
            "an appointment ends after it begins"
        )
        rules.ask(authority, in: "authority")
    }
}
