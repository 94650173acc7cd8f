import CaseFile

@testable import Law

/// A case file for the proof matrix, written record by record.
struct ProofFile {
    private(set) var records = ProofRecords()
    private var random = SeededRandom(seed: 1)
    private var time: UInt64 = 1_773_000_000_000

    private mutating func add(_ body: any RecordBody) -> RecordID {
        time += 1
        let id = RecordID(milliseconds: time, using: &random)
        records.add(id, body)
        return id
    }

    /// A person with a role: what is needed for a name, a witness or an age.
    mutating func person(
        _ code: Code? = nil,
        witness number: Code? = nil,
        role: Token = "witness",
        ages: [AgeFact] = [],
        allegedRole: String? = nil
    ) -> (person: RecordID, party: RecordID) {
        var person = Person(sex: .notRecorded)
        person.names = [FreeText("A name", .english)!]
        person.ages = ages
        let id = add(person)
        var party = Party(role: role)
        party.person = Reference(to: id)
        party.code = code
        party.witnessNumber = number
        party.allegedRole = allegedRole.flatMap { FreeText($0, .english) }
        return (id, add(party))
    }

    mutating func exhibit(
        _ mark: Code,
        producers: [RecordID] = [],
        partOf parent: RecordID? = nil,
        search: RecordID? = nil
    ) -> RecordID {
        var exhibit = Exhibit(
            mark: mark,
            description: FreeText("A thing", .english)!,
            category: .physical,
            sealable: true,
            sensitive: false
        )
        exhibit.producers = producers.map { Reference(to: $0) }
        exhibit.parentExhibit = parent.map { Reference(to: $0) }
        exhibit.search = search.map { Reference(to: $0) }
        return add(exhibit)
    }

    mutating func file(_ name: FileName, of exhibit: RecordID?, from sources: [RecordID] = []) -> RecordID {
        var file = EvidenceFile(
            name: name,
            size: 1,
            digests: [],
            mediaType: "text/plain",
            role: .original
        )
        file.exhibit = exhibit.map { Reference(to: $0) }
        file.sources = sources.map { Reference(to: $0) }
        return add(file)
    }

    mutating func statement(_ kind: Token, by maker: RecordID, on day: String = "2026-03-14") -> RecordID {
        add(
            Statement(
                kind: kind,
                maker: Reference(to: maker),
                startedAt: Moment("\(day)T10:00:00+05:30")!,
                languagesSpoken: [.english],
                languageWritten: .english,
                paragraphs: [Paragraph(number: "1", text: FreeText("It was so.", .english)!)]
            )
        )
    }

    mutating func examination(_ kind: Token, of exhibits: [RecordID], by examiners: [RecordID]) -> RecordID {
        var examination = Examination(kind: kind)
        examination.exhibits = exhibits.map { Reference(to: $0) }
        examination.examiners = examiners.map { Reference(to: $0) }
        return add(examination)
    }

    mutating func arrest(of party: RecordID, by officer: RecordID) -> RecordID {
        add(
            Arrest(
                accused: Reference(to: party),
                at: Moment("2026-03-13T20:00:00+05:30")!,
                arrestingOfficer: Reference(to: officer)
            )
        )
    }

    mutating func document(_ number: Code, authors: [RecordID] = []) -> RecordID {
        var document = CaseDocument(kind: "letter", title: FreeText("A paper", .english)!)
        document.number = number
        document.authors = authors.map { Reference(to: $0) }
        return add(document)
    }

    mutating func charge(
        _ accused: RecordID,
        _ offence: Token,
        act: Code = "PENAL",
        section: Code = "1",
        from: String = "2026-03-13+05:30",
        until: String? = nil,
        victims: [RecordID] = [],
        role: String? = "Did it.",
        status: Charge.Status = .charged
    ) -> RecordID {
        var charge = Charge(
            accused: Reference(to: accused),
            offence: offence,
            provision: Provision(act: act, section: section),
            from: Moment(from)!,
            status: status
        )
        charge.until = until.map { Moment($0)! }
        charge.victims = victims.map { Reference(to: $0) }
        charge.allegedRole = role.flatMap { FreeText($0, .english) }
        return add(charge)
    }

