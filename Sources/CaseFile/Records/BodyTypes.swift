extension Kind {
    /// The type that reads and writes the bodies of this kind.
    public var bodyType: any RecordBody.Type {
        switch self {
        case .access: Access.self
        case .agency: Agency.self
        case .answer: Answer.self
        case .arrest: Arrest.self
        case .bundle: BundleRecord.self
        case .case: Case.self
        case .certificate: Certificate.self
        case .charge: Charge.self
        case .custodyEvent: CustodyEvent.self
        case .deadline: Deadline.self
        case .decision: Decision.self
        case .document: CaseDocument.self
        case .edition: Edition.self
        case .element: OffenceElement.self
        case .examination: Examination.self
        case .exhibit: Exhibit.self
        case .file: EvidenceFile.self
        case .identity: Identity.self
        case .incident: Incident.self
        case .party: Party.self
        case .person: Person.self
        case .place: Place.self
        case .proof: Proof.self
        case .receipt: Receipt.self
        case .search: Search.self
        case .statement: Statement.self
        case .translation: Translation.self
        }
    }
}
