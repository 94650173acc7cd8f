internal import CaseFile
internal import XML

/// Exhibits and custody events, read into the custody register as their fields go by.
///
/// It is the streaming twin of the register's own `add(_:head:logIndex:)`, and a test holds the two together: one
/// case gives one register by either way.
struct CustodyReading {
    private(set) var register = CustodyRegister()

    private var exhibit: CustodyExhibit?
    private var isInEvent = false
    private var step = CustodyStep(
        id: .none, exhibit: .none, event: .seize, at: CustodyTime(microseconds: 0), recordedAt: 0, logIndex: 0)
    private var parts: [RecordID] = []
    private var parties: [RecordID] = []
    private var witnesses: [RecordID] = []
    private var amount: Int64?
    private var unit = CustodyTerm.none
    private var isApproximate = false
    private var algorithm = Digest.Algorithm.sha256

    // MARK: Custody events

    mutating func beginEvent(id: RecordID, recordedAt: Int64, version: Int, logIndex: Int) {
        isInEvent = true
        step = CustodyStep(
            id: id, exhibit: .none, event: .seize, at: CustodyTime(microseconds: 0), recordedAt: recordedAt,
            logIndex: UInt32(clamping: logIndex), version: UInt16(clamping: version))
        parts.removeAll(keepingCapacity: true)
        parties.removeAll(keepingCapacity: true)
        witnesses.removeAll(keepingCapacity: true)
        (amount, unit) = (nil, .none)
    }

    mutating func endEvent() {
        isInEvent = false
        if let amount { step.quantity = CustodyQuantity(millionths: amount, unit: unit) }
        if !witnesses.isEmpty {
            step.marks.insert(.witness)
            if witnesses.allSatisfy(parties.contains) { step.marks.insert(.onlyPartiesWitness) }
        }
        register.add(step, parts: parts)
    }

    /// A reference in the record.
    /// - Parameter depth: how deep below the record; its own children are at 1.
    mutating func reference(_ element: Int, to: RecordID, depth: Int) {
        guard isInEvent else {
            if depth == 1, element == Self.parentExhibit { exhibit?.parent = to }
            return
        }
        if depth == 2, element == Self.exhibitElement { parts.append(to) }
        guard depth == 1 else { return }
        switch element {
        case Self.exhibitElement: step.exhibit = to
        case Self.releasedBy:
            step.releasedBy = register.terms.term(for: to)
            parties.append(to)
        case Self.receivedBy:
            step.receivedBy = register.terms.term(for: to)
            parties.append(to)
        case Self.carrier: step.carrier = register.terms.term(for: to)
        case Self.placeFrom: step.placeFrom = register.terms.term(for: to)
        case Self.placeTo: step.placeTo = register.terms.term(for: to)
        case Self.sealHolder: step.sealHolder = register.terms.term(for: to)
        case Self.witness: witnesses.append(to)
        case Self.document: step.marks.insert(.document)
        default: break
        }
    }

    /// Whether the text of this element is wanted; what only has to be there is noted at once.
    mutating func wantsText(of tag: borrowing StartTag, depth: Int) -> Bool {
        if depth == 2 { return (tag.number == Self.amountElement || tag.number == Self.unitElement) && isInQuantity }
        guard depth == 1 else { return false }
        isInQuantity = tag.number == Self.quantity
        switch tag.number {
        case Self.purpose: step.marks.insert(.purpose)
        case Self.authority: step.marks.insert(.authority)
        case Self.releasedAttestation: step.marks.insert(.releasedAttestation)
        case Self.receivedAttestation: step.marks.insert(.receivedAttestation)
        case Self.latenessReason: step.marks.insert(.latenessReason)
        case Self.reported: step.marks.insert(.reported)
        case Self.specimenSeal: step.marks.insert(.specimenImpression)
        case Self.at:
            isApproximate = tag[attribute: Self.approximateAttribute] != nil
            return true
        case Self.digestBefore, Self.digestAfter:
            let name = tag[attribute: Self.algorithmAttribute].map { String(decoding: $0, as: UTF8.self) }
            algorithm = name.flatMap(Digest.Algorithm.init(rawValue:)) ?? .sha256
            return true
        case Self.event, Self.sequence, Self.sealBefore, Self.sealAfter, Self.sealIntact: return true
        default: break
        }
        return false
    }

    private var isInQuantity = false

