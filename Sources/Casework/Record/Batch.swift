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
    private var waiting: [Waiting] = []
    private var position: [RecordID: Int] = [:]
    private var labels: [Kind: [String: [RecordID]]] = [:]

    init(_ openCase: OpenCase) { self.openCase = openCase }

    mutating func add(_ record: Record) throws {
        let kind = record.kind
        guard kind != .identity else { throw CaseworkError.identityNotYet }
        let form = record.body.formFindings
        guard form.isEmpty else { throw CaseworkError.form(kind: kind, findings: form) }
        let bytes = try record.canonicalBytes()
        let flaws = try openCase.office.schema.validate(bytes)
        guard flaws.isEmpty else { throw CaseworkError.invalid(kind: kind, findings: flaws) }
        try checkReferences(of: try record.element(), path: kind.rawValue, from: record.head.id)
        try checkLabel(of: record)
        let findings = try checkCustody(of: record)

        position[record.head.id] = waiting.count
        if let label = record.body.label { labels[kind, default: [:]][label, default: []].append(record.head.id) }
        waiting.append(Waiting(record: record, bytes: bytes, custodyFindings: findings))
    }

    /// Stores all of them in one commit.
    func commit() throws -> [Recorded] {
        try openCase.append(waiting.map { try NewEntry($0.record, bytes: $0.bytes) })
        return waiting.map { waiting in
            let record = waiting.record
            return Recorded(
                id: record.head.id, kind: record.kind, label: record.body.label, version: record.head.version,
                custodyFindings: waiting.custodyFindings)
        }
    }
}

// MARK: What is there already, or will be

extension Batch {
    /// The records of these kinds that are called so.
    func find(_ label: String, kinds: Set<Kind>) throws -> [RecordID] {
        let held = try openCase.find(label, kinds: kinds)
        let coming = kinds.flatMap { labels[$0]?[label] ?? [] }
        return Array(Set(held + coming)).sorted()
    }

    private func kind(of id: RecordID) throws -> Kind? {
        if let index = position[id] { return waiting[index].record.kind }
        return try openCase.kind(of: id)
    }

    private func checkReferences(of element: Element, path: String, from id: RecordID) throws {
        if let text = element[attribute: "to"], let target = RecordID(text), target != id {
            guard let kind = try kind(of: target) else { throw CaseworkError.noSuchReference(target, path: path) }
            let allowed = ReferenceTargets.kinds(of: element.name.local)
            guard allowed.contains(kind) else {
                throw CaseworkError.referenceOfWrongKind(
                    target, path: path, found: kind, expected: allowed.sorted { $0.rawValue < $1.rawValue })
            }
        }
        for child in element.elements {
            // Other programs' elements have references of their own.
            guard child.name.local != "extensions" else { continue }
            try checkReferences(of: child, path: path + "/" + child.name.local, from: id)
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
    /// What the event would add to its exhibit's findings. A blocker refuses it, unless it is the report of a fact.
    private func checkCustody(of record: Record) throws -> [CustodyFinding] {
        guard let event = record.body as? CustodyEvent else { return [] }
        var register = try openCase.register(ofFamily: event.exhibit.to, with: waiting.map(\.record))
        let step = register.step(event, head: record.head, logIndex: UInt32.max)
        let findings = register.findings(
            adding: step, parts: event.parts.map(\.exhibit.to), at: openCase.office.surroundings.moment())
        guard event.reported != nil || !findings.contains(where: { $0.severity == .blocker }) else {
            throw CaseworkError.custody(findings: findings)
        }
        return findings
    }
}
