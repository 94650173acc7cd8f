internal import ArgumentParser
internal import CaseFile
internal import Casework

/// The fields of a custody event as options.
struct CustodyFields: ParsableArguments {
    @Option(help: ArgumentHelp("When it happened (default: now).", valueName: "time"))
    var at: String?

    @Option(name: .customLong("from"), help: ArgumentHelp("Who released it.", valueName: "person"))
    var releasedBy: String?

    @Option(name: .customLong("to"), help: ArgumentHelp("Who received it.", valueName: "person"))
    var receivedBy: String?

    @Option(help: ArgumentHelp("Where it was.", valueName: "place"))
    var placeFrom: String?

    @Option(help: ArgumentHelp("Where it came to be.", valueName: "place"))
    var placeTo: String?

    @Option(help: "What for.")
    var purpose: String?

    @Option(
        help: ArgumentHelp(
            "What gave the power to do it: \(AuthorityKind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"
        )
    )
    var authority: String?

    @Option(help: ArgumentHelp("The number of the order, entry or memo.", valueName: "number"))
    var authorityNumber: String?

    @Option(help: ArgumentHelp("Who carried it.", valueName: "person"))
    var carrier: String?

    @Option(help: "In what condition it was.")
    var condition: String?

    @Option(help: "How it was packed.")
    var packaging: String?

    @Option(help: ArgumentHelp("The seal that it bore before.", valueName: "number"))
    var sealBefore: String?

    @Option(help: ArgumentHelp("The seal that it bore after.", valueName: "number"))
    var sealAfter: String?

    @Flag(inversion: .prefixedNo, help: "Whether the seal was whole.")
    var sealIntact: Bool?

    @Option(help: ArgumentHelp("Who keeps the seal.", valueName: "person"))
    var sealHolder: String?

    @Option(help: ArgumentHelp("How much there was after, such as '12.5 g'.", valueName: "amount unit"))
    var quantity: String?

    @Option(
        name: .customLong("part"),
        help: ArgumentHelp(
            "An exhibit that came of a split or copy; may be given again.",
            valueName: "exhibit"
        )
    )
    var parts: [String] = []

    @Option(help: ArgumentHelp("SHA-256 before.", valueName: "hex"))
    var digestBefore: String?

    @Option(help: ArgumentHelp("SHA-256 after.", valueName: "hex"))
    var digestAfter: String?

    @Option(
        name: .customLong("witness"),
        help: ArgumentHelp("Who saw it; may be given again.", valueName: "person")
    )
    var witnesses: [String] = []

    @Flag(help: "The releaser signed on paper.")
    var releasedSigned = false

    @Flag(help: "The receiver signed on paper.")
    var receivedSigned = false

    @Option(
        name: .customLong("document"),
        help: ArgumentHelp(
            "A paper of it: memo, receipt, register page; may be given again.",
            valueName: "number"
        )
    )
    var documents: [String] = []

    @Option(help: "Why it is recorded, or happened, late.")
    var latenessReason: String?

    @Option(
        help: ArgumentHelp(
            "The agency that reports it: it is recorded with what it breaks.",
            valueName: "agency"
        )
    )
    var reportedBy: String?

    @Option(help: "Anything else.")
    var note: String?

    @Option(help: ArgumentHelp("The language of the texts (BCP 47).", valueName: "tag"))
    var language = "en"

    func body(_ kind: CustodyEventKind, of exhibit: RecordID, in openCase: OpenCase) throws -> CustodyEvent {
        let surroundings = openCase.office.surroundings
        let at = try self.at.map { try Input.moment($0, zone: surroundings.zone) } ?? surroundings.moment()
        func one<Body>(_ name: String?, _ kind: Kind) throws -> Reference<Body>? {
            try name.map { Reference(to: try openCase.record(named: $0, kinds: [kind])) }
        }
        func text(_ text: String?) throws -> FreeText? { try text.map { try Input.freeText($0, language) } }
        func signed(_ isSigned: Bool) -> Attestation? {
            isSigned ? Attestation(means: .paperSignature, at: at) : nil
        }

        var event = CustodyEvent(exhibit: Reference(to: exhibit), event: kind, at: at)
        event.releasedBy = try one(releasedBy, .person)
        event.receivedBy = try one(receivedBy, .person)
        event.placeFrom = try one(placeFrom, .place)
        event.placeTo = try one(placeTo, .place)
        event.purpose = try text(purpose)
        if let authority {
            var act = Authority(kind: try Input.word(authority))
            act.number = try authorityNumber.map { try Input.plain($0) }
            event.authority = act
        }
        event.carrier = try one(carrier, .person)
        event.condition = try text(condition)
        event.packaging = try text(packaging)
        event.sealBefore = try sealBefore.map { try Input.plain($0) }
        event.sealAfter = try sealAfter.map { try Input.plain($0) }
        event.sealIntact = sealIntact
        event.sealHolder = try one(sealHolder, .person)
        event.quantity = try quantity.map(Self.quantity)
        event.parts = try parts.map {
            .init(exhibit: Reference(to: try openCase.record(named: $0, kinds: [.exhibit])))
        }
        event.digestsBefore = try digestBefore.map { [try Self.digest($0)] } ?? []
        event.digestsAfter = try digestAfter.map { [try Self.digest($0)] } ?? []
        event.witnesses = try witnesses.map {
            Reference(to: try openCase.record(named: $0, kinds: [.person]))
        }
        event.releasedAttestation = signed(releasedSigned)
        event.receivedAttestation = signed(receivedSigned)
        event.documents = try documents.map {
            Reference(to: try openCase.record(named: $0, kinds: [.document]))
        }
        event.latenessReason = try text(latenessReason)
        event.reported = try reportedBy.map { name in
            .init(source: Reference(to: try openCase.record(named: name, kinds: [.agency])))
        }
        event.note = try text(note)
        return event
    }

    private static func quantity(_ text: String) throws -> Quantity {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let amount = Amount(String(parts[0])), let unit = Code(String(parts[1]))
        else {
            throw InputError.value(text, "an amount and its unit, such as '12.5 g'")
        }
        return Quantity(amount: amount, unit: unit)
    }

    private static func digest(_ text: String) throws -> Digest {
        guard let digest = Digest(.sha256, text) else {
            throw InputError.value(text, "a SHA-256 of 64 lower-case digits")
        }
        return digest
    }
}