    /// One element's record.
    mutating func element(
        _ code: String,
        of charge: RecordID,
        under parent: RecordID? = nil,
        join: OffenceElement.Join? = nil,
        presumption: Provision? = nil
    ) -> RecordID {
        var element = OffenceElement(
            charge: Reference(to: charge),
            code: Token(code)!,
            text: FreeText("It is \(code).", .english)!
        )
        element.parentElement = parent.map { Reference(to: $0) }
        element.join = join
        element.presumption = presumption
        return add(element)
    }

    /// The records of a whole tree; the ids of its codes, the first where one stands twice.
    mutating func elements(
        _ tree: ElementTree,
        of charge: RecordID,
        under parent: RecordID? = nil
    ) -> [String: RecordID] {
        let id = element(
            tree.code,
            of: charge,
            under: parent,
            join: tree.join,
            presumption: tree.presumption == nil ? nil : Provision(act: "PENAL", section: "6(2)")
        )
        var ids = [tree.code: id]
        for part in tree.parts {
            ids.merge(elements(part, of: charge, under: id)) { first, _ in first }
        }
        return ids
    }

    @discardableResult
    mutating func proof(
        _ element: RecordID,
        exhibit: RecordID? = nil,
        file: RecordID? = nil,
        statement: RecordID? = nil,
        arrest: RecordID? = nil,
        examination: RecordID? = nil,
        document: RecordID? = nil,
        manner: Proof.Manner = .direct,
        bearing: Proof.Bearing = .supports,
        witnesses: [RecordID] = []
    ) -> RecordID {
        var proof = Proof(element: Reference(to: element), manner: manner, bearing: bearing)
        proof.exhibit = exhibit.map { Reference(to: $0) }
        proof.file = file.map { Reference(to: $0) }
        proof.statement = statement.map { Reference(to: $0) }
        proof.paragraph = statement == nil ? nil : "1"
        proof.arrest = arrest.map { Reference(to: $0) }
        proof.examination = examination.map { Reference(to: $0) }
        proof.document = document.map { Reference(to: $0) }
        proof.witnesses = witnesses.map { Reference(to: $0) }
        return add(proof)
    }

    func matrix(_ offences: Offence...) -> ProofMatrix { ProofMatrix(records, offences: Offences(offences)) }

    /// The rules by which the matrix finds something, sorted.
    func rules(_ offences: Offence...) -> [String] {
        findings(offences).map(\.rule).sorted()
    }

    func findings(_ offences: [Offence]) -> [Finding] {
        ProofFindings(
            ProofMatrix(records, offences: Offences(offences)),
            names: ProofNames(records)
        ).all()
    }
}

extension ElementTree {
    static func leaf(_ code: String, age: AgeLimit? = nil) -> ElementTree {
        ElementTree(code: code, text: LocalizedText("It is \(code)."), age: age)
    }

    static func all(_ code: String, _ parts: ElementTree...) -> ElementTree {
        ElementTree(code: code, text: LocalizedText("It is \(code)."), join: .all, parts: parts)
    }

    static func any(_ code: String, _ parts: ElementTree...) -> ElementTree {
        ElementTree(code: code, text: LocalizedText("It is \(code)."), join: .any, parts: parts)
    }

    static func presumed(_ code: String, _ parts: ElementTree...) -> ElementTree {
        ElementTree(
            code: code,
            text: LocalizedText("It is presumed."),
            join: .all,
            presumption: .section(act: "PENAL", section: "6(2)"),
            parts: parts
        )
    }
}

extension Offence {
    /// An offence that was always law.
    init(
        _ code: String,
        section: String = "1",
        from: String? = nil,
        until: String? = nil,
        predecessor: String? = nil,
        isReadWithOthers: Bool = false,
        _ element: ElementTree
    ) {
        self.init(
            code: code,
            title: LocalizedText(code),
            act: "PENAL",
            section: section,
            from: from.flatMap { CivilDate($0) },
            until: until.flatMap { CivilDate($0) },
            predecessors: predecessor.map { [.section(act: "PENAL", section: $0)] } ?? [],
            punishments: [],
            isCognizable: nil,
            isBailable: nil,
            court: nil,
            classes: [],
            isReadWithOthers: isReadWithOthers,
            confidence: .read,
            notes: LocalizedText([:]),
            element: element
        )
    }
}

/// A reproducible source of chance (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
