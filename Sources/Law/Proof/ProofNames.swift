public import CaseFile

/// What the file calls the records that a proof matrix speaks of: KT-3, A1, PW3, "PW3 s180".
///
/// A person goes by the number in the list of witnesses, else by the code in the case, else by pseudonym or post; a name
/// comes last.
public struct ProofNames: Sendable {
    private let records: ProofRecords
    private var persons: [RecordID: String] = [:]
    /// Statements whose maker made another of the same kind.
    private var datedStatements: Set<RecordID> = []

    public init(_ records: ProofRecords) {
        self.records = records
        var numbers: [RecordID: String] = [:]
        var codes: [RecordID: String] = [:]
        for id in records.partyOrder {
            guard let party = records.parties[id], let person = party.person?.to else { continue }
            if let number = party.witnessNumber, numbers[person] == nil { numbers[person] = number.text }
            if let code = party.code, codes[person] == nil { codes[person] = code.text }
        }
        // Two sub-inspectors are told apart by their names.
        let posts = Dictionary(grouping: records.persons.keys) { records.persons[$0]?.designation?.plain() }
        for (id, person) in records.persons {
            let post = person.designation?.plain().shortened(to: 40)
            let isAlone = posts[person.designation?.plain()]?.count == 1
            persons[id] =
                numbers[id] ?? codes[id] ?? person.pseudonym?.text ?? (isAlone ? post : nil)
                ?? person.label
        }
        let statements = Dictionary(grouping: records.statements) { id, statement in
            [statement.maker.to.description, statement.kind.text]
        }
        for same in statements.values where same.count > 1 { datedStatements.formUnion(same.map(\.key)) }
    }

    public func name(_ id: RecordID) -> String {
        if let person = persons[id] { return person }
        if let party = records.parties[id] {
            return party.code?.text ?? party.person.map { name($0.to) } ?? short(id)
        }
        if let exhibit = records.exhibits[id] { return exhibit.mark.text }
        if let file = records.files[id] {
            return file.exhibit.map { "\(name($0.to)) \(file.name.text)" } ?? file.name.text
        }
        if let statement = records.statements[id] {
            let date = datedStatements.contains(id) ? " of \(statement.startedAt.text.prefix(10))" : ""
            return "\(name(statement.maker.to)) \(statement.kind.text)\(date)"
        }
        if let arrest = records.arrests[id] { return "arrest of \(name(arrest.accused.to))" }
        if let examination = records.examinations[id] {
            let subject = examination.examinee?.to ?? examination.exhibits.first?.to
            return "\(examination.kind.text) examination" + (subject.map { " of \(name($0))" } ?? "")
        }
        if let document = records.documents[id] { return document.number?.text ?? document.title.plain(name) }
        if let search = records.searches[id] { return "search of \(search.startedAt.text.prefix(10))" }
        if let certificate = records.certificates[id] {
            return "certificate \(certificate.part.rawValue) of \(name(certificate.certifier.to))"
        }
        return short(id)
    }

    private func short(_ id: RecordID) -> String { String(id.description.prefix(8)) }

    /// A proof as a lawyer cites it: `PW3 s180 para 4`, `SL 117/1 p. 2`.
    public func citation(of link: ProofLink) -> String {
        let source = link.source.map(name) ?? short(link.id)
        if let paragraph = link.proof.paragraph { return "\(source) para \(paragraph.text)" }
        if let page = link.proof.page { return "\(source) p. \(page)" }
        return source
    }

    /// A charge: `A1 count 2, ITPA s.6(1)`.
    public func name(of charge: ChargeProof) -> String {
        let count = charge.charge.count.map { " count \($0)" } ?? ""
        let provision = charge.charge.provision
        return "\(name(charge.accused))\(count), \(provision.act.text) s.\(provision.section.text)"
    }
}

extension String {
    /// Itself, or its beginning and an ellipsis.
    fileprivate func shortened(to length: Int) -> String {
        count <= length ? self : prefix(length - 1) + "…"
    }
}

extension ProofRecords {
    /// The records that a person may mean by a name: an exhibit's mark (also the court's or the laboratory's), a
    /// witness's number, a party's code, a pseudonym, a document's number, or what the matrix prints for it.
    public func called(_ text: String, by names: ProofNames) -> [RecordID] {
        if let id = RecordID(text) { return [id] }
        func matches(_ code: (some PlainText)?) -> Bool { code?.text == text }
        var found: Set<RecordID> = []
        for (id, exhibit) in exhibits
        where matches(exhibit.mark) || exhibit.otherMarks.contains(where: { matches($0.mark) }) {
            found.insert(id)
        }
        for party in parties.values where matches(party.code) || matches(party.witnessNumber) {
            if let person = party.person?.to { found.insert(person) }
        }
        for (id, person) in persons where person.label == text { found.insert(id) }
        for (id, document) in documents where matches(document.number) { found.insert(id) }
        for (id, file) in files where matches(file.name) { found.insert(id) }
        if found.isEmpty {
            let others = [Array(statements.keys), Array(persons.keys), Array(documents.keys)].joined()
            found.formUnion(others.filter { names.name($0) == text })
            found.formUnion(Array(examinations.keys).filter { names.name($0) == text })
            found.formUnion(Array(searches.keys).filter { names.name($0) == text })
            found.formUnion(Array(arrests.keys).filter { names.name($0) == text })
            found.formUnion(Array(certificates.keys).filter { names.name($0) == text })
        }
        return found.sorted()
    }
}
