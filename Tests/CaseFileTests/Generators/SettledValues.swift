import CaseFile

extension Attestation: Settling {
    mutating func settle(using source: RandomSource) {
        account = means == .account ? account ?? source.value() : nil
        signature = means == .key ? signature ?? source.value() : nil
    }
}

extension Authority: Settling {
    mutating func settle(using source: RandomSource) {
        if kind == .other { text = text ?? source.value() }
    }
}

extension Coordinates: Settling {
    mutating func settle(using source: RandomSource) {
        if abs(latitude.hundredMillionths) > 90 * 100_000_000 { latitude = "-89.99999999" }
    }
}

extension DeviceDescription: Settling {
    mutating func settle(using source: RandomSource) {
        source.unique(&storedOn) { $0 }
        otherStorage = storedOn.contains(.other) ? otherStorage ?? source.value() : nil
    }
}

extension DigestReport: Settling {
    mutating func settle(using source: RandomSource) {
        source.unique(&digests) { $0.algorithm }
        if otherDigests.isEmpty { source.atLeastOne(&digests) }
    }
}

extension AgeFact: Settling {
    mutating func settle(using source: RandomSource) {
        if birthDate != nil {
            (atLeast, atMost, asOf) = (nil, nil, nil)
            return
        }
        if atMost == nil { atLeast = atLeast ?? source.value() }
        if let least = atLeast, let most = atMost { (atLeast, atMost) = (min(least, most), max(least, most)) }
        asOf = asOf ?? source.value()
    }
}

extension Appointment: Settling {
    mutating func settle(using source: RandomSource) { source.order(&from, &until) }
}

extension Recording: Settling {
    mutating func settle(using source: RandomSource) {
        source.order(&startedAt, &endedAt)
        source.unique(&digests) { $0.algorithm }
    }
}

extension Disclosure: Settling {
    mutating func settle(using source: RandomSource) {
        if status == .sensitive || status == .withheldPart { reason = reason ?? source.value() }
    }
}
