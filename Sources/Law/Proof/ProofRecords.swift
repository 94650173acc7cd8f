public import CaseFile

/// The records that a proof matrix is made of, current versions only: charges, elements and proofs, and of the others
/// those that these lean on.
public struct ProofRecords: Sendable {
    public private(set) var charges: [(id: RecordID, body: Charge)] = []
    private(set) var elements: [(id: RecordID, body: OffenceElement)] = []
    private(set) var proofs: [(id: RecordID, body: Proof)] = []
    public private(set) var parties: [RecordID: Party] = [:]
    public private(set) var persons: [RecordID: Person] = [:]
    public private(set) var exhibits: [RecordID: Exhibit] = [:]
    public private(set) var files: [RecordID: EvidenceFile] = [:]
    public private(set) var statements: [RecordID: Statement] = [:]
    private(set) var arrests: [RecordID: Arrest] = [:]
    private(set) var examinations: [RecordID: Examination] = [:]
    public private(set) var documents: [RecordID: CaseDocument] = [:]
    private(set) var certificates: [RecordID: Certificate] = [:]
    private(set) var searches: [RecordID: Search] = [:]

    /// In the order in which they were added: names depend on it where a person has several numbers.
    private(set) var partyOrder: [RecordID] = []

    public init() {}

    /// Adds a record; those of other kinds are of no use here.
    public mutating func add(_ id: RecordID, _ body: any RecordBody) {
        switch body {
        case let body as Charge: charges.append((id, body))
        case let body as OffenceElement: elements.append((id, body))
        case let body as Proof: proofs.append((id, body))
        case let body as Party:
            if parties.updateValue(body, forKey: id) == nil { partyOrder.append(id) }
        case let body as Person: persons[id] = body
        case let body as Exhibit: exhibits[id] = body
        case let body as EvidenceFile: files[id] = body
        case let body as Statement: statements[id] = body
        case let body as Arrest: arrests[id] = body
        case let body as Examination: examinations[id] = body
        case let body as CaseDocument: documents[id] = body
        case let body as Certificate: certificates[id] = body
        case let body as Search: searches[id] = body
        default: break
        }
    }

    func holds(_ id: RecordID) -> Bool {
        parties[id] != nil || persons[id] != nil || exhibits[id] != nil || files[id] != nil
            || statements[id] != nil || arrests[id] != nil || examinations[id] != nil || documents[id] != nil
            || certificates[id] != nil || searches[id] != nil
    }

    /// What the records here lean on and is not here yet. Whoever reads a case adds them until none is left that it has.
    public var missing: Set<RecordID> {
        var wanted: Set<RecordID> = []
        for charge in charges { wanted.formUnion([charge.body.accused.to] + charge.body.victims.map(\.to)) }
        for proof in proofs {
            if let source = proof.body.source { wanted.insert(source) }
            wanted.formUnion(proof.body.witnesses.map(\.to))
        }
        for party in parties.values { if let person = party.person?.to { wanted.insert(person) } }
        for exhibit in exhibits.values {
            if let parent = exhibit.parentExhibit?.to { wanted.insert(parent) }
            if let search = exhibit.search?.to { wanted.insert(search) }
            wanted.formUnion(exhibit.producers.map(\.to))
        }
        for file in files.values {
            if let exhibit = file.exhibit?.to { wanted.insert(exhibit) }
            wanted.formUnion(file.sources.map(\.to))
        }
        for statement in statements.values { wanted.insert(statement.maker.to) }
        for arrest in arrests.values { wanted.formUnion([arrest.accused.to, arrest.arrestingOfficer.to]) }
        for examination in examinations.values {
            wanted.formUnion(examination.exhibits.map(\.to) + examination.examiners.map(\.to))
            if let examinee = examination.examinee?.to { wanted.insert(examinee) }
        }
        for document in documents.values {
            if let exhibit = document.exhibit?.to { wanted.insert(exhibit) }
            wanted.formUnion(document.authors.map(\.to))
        }
        for certificate in certificates.values {
            wanted.formUnion(certificate.exhibits.map(\.to) + certificate.files.map(\.to))
            wanted.insert(certificate.certifier.to)
        }
        return wanted.filter { !holds($0) }
    }
}

extension Proof {
    /// The one record that proves.
    var source: RecordID? {
        exhibit?.to ?? file?.to ?? statement?.to ?? arrest?.to ?? examination?.to ?? document?.to
            ?? certificate?.to
    }
}

extension Charge.Status {
    /// Whether the charge is still to be proved, or was.
    var isAlive: Bool {
        switch self {
        case .proposed, .charged, .framed, .convicted: true
        case .withdrawn, .discharged, .acquitted: false
        }
    }
}