    mutating func text(_ element: Int, _ bytes: [UInt8]) {
        switch element {
        case Self.event:
            if let kind = CustodyEventKind(rawValue: String(decoding: bytes, as: UTF8.self)) { step.event = kind }
        case Self.at:
            guard let moment = Moment(String(decoding: bytes, as: UTF8.self), approximate: isApproximate) else { return }
            step.at = CustodyTime(moment)
            if isApproximate { step.marks.insert(.approximateTime) }
        case Self.sequence: step.sequence = UInt32(String(decoding: bytes, as: UTF8.self)) ?? 0
        case Self.sealBefore: step.sealBefore = term(bytes)
        case Self.sealAfter: step.sealAfter = term(bytes)
        case Self.sealIntact: step.marks.insert(bytes.first == UInt8(ascii: "t") ? .sealIntact : .sealBroken)
        case Self.digestBefore: if let digest = digestTerm(bytes, or: step.digestBefore) { step.digestBefore = digest }
        case Self.digestAfter: if let digest = digestTerm(bytes, or: step.digestAfter) { step.digestAfter = digest }
        case Self.amountElement: amount = CustodyQuantity.millionths(String(decoding: bytes, as: UTF8.self))
        case Self.unitElement: unit = term(bytes)
        default: break
        }
    }

    // MARK: Exhibits

    mutating func beginExhibit(id: RecordID) {
        exhibit = CustodyExhibit(id: id)
        (amount, unit) = (nil, .none)
        isInQuantity = false
    }

    mutating func endExhibit() {
        guard var exhibit else { return }
        if let amount { exhibit.quantity = CustodyQuantity(millionths: amount, unit: unit) }
        register.add(exhibit)
        self.exhibit = nil
    }

    mutating func wantsExhibitText(of element: Int, depth: Int) -> Bool {
        if depth == 2 { return (element == Self.amountElement || element == Self.unitElement) && isInQuantity }
        guard depth == 1 else { return false }
        isInQuantity = element == Self.quantity
        return element == Self.category || element == Self.sealable
    }

    mutating func exhibitText(_ element: Int, _ bytes: [UInt8]) {
        switch element {
        case Self.category:
            switch Exhibit.Category(rawValue: String(decoding: bytes, as: UTF8.self)) {
            case .digital: exhibit?.form = .digital
            case .documentary: exhibit?.form = .documentary
            default: exhibit?.form = .physical
            }
        case Self.sealable: exhibit?.isSealable = bytes.first == UInt8(ascii: "t")
        case Self.amountElement: amount = CustodyQuantity.millionths(String(decoding: bytes, as: UTF8.self))
        case Self.unitElement: unit = term(bytes)
        default: break
        }
    }

    private mutating func term(_ bytes: [UInt8]) -> CustodyTerm {
        bytes.withUnsafeBufferPointer { register.terms.term(utf8: $0) }
    }

    /// SHA-256 counts before any other algorithm; else the first that is given.
    private mutating func digestTerm(_ bytes: [UInt8], or known: CustodyTerm) -> CustodyTerm? {
        guard !known.isStated || algorithm == .sha256,
            let digest = Digest(algorithm, String(decoding: bytes, as: UTF8.self))
        else { return nil }
        return register.terms.term(for: digest)
    }
}

extension CustodyReading {
    private static let exhibitElement = CaseFileNames.element("exhibit")
    private static let parentExhibit = CaseFileNames.element("parentExhibit")
    private static let releasedBy = CaseFileNames.element("releasedBy")
    private static let receivedBy = CaseFileNames.element("receivedBy")
    private static let carrier = CaseFileNames.element("carrier")
    private static let placeFrom = CaseFileNames.element("placeFrom")
    private static let placeTo = CaseFileNames.element("placeTo")
    private static let sealHolder = CaseFileNames.element("sealHolder")
    private static let witness = CaseFileNames.element("witness")
    private static let document = CaseFileNames.element("document")
    private static let event = CaseFileNames.element("event")
    private static let at = CaseFileNames.element("at")
    private static let sequence = CaseFileNames.element("sequence")
    private static let purpose = CaseFileNames.element("purpose")
    private static let authority = CaseFileNames.element("authority")
    private static let sealBefore = CaseFileNames.element("sealBefore")
    private static let sealAfter = CaseFileNames.element("sealAfter")
    private static let sealIntact = CaseFileNames.element("sealIntact")
    private static let specimenSeal = CaseFileNames.element("specimenSeal")
    private static let quantity = CaseFileNames.element("quantity")
    private static let amountElement = CaseFileNames.element("amount")
    private static let unitElement = CaseFileNames.element("unit")
    private static let digestBefore = CaseFileNames.element("digestBefore")
    private static let digestAfter = CaseFileNames.element("digestAfter")
    private static let releasedAttestation = CaseFileNames.element("releasedAttestation")
    private static let receivedAttestation = CaseFileNames.element("receivedAttestation")
    private static let latenessReason = CaseFileNames.element("latenessReason")
    private static let reported = CaseFileNames.element("reported")
    private static let category = CaseFileNames.element("category")
    private static let sealable = CaseFileNames.element("sealable")
    private static let algorithmAttribute = CaseFileNames.attribute("algorithm")
    private static let approximateAttribute = CaseFileNames.attribute("approximate")
}
