internal import CaseFile
internal import Ledger
internal import XML

/// Records on their way into the log together: each is weighed as if those before it were there already.
struct Batch {
    private struct Waiting {
        let record: Record
        let bytes: [UInt8]
        let custodyFindings: [CustodyFinding]
    }

    private let openCase: OpenCase
    /// The log's size when the first record was weighed. What another session adds after that could break what was
    /// found in order: then nothing is stored, and the error says so.
    private let size: Int
    private var waiting: [Waiting] = []
    private var position: [RecordID: Int] = [:]
    private var labels: [Kind: [String: [RecordID]]] = [:]
    /// By exhibit: itself, its parts, its files and events that wait here.
    private var family: [RecordID: [(record: Record, logIndex: UInt32)]] = [:]
    /// What drafts may call a record beside its label.
    private var handles: [String: RecordID]

    init(_ openCase: OpenCase, handles: [String: RecordID] = [:]) throws {
        self.openCase = openCase
        size = try openCase.size()
        self.handles = handles
    }

    mutating func add(_ record: Record) throws {
        var record = record
        let kind = record.kind
        if let identity = record.body as? Identity, identity.envelope == nil {
            throw CaseworkError.identityInClear
        }
        let form = record.body.formFindings
        guard form.isEmpty else { throw CaseworkError.form(kind: kind, findings: form) }
        try checkReferences(of: try record.element(), path: kind.rawValue, from: record.head.id)
        try checkLabel(of: record)
        try checkCitation(in: record)
        let findings = try checkCustody(of: &record)
        let bytes = try record.canonicalBytes()
        let flaws = try openCase.office.schema().validate(bytes)
        guard flaws.isEmpty else { throw CaseworkError.invalid(kind: kind, findings: flaws) }

        position[record.head.id] = waiting.count
        if let label = record.body.label {
            labels[kind, default: [:]][label, default: []].append(record.head.id)
        }
        // Their places in the log come after all that it holds.
        let member = (record: record, logIndex: UInt32(1 << 31 + waiting.count))
        if kind == .exhibit { family[record.head.id, default: []].append(member) }
        if kind == .exhibit || kind == .custodyEvent || kind == .file, let subject = record.body.subject {
            family[subject, default: []].append(member)
        }
        waiting.append(Waiting(record: record, bytes: bytes, custodyFindings: findings))
    }

    /// Lets the drafts that follow call a record so.
    mutating func call(_ id: RecordID, _ handle: String) { handles[handle] = id }

    /// What waits, in the last version of each record.
    var records: [(record: Record, bytes: [UInt8])] {
        waiting.enumerated().filter { position[$1.record.head.id] == $0 }.map { ($1.record, $1.bytes) }
    }

    var handlesForLater: [String: RecordID] { handles }

    /// Stores all of them in one commit.
    func commit() throws -> [Recorded] {
        try openCase.append(waiting.map { NewEntry($0.record, bytes: $0.bytes) }, expecting: size)
        return waiting.map { waiting in
            let record = waiting.record
            return Recorded(
                id: record.head.id,
                kind: record.kind,
                label: record.body.label,
                version: record.head.version,
                custodyFindings: waiting.custodyFindings
            )
        }
    }
}

// MARK: What is there already, or will be

extension Batch {
    /// The records of these kinds that are called so.
    func find(_ label: String, kinds: Set<Kind>) throws -> [RecordID] {
        if let id = handles[label], let kind = try kind(of: id), kinds.contains(kind) { return [id] }
        let held = try openCase.find(label, kinds: kinds)
        let coming = kinds.flatMap { labels[$0]?[label] ?? [] }
        return Array(Set(held + coming)).sorted()
    }

    func kind(of id: RecordID) throws -> Kind? {
        if let index = position[id] { return waiting[index].record.kind }
        return try openCase.kind(of: id)
    }

    private func checkReferences(of element: Element, path: String, from id: RecordID) throws {
        if let text = element[attribute: "to"], let target = RecordID(text), target != id {
            guard let kind = try kind(of: target) else {
                throw CaseworkError.noSuchReference(target, path: path)
            }
            let allowed = ReferenceTargets.kinds(of: element.name.local)
            guard allowed.contains(kind) else {
                throw CaseworkError.referenceOfWrongKind(
                    target,
                    path: path,
                    found: kind,
                    expected: allowed.sorted { $0.rawValue < $1.rawValue }
                )
            }
        }
        for child in element.elements {
            // Other programs' elements have references of their own.
            guard child.name.local != "extensions" else { continue }
            try checkReferences(of: child, path: path + "/" + child.name.local, from: id)
        }
    }

    /// A proof that cites a paragraph cites one that there is.
    private func checkCitation(in record: Record) throws {
        guard let proof = record.body as? Proof, let id = proof.statement?.to, let paragraph = proof.paragraph
        else { return }
        let statement =
            try (position[id].map { waiting[$0].record } ?? openCase.current(id)?.record)?.body as? Statement
        guard let statement, statement.paragraphs.contains(where: { $0.number == paragraph }) else {
            throw CaseworkError.noParagraph(paragraph.text, statement: id)
        }
    }

    /// Two exhibits may not bear one mark, nor two people one pseudonym.
    private func checkLabel(of record: Record) throws {
        let kind = record.kind
        guard Self.uniqueLabels.contains(kind), let label = record.body.label else { return }
        let others = try find(label, kinds: [kind]).filter { $0 != record.head.id }
        guard others.isEmpty else { throw CaseworkError.labelTaken(label, kind: kind) }
    }

    private static let uniqueLabels: Set<Kind> = [.agency, .exhibit, .party, .person]
}

// MARK: Custody

extension Batch {
    /// What the event adds to its exhibit's findings. A blocker refuses it; the report of a fact takes it along.
    private mutating func checkCustody(of record: inout Record) throws -> [CustodyFinding] {
        guard var event = record.body as? CustodyEvent else { return [] }
        var register = try openCase.register(ofFamilyOf: event.exhibit.to, waiting: family)
        let (step, parts) = register.step(event, record.head, logIndex: UInt32.max)
        let findings = register.findings(
            adding: step,
            parts: parts,
            at: openCase.office.surroundings.moment()
        )
        guard event.reported != nil || !findings.contains(where: { $0.severity == .blocker }) else {
            throw CaseworkError.custody(findings: findings)
        }
        if event.reported != nil {
            // History is not made prettier: what the report breaks is recorded with it.
            event.reported?.findings = Set(findings.map(\.code)).sorted().compactMap { Token($0) }
            record.body = event
        }
        return findings
    }
}
