/// A human being, seen once in the file however many roles he or she has in the case (see party).
///
/// A protected person has a pseudonym and never a name: the name is in the identity record, encrypted.
public struct Person: RecordBody {
    public static let kind = Kind.person

    /// The name, in one or more scripts. Absent for a protected person.
    public var names: [FreeText] = []
    /// What the whole file calls a protected person instead of a name.
    public var pseudonym: Code?
    /// Other names that a named person goes by.
    public var aliases: [FreeText] = []
    /// Sex, which decides who may search, examine and record.
    public var sex: Sex
    /// What each source says about the age.
    public var ages: [AgeFact] = []
    /// Nationality.
    public var nationalities: [CountryCode] = []
    /// A language that the person speaks and understands.
    public var languagesSpoken: [LanguageTag] = []
    /// Occupation.
    public var occupation: FreeText?
    /// The name of a parent or spouse, as forms ask for it. Only for a named person.
    public var parentOrSpouse: FreeText?
    /// Residence, as forms ask for it. Only for a named person.
    public var address: Address?
    /// Rank, by the pack's word, so that rules can compare: inspector, sub-inspector and so on.
    public var rank: Token?
    /// Post or profession as it stands on papers.
    public var designation: FreeText?
    /// Service, badge or registration number.
    public var serviceNumber: Code?
    /// The agency that the person belongs to.
    public var agency: Reference<Agency>?
    /// Offices held beside the rank, such as that of Special Police Officer.
    public var appointments: [Appointment] = []
    /// How to reach an official or professional. Never for a protected person.
    public var contacts: [Contact] = []
    /// What the person needs to be understood and heard: a sign interpreter, a special educator.
    public var supportNeed: FreeText?
    /// Anything else about the person.
    public var note: FreeText?

    public init(sex: Sex) {
        self.sex = sex
    }

    private enum CodingKeys: String, CodingKey {
        case names = "name"
        case pseudonym
        case aliases = "alias"
        case sex
        case ages = "age"
        case nationalities = "nationality"
        case languagesSpoken = "languageSpoken"
        case occupation, parentOrSpouse, address, rank, designation, serviceNumber, agency
        case appointments = "appointment"
        case contacts = "contact"
        case supportNeed, note
    }
}

extension Person {
    public var label: String? { pseudonym?.text ?? names.first?.plain() }
    public var subject: RecordID? { agency?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.exactlyOne(
                ["name": !names.isEmpty, "pseudonym": pseudonym != nil],
                "person.name-or-pseudonym"
            )
            if pseudonym != nil {
                // Each of these would make a protected person known: they belong in the identity record.
                let revealing: KeyValuePairs = [
                    "alias": !aliases.isEmpty, "parentOrSpouse": parentOrSpouse != nil,
                    "address": address != nil,
                    "contact": !contacts.isEmpty,
                ]
                for (field, isThere) in revealing {
                    rules.require(
                        !isThere,
                        "person.protected",
                        field,
                        "a person with a pseudonym has this in the identity record only"
                    )
                }
            }
            rules.ask(ages, in: "age")
            rules.ask(appointments, in: "appointment")
        }
    }
}

extension Person {
    /// Sex as the file records it.
    public enum Sex: String, CaseIterable, Codable, Hashable, Sendable {
        /// Female.
        case female
        /// Male.
        case male
        /// Transgender.
        case transgender
        /// Not recorded.
        case notRecorded = "not-recorded"
    }
}
