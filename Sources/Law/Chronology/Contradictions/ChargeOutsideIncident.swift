internal import CaseFile
internal import XML

extension ContradictionRule {
    /// Charges whose offence begins before their incident does, or goes on after it ended: all of an incident together.
    static let chargeOutsideIncident = ContradictionRule("charge-outside-incident") { records in
        let charges = Dictionary(grouping: records.of(.charge)) { $0.target("incident") }
        return records.of(.incident).compactMap { incident in
            guard let id = incident.id, let began = incident.moment("from") else { return nil }
            let ended = incident.moment("until")
            let outside = (charges[id] ?? []).compactMap { charge -> Contradiction.Source? in
                guard let id = charge.id, let from = charge.moment("from") else { return nil }
                let until = charge.moment("until")
                let isOutside =
                    from.isBefore(began) && from.isOnAnotherDay(than: began)
                    || ended.map { $0.isBefore(until ?? from) && $0.isOnAnotherDay(than: until ?? from) }
                        ?? false
                return isOutside ? .init(id, "charge/from", from, until: until) : nil
            }
            guard !outside.isEmpty else { return nil }
            return Contradiction(about: id, [.init(id, "incident/from", began, until: ended)] + outside)
        }
    }
}
