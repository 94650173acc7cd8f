internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Law

// People and their roles. Whoever the law keeps from being made known goes by a pseudonym from the first record on: where
// the options do not tell, somebody is asked.

struct AddPerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Add a person: by name, or a protected person by pseudonym.",
        discussion: """
            A protected person is known by a pseudonym and has no name anywhere in the file: a victim of an offence whose \
            victim must not be made known, a child, an informant. Where neither an age nor a post tells, you are asked; \
            without a terminal say it: --age, --adult or --protected. A draft (--from) gives the ages itself.

            What would make a protected person known is recorded encrypted: dossier identity add.
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Option(help: "The name. Not for a protected person.")
    var name: String?

    @Option(
        help: "What the whole file calls a protected person, for ever; nothing of the person may be in it."
    )
    var pseudonym: String?

    @Option(
        help: ArgumentHelp(
            "\(Person.Sex.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "sex"
        )
    )
    var sex = "not-recorded"

    @Option(help: ArgumentHelp("The age today, in completed years, as it appears.", valueName: "years"))
    var age: Int?

    @Flag(help: "The person is surely of full age, and no victim or informant whom the law protects.")
    var adult = false

    @Flag(help: "The person must not be made known: without --pseudonym one is drawn from the pack's words.")
    var protected = false

    @Option(
        name: .customLong("speaks"),
        help: ArgumentHelp("A language that the person speaks; may be given again.", valueName: "tag")
    )
    var languages: [String] = []

    @Option(help: ArgumentHelp("The agency that the person belongs to.", valueName: "agency"))
    var agency: String?

    @Option(help: ArgumentHelp("The rank, by the pack's word, such as inspector.", valueName: "word"))
    var rank: String?

    @Option(help: "Post or profession.")
    var designation: String?

    func run() async throws {
        try draft.record(.person, options) { openCase in
            guard name != nil || pseudonym != nil || protected, name == nil || pseudonym == nil else {
                throw InputError.missing("either --name or --protected or --pseudonym (or --from)")
            }
            let isAdult = try name == nil ? adult : mayBeNamed(in: openCase)
            var person = Person(sex: try Input.word(sex))
            person.names = try draft.text(name).map { [$0] } ?? []
            if name == nil {
                person.pseudonym = try pseudonym.map { try Input.plain($0) } ?? openCase.drawPseudonym()
            }
            person.ages = try ageFact(isAdult: isAdult, in: openCase)
            person.languagesSpoken = try languages.map(Input.language)
            person.agency = try agency.map { try openCase.reference($0, .agency) }
            person.rank = try rank.map { try Input.plain($0) }
            person.designation = try draft.text(designation)
            return person
        }
    }

    /// Whether the person, who is given by name, is to be recorded as of full age.
    /// - Throws: where the person must not stand in the file by name, or where nobody says so.
    private func mayBeNamed(in openCase: OpenCase) throws -> Bool {
        if protected { throw InputError.protectedByName(nil) }
        // An office without a pack, or a law that protects nobody, asks nothing.
        guard let pack = try? openCase.pack(), !pack.protection.rules.isEmpty else { return adult }
        if let age, let rule = pack.protection.rules.first(where: { $0.ageLimit.map { age < $0 } ?? false }) {
            throw InputError.protectedByName(pack.text(of: rule.law, in: "en"))
        }
        guard age == nil, !adult, rank == nil, agency == nil, designation == nil else { return adult }
        guard Question.canBeAsked else { throw InputError.mayBeProtected }
        let isVictim = Question("Is this a victim, a child or an informant who must not be made known?")
        guard isVictim.answer() == false else { throw InputError.protectedByName(nil) }
        guard Question("Is this person surely 18 years old or older?").answer() == true else {
            throw InputError.mayBeProtected
        }
        return true
    }

    private func ageFact(isAdult: Bool, in openCase: OpenCase) throws -> [AgeFact] {
        guard age != nil || isAdult else { return [] }
        if let age, !(0...130).contains(age) { throw InputError.value("\(age)", "an age in years") }
        let today = String(openCase.office.surroundings.moment().text.prefix(10))
        return [
            AgeFact(
                atLeast: Count(age ?? 18),
                atMost: age.flatMap { Count($0) },
                asOf: try Input.moment(today, zone: openCase.zone),
                basis: "apparent"
            )
        ]
    }
}

struct AddParty: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "party",
        abstract: "Add a party from a draft.",
        discussion: """
            Where the role makes somebody protected whom the file calls by name, such as the victim of an offence whose \
            victim must not be made known, nothing is recorded: the person's record is amended first.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(help: ArgumentHelp("The draft, - for standard input.", valueName: "file"), completion: .file())
    var from: String

    func run() async throws {
        let openCase = try options.office().open(`case`)
        try report(
            try openCase.record(drafts: Input.bytes(of: from), kind: .party, keepingNames: true),
            on: options.terminal
        )
    }
}
