/// Where an exhibit is and how: what its chain of custody says up to some step.
///
/// It is folded from steps in the order of time. The fold never stops at a step that breaks a rule: it takes
/// over what the step claims, so that one wrong entry is found once and not again in every entry after it.
public struct CustodyState: Hashable, Sendable {
    public enum Phase: Hashable, Sendable {
        /// Nobody has taken it yet.
        case before
        case held
        /// Sent, and not yet received.
        case inTransit
        /// Given back or destroyed.
        case ended
    }

    public enum Closure: Hashable, Sendable {
        /// Never sealed so far.
        case unsealed
        case sealed
        /// A seal was taken off and none has been put on since.
        case opened
    }

    /// The event since which something is so.
    public struct Since: Hashable, Sendable {
        public let event: RecordID
        public let at: CustodyTime

        init(_ step: CustodyStep) { (event, at) = (step.id, step.at) }
    }

    /// A release that waits for its receipt.
    public struct Transfer: Hashable, Sendable {
        public let since: Since
        public let receiver: CustodyTerm
        public let carrier: CustodyTerm
        public let origin: CustodyTerm
        public let destination: CustodyTerm
    }

    public internal(set) var phase = Phase.before
    /// The seizure, the receipt, or the split or copy that it came of; nil where the chain has none so far.
    public internal(set) var begun: Since?
    /// Who has it; on its way, who sent it; `.none` where nobody can tell.
    public internal(set) var custodian = CustodyTerm.none
    public internal(set) var custodySince: Since?
    public internal(set) var place = CustodyTerm.none
    public internal(set) var placeSince: Since?
    public internal(set) var transfer: Transfer?
    public internal(set) var isStored = false
    /// Taken by an officer, and in no store yet.
    public internal(set) var awaitingStore: Since?
    /// Taken out of a store, and neither back nor handed on yet.
    public internal(set) var withdrawn: Since?

    public internal(set) var closure = Closure.unsealed
    /// The seal on it; `.none` where there is none, or its number was never stated.
    public internal(set) var seal = CustodyTerm.none
    /// The event that put the seal on, or took it off.
    public internal(set) var closureSince: Since?
    /// Something was done to it since it was opened.
    var isTreatedSinceOpening = false
    /// An impression of the seal was put on record, or its absence was already noted.
    var hasSpecimen = false

    public internal(set) var digest = CustodyTerm.none
    public internal(set) var digestSince: Since?
    public internal(set) var quantity: CustodyQuantity
    public internal(set) var quantitySince: Since?
    public internal(set) var isCopied = false
    public internal(set) var isExamined = false
    public internal(set) var ended: Since?

    /// The state of an exhibit of which only its own record is known.
    public init(of exhibit: CustodyExhibit) {
        quantity = exhibit.quantity
    }

    /// The state in which a part or a copy begins: where and with whom the exhibit was that it came of.
    /// - Parameter origin: that exhibit's state after the split or the copy.
    init(
        of part: CustodyPoint.Part,
        _ exhibit: CustodyExhibit,
        from step: CustodyStep,
        _ origin: CustodyState
    ) {
        self.init(of: exhibit)
        if part.stated.isStated { quantity = part.stated }
        let since = Since(step)
        phase = origin.phase == .ended ? .held : origin.phase
        begun = since
        (custodian, custodySince) = (origin.custodian, since)
        (place, placeSince) = (origin.place, since)
        transfer = origin.transfer
        isStored = origin.isStored
        if step.event == .copy, step.digestAfter.isStated {
            (digest, digestSince) = (step.digestAfter, since)
        }
    }
}

// MARK: The fold

extension CustodyState {
    /// Takes one step.
    /// - Parameters:
    ///   - parts: what a split took away, all parts together, where it is known.
    ///   - terms: tells which digests agree.
    mutating func apply(_ step: CustodyStep, parts: CustodyQuantity, _ terms: CustodyTerms) {
        guard phase != .ended else { return }
        let since = Since(step)
        moveCustody(step, since)
        movePlace(step, since)
        changeSeal(step, since)
        changeDigest(step, since, terms)
        changeQuantity(step, since, parts)
    }

