/// A custody event's fields as a stream brings them: first the element, then its text.
extension CustodyStepDraft {
    /// A child of the record begins.
    mutating func open(_ field: CustodyField, _ target: RecordID?) {
        switch field {
        case .exhibit: exhibit = target
        case .releasedBy: releasedBy = target
        case .receivedBy: receivedBy = target
        case .placeFrom: placeFrom = target
        case .placeTo: placeTo = target
        case .carrier: carrier = target
        case .sealHolder: sealHolder = target
        case .witness: if let target { witnesses.append(target) }
        case .purpose: marks.insert(.purpose)
        case .authority: marks.insert(.authority)
        case .condition: marks.insert(.condition)
        case .specimenSeal: marks.insert(.specimenSeal)
        case .document: marks.insert(.document)
        case .releasedAttestation: marks.insert(.releasedAttestation)
        case .receivedAttestation: marks.insert(.receivedAttestation)
        case .latenessReason: marks.insert(.latenessReason)
        case .reported: marks.insert(.reported)
        default: break
        }
    }

    /// A grandchild begins.
    mutating func open(
        _ field: CustodyField,
        in outer: CustodyField,
        _ target: RecordID?,
        _ terms: inout CustodyTerms
    ) {
        switch (outer, field) {
        case (.specimenSeal, .holder): specimenHolder = target
        case (.releasedAttestation, .signatory): released.signatory = target
        case (.receivedAttestation, .signatory): received.signatory = target
        case (.reported, .source): reporter = terms.term(for: target)
        default: break
        }
    }

    /// The text of a child, or of a grandchild in `outer`.
    mutating func read(
        _ field: CustodyField,
        in outer: CustodyField?,
        _ text: UnsafeBufferPointer<UInt8>,
        algorithm: UnsafeBufferPointer<UInt8>,
        _ terms: inout CustodyTerms
    ) {
        switch (outer, field) {
        case (nil, .event): event = CustodyWords.events.value(of: text)
        case (nil, .at): at = CustodyTime(utf8: text)
        case (nil, .sequence): sequence = UInt32(String(decoding: text, as: UTF8.self)) ?? 0
        case (nil, .sealBefore): sealBefore = terms.term(utf8: text)
        case (nil, .sealAfter): sealAfter = terms.term(utf8: text)
        case (nil, .sealIntact):
            marks.insert(CustodyWords.flags.value(of: text) == true ? .sealIntact : .sealBroken)
        case (nil, .digestBefore): digestsBefore.insert(algorithm: algorithm, value: Array(text))
        case (nil, .digestAfter): digestsAfter.insert(algorithm: algorithm, value: Array(text))
        case (.authority, .kind):
            if CustodyWords.authorities.value(of: text) == .courtOrder { marks.insert(.courtOrder) }
        case (.releasedAttestation, .at): released.at = CustodyTime(utf8: text)
        case (.receivedAttestation, .at): received.at = CustodyTime(utf8: text)
        default: break
        }
    }
}
