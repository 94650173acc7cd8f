import CaseFile

/// Records of the kinds that custody looks at, with any of their fields.
struct CustodyRecords {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func record() -> Record {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: Record(head: head(), body: exhibit())
        case 1: Record(head: head(), body: file())
        default: Record(head: head(), body: event())
        }
    }

    mutating func id() -> RecordID { RecordID(milliseconds: 1_773_500_000_000, using: &random) }

    mutating func head() -> RecordHead {
        let version = Int.random(in: 1...3, using: &random)
        return RecordHead(
            id: id(),
            version: version,
            replaces: version > 1 ? [String(repeating: "ab", count: 32)] : [],
            recordedAt: moment(.instant),
            recordedBy: Recorder(rawValue: ["AHTU-KOL:r.sen", "FSL:clerk"].randomElement(using: &random)!)!,
            nonce: Nonce(using: &random),
            amendment: version > 1 ? text() : nil
        )
    }

    // MARK: Bodies

    private mutating func event() -> CustodyEvent {
        var event = CustodyEvent(
            exhibit: Reference(to: id()),
            event: CustodyEventKind.allCases.randomElement(using: &random)!,
            at: moment()
        )
        event.sequence = maybe { Count(Int.random(in: 1...900, using: &$0.random))! }
        event.releasedBy = maybe { $0.person() }
        event.receivedBy = maybe { $0.person() }
        event.placeFrom = maybe { Reference(to: $0.id()) }
        event.placeTo = maybe { Reference(to: $0.id()) }
        event.purpose = maybe { $0.text() }
        event.authority = maybe { $0.authority() }
        event.carrier = maybe { $0.person() }
        event.condition = maybe { $0.text() }
        event.packaging = maybe { $0.text() }
        event.sealBefore = maybe { $0.code() }
        event.sealAfter = maybe { $0.code() }
        event.sealIntact = maybe { Bool.random(using: &$0.random) }
        event.sealHolder = maybe { $0.person() }
        event.specimenSeal = maybe {
            SpecimenSeal(seal: $0.code(), impression: $0.text(), holder: $0.person())
        }
        event.quantity = maybe { $0.quantity() }
        event.parts = several { .init(exhibit: Reference(to: $0.id()), quantity: $0.maybe { $0.quantity() }) }
        event.digestsBefore = digests()
        event.digestsAfter = digests()
        event.witnesses = several { $0.person() }
        if let releaser = event.releasedBy, chance() { event.witnesses.append(releaser) }
        event.releasedAttestation = maybe { $0.attestation() }
        event.receivedAttestation = maybe { $0.attestation() }
        event.documents = several { Reference(to: $0.id()) }
        event.latenessReason = maybe { $0.text() }
        event.reported = maybe { .init(source: Reference(to: $0.id()), findings: ["custody.late-entry"]) }
        event.note = maybe { $0.text() }
        return event
    }

    private mutating func exhibit() -> Exhibit {
        var exhibit = Exhibit(
            mark: code(),
            description: text(),
            category: Exhibit.Category.allCases.randomElement(using: &random)!,
            sealable: chance(),
            sensitive: chance()
        )
        exhibit.parentExhibit = maybe { Reference(to: $0.id()) }
        exhibit.quantity = maybe { $0.quantity() }
        exhibit.labelSignatures = several { $0.attestation() }
        return exhibit
    }

    private mutating func file() -> EvidenceFile {
        var file = EvidenceFile(
            name: "photo.jpg",
            size: 12,
            digests: [Digest(.sha256, String(repeating: "0d", count: 32))!] + digests(),
            mediaType: "image/jpeg",
            role: EvidenceFile.Role.allCases.randomElement(using: &random)!
        )
        file.exhibit = maybe { Reference(to: $0.id()) }
        return file
    }

    // MARK: Values

    private mutating func chance() -> Bool { Bool.random(using: &random) }

    private mutating func maybe<Value>(_ make: (inout CustodyRecords) -> Value) -> Value? {
        chance() ? make(&self) : nil
    }

    private mutating func several<Value>(_ make: (inout CustodyRecords) -> Value) -> [Value] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in make(&self) }
    }

    private mutating func moment(_ precision: Moment.Precision? = nil) -> Moment {
        let exact = Moment(
            microseconds: Int64.random(in: 1_700_000_000...1_800_000_000, using: &random) * 1_000_000,
            zone: 330
        )
        if precision == .instant || chance() { return exact }
        let length = [4, 7, 10, exact.text.count - 6].randomElement(using: &random)!
        return Moment(exact.text.prefix(length) + "+05:30", approximate: chance())!
    }

    private mutating func person() -> Reference<Person> { Reference(to: id()) }

    private mutating func text() -> FreeText {
        FreeText([.text("as \"it\" was, & <no> more "), .reference(id()), .text(" দেখুন")], .bengali)!
    }

    private mutating func code() -> Code {
        ["S-1", "R&S <2>", "সিল/৩", "e\u{301}"].randomElement(using: &random)!
    }

    private mutating func quantity() -> Quantity {
        Quantity(amount: ["1", "2.50", "0.000001"].randomElement(using: &random)!, unit: code())
    }

    private mutating func digests() -> [Digest] {
        let values: [Digest] = [
            Digest(.md5, String(repeating: "0a", count: 16))!,
            Digest(.sha1, String(repeating: "0b", count: 20))!,
            Digest(.sha512, String(repeating: "0c", count: 64))!,
        ]
        return values.shuffled(using: &random).filter { _ in chance() }
    }

    private mutating func authority() -> Authority {
        Authority(
            kind: AuthorityKind.allCases.randomElement(using: &random)!,
            number: code(),
            date: moment(),
            provisions: [Provision(act: "BNSS", section: "105")],
            text: text(),
            document: Reference(to: id())
        )
    }

    private mutating func attestation() -> Attestation {
        Attestation(
            means: .paperSignature,
            at: moment(),
            signatory: maybe { $0.person() },
            document: Reference(to: id())
        )
    }
}
