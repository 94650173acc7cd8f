/// One line of a chain of custody as it is shown: what happened, from whom to whom, and how the exhibit is then.
///
/// A part's or a copy's chain begins with the lines of what it came of, up to the split or the copy.
public struct CustodyLine: Hashable, Sendable {
    /// From 1, through inherited lines and its own.
    public let number: Int
    /// Whose event it is: the exhibit's own, or one of those that it came of.
    public let exhibit: RecordID
    public let event: RecordID
    public let kind: CustodyEventKind
    public let at: CustodyTime
    public let recordedAt: CustodyTime
    public let releasedBy: RecordID?
    public let receivedBy: RecordID?
    public let carrier: RecordID?
    public let placeFrom: RecordID?
    public let placeTo: RecordID?
    /// The seal found on it, and whether it was whole, where the event says so.
    public let sealFound: String?
    public let isSealIntact: Bool?

    // How it is after the event.

    /// Who has it; on its way, who sent it.
    public let custodian: RecordID?
    public let place: RecordID?
    public let phase: CustodyState.Phase
    public let closure: CustodyState.Closure
    public let seal: String?
    /// Such as `2.5 kg`.
    public let quantity: String?

    /// It comes from the chain of what the exhibit was taken from.
    public let isInherited: Bool
    /// It was recorded long after it happened.
    public let isLate: Bool
    /// Another agency reported it.
    public let isReported: Bool

    /// - Parameter point: the step, and the state after it.
    init(_ point: CustodyPoint, number: Int, isInherited: Bool, _ terms: CustodyTerms) {
        let (step, state) = (point.step, point.before)
        self.number = number
        exhibit = step.exhibit
        event = step.id
        kind = step.event
        at = step.at
        recordedAt = CustodyTime(microseconds: step.recordedAt, zone: step.at.zone)
        releasedBy = terms.id(of: step.releasedBy)
        receivedBy = terms.id(of: step.receivedBy)
        carrier = terms.id(of: step.carrier)
        placeFrom = terms.id(of: step.placeFrom)
        placeTo = terms.id(of: step.placeTo)
        sealFound = terms.text(of: step.sealBefore)
        isSealIntact = step.states(.sealBroken) ? false : step.states(.sealIntact) ? true : nil
        custodian = terms.id(of: state.custodian)
        place = terms.id(of: state.place)
        phase = state.phase
        closure = state.closure
        seal = terms.text(of: state.seal)
        quantity = terms.description(of: state.quantity)
        self.isInherited = isInherited
        isLate = LateEntryIsShown.delay(point) != nil
        isReported = step.states(.reported)
    }
}

extension CustodyRegister {
    /// The lines of one exhibit's chain, with those that it inherits; none where the register does not have it.
    public func lines(
        of exhibit: RecordID,
        at now: Moment,
        _ options: CustodyOptions = CustodyOptions()
    ) -> [CustodyLine] {
        var check = CustodyCheck(self, CustodyLimits(options, now: now))
        var lines: [CustodyLine] = []
        check.walk(to: exhibit) { chain in
            // What happened to the whole after the part was taken is not the part's.
            let last = lines.lastIndex { $0.event == chain.births.first?.event } ?? -1
            lines.removeSubrange((last + 1)...)
        } visit: { point in
            let isInherited = point.exhibit.id != exhibit
            lines.append(CustodyLine(point, number: lines.count + 1, isInherited: isInherited, terms))
        }
        return lines
    }
}
