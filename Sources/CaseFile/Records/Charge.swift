/// An offence that one accused is said to have committed.
public struct Charge: RecordBody {
    public static let kind = Kind.charge

    /// Who.
    public var accused: Reference<Party>
    /// The offence, by the pack's code, which gives its elements: itpa-3-1, bns-143-4 and so on.
    public var offence: Token
    /// The provision that makes it an offence.
    public var provision: Provision
    /// The limb of the offence, where the provision has several.
    public var limb: Code?
    /// Provisions that are read with it: common intention, conspiracy, abetment.
    public var readings: [Provision] = []
    /// Its number on the charge sheet or indictment.
    public var count: Count?
    /// The date of the offence, or its first day.
    public var from: Moment
    /// Its last day.
    public var until: Moment?
    /// The incident that it is about.
    public var incident: Reference<Incident>?
    /// To whom it was done.
    public var victims: [Reference<Party>] = []
    /// What the accused did, for this offence.
    public var allegedRole: FreeText?
    /// The words of the charge.
    public var particulars: FreeText?
    /// Where it stands.
    public var status: Status
    /// Since when.
    public var statusAt: Moment?
    /// The order or decision that put it there.
    public var authority: Authority?

    public init(
        accused: Reference<Party>,
        offence: Token,
        provision: Provision,
        from: Moment,
        status: Status
    ) {
        self.accused = accused
        self.offence = offence
        self.provision = provision
        self.from = from
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case accused, offence, provision, limb
        case readings = "readWith"
        case count, from, until, incident
        case victims = "victim"
        case allegedRole, particulars, status, statusAt, authority
    }
}

extension Charge {
    public var subject: RecordID? { accused.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.inOrder(
                from,
                until,
                "charge.ends-before-it-begins",
                "until",
                "an offence ends after it begins"
            )
            rules.ask(authority, in: "authority")
        }
    }
}

extension Charge {
    /// Where a charge stands.
    public enum Status: String, CaseIterable, Codable, Hashable, Sendable {
        /// The file is being prepared for it.
        case proposed
        /// It is in the police report or charge.
        case charged
        /// The court has framed it, or it is on the indictment.
        case framed
        /// It was dropped or withdrawn.
        case withdrawn
        /// The accused was discharged of it.
        case discharged
        /// The accused was acquitted of it.
        case acquitted
        /// The accused was convicted of it.
        case convicted
    }
}
