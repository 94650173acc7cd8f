internal import CaseFile
internal import XML

extension ContradictionRule {
    /// First information that was registered before it was received.
    static let informationOrder = ContradictionRule("information-order") { records in
        records.of(.case).compactMap { record in
            guard let id = record.id, let received = record.moment("firstInformation/receivedAt"),
                let registered = record.moment("firstInformation/registeredAt"), registered.isBefore(received)
            else { return nil }
            return Contradiction(
                about: id,
                [
                    .init(id, "case/firstInformation/receivedAt", received),
                    .init(id, "case/firstInformation/registeredAt", registered),
                ]
            )
        }
    }
}