    private mutating func moveCustody(_ step: CustodyStep, _ since: Since) {
        switch step.event {
        case .seize, .receive:
            take(step.receivedBy, since)
            begun = begun ?? since
            awaitingStore = since
        case .transferOut:
            if !custodian.isStated { custodian = step.releasedBy }
            transfer = Transfer(
                since: since,
                receiver: step.receivedBy,
                carrier: step.carrier,
                origin: step.placeFrom.or(place),
                destination: step.placeTo
            )
            (phase, isStored, awaitingStore, withdrawn) = (.inTransit, false, nil, nil)
        case .transferIn:
            take(step.receivedBy, since)
        case .deposit:
            take(step.receivedBy, since)
            isStored = true
        case .withdraw:
            take(step.receivedBy, since)
            withdrawn = since
        case .produce:
            isTreatedSinceOpening = true
            if step.receivedBy.isStated { take(step.receivedBy, since) }
        case .return, .dispose:
            take(step.receivedBy, since)
            (phase, ended) = (.ended, since)
        case .seal, .unseal, .reseal, .examine, .copy, .split:
            if phase == .before { take(step.releasedBy.or(step.receivedBy), since) }
            isCopied = isCopied || step.event == .copy
            isExamined = isExamined || step.event == .examine
        }
    }

    private mutating func take(_ person: CustodyTerm, _ since: Since) {
        (phase, custodian, custodySince) = (.held, person, since)
        (isStored, awaitingStore, withdrawn) = (false, nil, nil)
    }

    private mutating func movePlace(_ step: CustodyStep, _ since: Since) {
        let arrival =
            switch step.event {
            case .transferOut: CustodyTerm.none
            case .transferIn: step.placeTo.or(transfer?.destination ?? .none)
            case .seize, .receive: step.placeTo.or(step.placeFrom)
            default: step.placeTo
            }
        if arrival.isStated {
            (place, placeSince) = (arrival, since)
        } else if step.event == .transferIn {
            (place, placeSince) = (.none, nil)
        }
        if phase != .inTransit { transfer = nil }
    }

    private mutating func changeSeal(_ step: CustodyStep, _ since: Since) {
        switch step.event {
        case .unseal:
            (closure, seal, closureSince, isTreatedSinceOpening) = (.opened, .none, since, false)
        case .seal, .reseal:
            close(with: step.sealAfter, since)
        default:
            if CustodyKinds.handling.contains(step.event) { isTreatedSinceOpening = true }
            let found = step.sealAfter.or(step.sealBefore)
            if found.isStated, found != seal || closure != .sealed { close(with: found, since) }
        }
        if step.states(.specimenSeal) || step.event == .transferOut { hasSpecimen = true }
    }

    private mutating func close(with seal: CustodyTerm, _ since: Since) {
        (closure, self.seal, closureSince, hasSpecimen) = (.sealed, seal, since, false)
    }

    private mutating func changeDigest(_ step: CustodyStep, _ since: Since, _ terms: CustodyTerms) {
        // What a copy or a split leaves behind is the original as it was found.
        let found =
            CustodyKinds.divisions.contains(step.event)
            ? step.digestBefore : step.digestAfter.or(step.digestBefore)
        guard found.isStated, found != digest else { return }
        let richer = terms.richer(digest, found)
        if richer != digest { (digest, digestSince) = (richer, since) }
    }

    private mutating func changeQuantity(
        _ step: CustodyStep,
        _ since: Since,
        _ parts: CustodyQuantity
    ) {
        if step.quantity.isStated {
            if step.quantity != quantity { (quantity, quantitySince) = (step.quantity, since) }
        } else if step.event == .split {
            quantity = quantity.less(parts)
            quantitySince = since
        }
    }
}
