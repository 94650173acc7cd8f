internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Law

struct ChargeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charge",
        abstract:
            "Charge an accused with an offence of the pack, with everything that must be proved for it.",
        discussion: """
            The charge and its elements are recorded together, as the jurisdiction's pack has them: the alternatives, and \
            the presumptions with their foundational facts. Evidence is then linked to the elements (dossier add proof), \
            and 'dossier proof' shows what is still missing. An element that the case needs otherwise is amended like any \
            record.

            dossier charge KOL-7 --accused A1 --offence itpa-3-1 --from 2025-11-01 --until 2026-03-13 --victim V1 \
            --count 1 --role "Let visitors in, wrote the register, had the keys."

            What is charged is the law of the day of the act: an offence that was not in force then is recorded, and told.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Option(help: ArgumentHelp("The accused's code, such as A1.", valueName: "party"))
    var accused: String

    @Option(help: ArgumentHelp("The offence, by the pack's code, such as itpa-3-1.", valueName: "code"))
    var offence: String

    @Option(help: ArgumentHelp("The date of the offence, or its first day.", valueName: "date"))
    var from: String

    @Option(help: ArgumentHelp("Its last day.", valueName: "date"))
    var until: String?

    @Option(
        name: .customLong("victim"),
        help: ArgumentHelp("To whom it was done, such as V1; may be given again.", valueName: "party")
    )
    var victims: [String] = []

    @Option(help: ArgumentHelp("The incident that it is about.", valueName: "incident"))
    var incident: String?

    @Option(help: ArgumentHelp("Its number on the charge sheet.", valueName: "number"))
    var count: Int?

    @Option(help: ArgumentHelp("The limb of the offence, where the section has several.", valueName: "text"))
    var limb: String?

    @Option(
        name: .customLong("read-with"),
        help: ArgumentHelp(
            "What it is read with, by the pack's code, such as bns-3-5; may be given again.",
            valueName: "code"
        )
    )
    var readWith: [String] = []

    @Option(help: ArgumentHelp("What the accused did.", valueName: "text"))
    var role: String?

    @Option(help: ArgumentHelp("The language of the role (default: the case's).", valueName: "tag"))
    var language: String?

    @Option(
        help: ArgumentHelp(
            "\(Charge.Status.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "status"
        )
    )
    var status = Charge.Status.proposed.rawValue

    func run() async throws {
        let openCase = try options.office().open(`case`)
        var request = ChargeRequest(
            accused: try openCase.record(named: accused, kinds: [.party]),
            offence: offence,
            from: try Input.moment(from, zone: openCase.zone)
        )
        request.readWith = readWith
        request.until = try until.map { try Input.moment($0, zone: openCase.zone) }
        request.victims = try victims.map { try openCase.record(named: $0, kinds: [.party]) }
        request.incident = try incident.map { try openCase.record(named: $0, kinds: [.incident]) }
        request.count = try count.map { number in
            guard let count = Count(number) else { throw InputError.value("\(number)", "a count") }
            return count
        }
        request.limb = try limb.map { try Input.plain($0) }
        request.allegedRole = try role.map {
            try Input.freeText($0, language ?? openCase.language.rawValue)
        }
        request.status = try Input.word(status)
        let recorded = try openCase.charge(request)
        try report(recorded, on: options.terminal)
        // What is wrong with the charge itself is told at once; what proves it comes later.
        let own = recorded[0].id
        for finding in try openCase.proofMatrix().findings
        where finding.record == own && finding.rule != "proof.element-unproved" {
            options.terminal.note(finding.text)
        }
    }
}
