/// Records into a register.
extension CustodyRegister {
    /// Adds what custody needs of a record; records of other kinds say nothing about it.
    ///
    /// Of exhibits and files, add the current versions only; of custody events, every version.
    /// - Parameter logIndex: the record's place in the log.
    public mutating func add(_ record: Record, logIndex: UInt32) {
        switch record.body {
        case let event as CustodyEvent:
            let (step, parts) = step(event, record.head, logIndex: logIndex)
            add(step, parts: parts)
        case let exhibit as Exhibit:
            add(exhibit, id: record.head.id)
        case let file as EvidenceFile:
            guard file.role == .original, let exhibit = file.exhibit else { return }
            addOriginal(of: exhibit.to, digests: terms.term(for: file.digests))
        default:
            return
        }
    }

    public mutating func add(_ exhibit: Exhibit, id: RecordID) {
        add(
            CustodyExhibit(
                id: id,
                parent: exhibit.parentExhibit?.to,
                form: CustodyExhibit.Form(
                    exhibit.category,
                    isSealable: exhibit.sealable,
                    isDevice: exhibit.device != nil
                ),
                isSealable: exhibit.sealable,
                quantity: quantity(exhibit.quantity)
            )
        )
    }

    /// A custody event as a step of this register, which does not have it yet: to be added, or only weighed.
    public mutating func step(
        _ event: CustodyEvent,
        _ head: RecordHead,
        logIndex: UInt32
    ) -> (step: CustodyStep, parts: [CustodyStep.Part]) {
        var draft = CustodyStepDraft(
            id: head.id,
            version: head.version,
            recordedAt: head.recordedAt.latest,
            logIndex: logIndex
        )
        draft.exhibit = event.exhibit.to
        draft.event = event.event
        draft.at = CustodyTime(event.at)
        draft.sequence = event.sequence.flatMap { UInt32(exactly: $0.value) } ?? 0
        draft.releasedBy = event.releasedBy?.to
        draft.receivedBy = event.receivedBy?.to
        draft.carrier = event.carrier?.to
        draft.placeFrom = event.placeFrom?.to
        draft.placeTo = event.placeTo?.to
        draft.sealBefore = terms.term(for: event.sealBefore?.text ?? "")
        draft.sealAfter = terms.term(for: event.sealAfter?.text ?? "")
        draft.sealHolder = event.sealHolder?.to
        draft.specimenHolder = event.specimenSeal?.holder?.to
        for digest in event.digestsBefore { draft.digestsBefore.insert(digest) }
        for digest in event.digestsAfter { draft.digestsAfter.insert(digest) }
        draft.witnesses = event.witnesses.map(\.to)
        draft.released = .init(event.releasedAttestation)
        draft.received = .init(event.receivedAttestation)
        draft.reporter =
            event.reported.map { terms.term(for: $0.source.to) } ?? terms.term(for: head.recordedBy.agency)
        draft.quantity = quantity(event.quantity)
        draft.marks = CustodyStep.Marks(event)
        let parts = event.parts.map { part in
            CustodyStep.Part(exhibit: part.exhibit.to, quantity: quantity(part.quantity))
        }
        guard let step = draft.step(&terms) else { preconditionFailure("a record has all three") }
        return (step, parts)
    }

    private mutating func quantity(_ quantity: Quantity?) -> CustodyQuantity {
        guard let quantity else { return .none }
        return CustodyQuantity(
            millionths: Int64(quantity.amount.millionths),
            unit: terms.term(for: quantity.unit.text)
        )
    }
}

extension CustodyExhibit.Form {
    /// The grammar calls a phone digital; for custody it is a thing that goes into a bag.
    init(_ category: Exhibit.Category, isSealable: Bool, isDevice: Bool) {
        switch category {
        case .physical: self = .thing
        case .digital: self = isSealable || isDevice ? .thing : .data
        case .documentary: self = .paper
        }
    }
}

extension CustodyStepDraft.Attested {
    init(_ attestation: Attestation?) {
        signatory = attestation?.signatory?.to
        at = attestation.map { CustodyTime($0.at) }
    }
}

extension CustodyStep.Marks {
    /// What a record states by having a field.
    init(_ event: CustodyEvent) {
        self = []
        if event.purpose != nil { insert(.purpose) }
        if event.authority != nil { insert(.authority) }
        if event.authority?.kind == .courtOrder { insert(.courtOrder) }
        if !event.documents.isEmpty { insert(.document) }
        if event.condition != nil { insert(.condition) }
        if event.releasedAttestation != nil { insert(.releasedAttestation) }
        if event.receivedAttestation != nil { insert(.receivedAttestation) }
        if event.latenessReason != nil { insert(.latenessReason) }
        if event.reported != nil { insert(.reported) }
        if event.specimenSeal != nil { insert(.specimenSeal) }
        if event.sealIntact == true { insert(.sealIntact) }
        if event.sealIntact == false { insert(.sealBroken) }
        if event.at.isApproximate { insert(.approximateTime) }
    }
}
