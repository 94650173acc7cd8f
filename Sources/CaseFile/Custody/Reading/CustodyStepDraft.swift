/// Gathers what a custody event's record says, field by field, and makes a step of it.
///
/// Records and streams are read by two readers; what a step takes from a field is decided here, once.
struct CustodyStepDraft {
    private let id: RecordID
    private let version: UInt16
    private let recordedAt: Int64
    private let logIndex: UInt32
    var exhibit: RecordID?
    var event: CustodyEventKind?
    var at: CustodyTime?
    var sequence: UInt32 = 0
    var quantity = CustodyQuantity.none
    var marks: CustodyStep.Marks = []
    var parts: [CustodyStep.Part] = []

    var releasedBy: RecordID?
    var receivedBy: RecordID?
    var carrier: RecordID?
    var placeFrom: RecordID?
    var placeTo: RecordID?
    var sealBefore = CustodyTerm.none
    var sealAfter = CustodyTerm.none
    var sealHolder: RecordID?
    /// Who keeps the seal by the specimen's account, where the event itself does not say it.
    var specimenHolder: RecordID?
    var digestsBefore = CustodyDigestSet()
    var digestsAfter = CustodyDigestSet()
    var witnesses: [RecordID] = []
    var released = Attested()
    var received = Attested()
    /// The agency that reported it, or the one whose log it stands in.
    var reporter = CustodyTerm.none

    /// An attestation: who gave it, where that is said, and when.
    struct Attested {
        var signatory: RecordID?
        var at: CustodyTime?
    }

    init(id: RecordID, version: Int, recordedAt: Int64, logIndex: UInt32) {
        self.id = id
        self.version = UInt16(clamping: version)
        self.recordedAt = recordedAt
        self.logIndex = logIndex
    }

    /// Nil where the record does not say of what, what or when; its form is then wrong, which others find.
    func step(_ terms: inout CustodyTerms) -> CustodyStep? {
        guard let exhibit, let event, let at else { return nil }
        var step = CustodyStep(
            id: id,
            exhibit: exhibit,
            event: event,
            at: at,
            recordedAt: recordedAt,
            logIndex: logIndex,
            version: version
        )
        step.releasedBy = terms.term(for: releasedBy)
        step.receivedBy = terms.term(for: receivedBy)
        step.carrier = terms.term(for: carrier)
        step.placeFrom = terms.term(for: placeFrom)
        step.placeTo = terms.term(for: placeTo)
        (step.sealBefore, step.sealAfter) = (sealBefore, sealAfter)
        step.sealHolder = terms.term(for: sealHolder ?? specimenHolder)
        step.digestBefore = digestsBefore.term(&terms)
        step.digestAfter = digestsAfter.term(&terms)
        step.sequence = sequence
        step.reporter = reporter
        step.quantity = quantity
        step.marks = marks.union(comparedMarks(at))
        return step
    }

    /// What only two fields together say.
    private func comparedMarks(_ at: CustodyTime) -> CustodyStep.Marks {
        var marks: CustodyStep.Marks = []
        if !witnesses.isEmpty {
            marks.insert(.witness)
            let isSide = witnesses.allSatisfy { $0 == releasedBy || $0 == receivedBy }
            if isSide { marks.insert(.onlySidesWitness) }
        }
        for (attested, side) in [(released, releasedBy), (received, receivedBy)] {
            if let signatory = attested.signatory, let side, signatory != side {
                marks.insert(.attestedByAnother)
            }
            if let signedAt = attested.at, signedAt.isSurelyBefore(at) { marks.insert(.attestedInAdvance) }
        }
        if digestsBefore.isWeak || digestsAfter.isWeak { marks.insert(.onlyWeakDigests) }
        return marks
    }
}
