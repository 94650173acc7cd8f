internal import CaseFile
internal import XML

extension ContradictionRule {
    /// An exhibit that its laboratory examined before it arrived there, or after it had left for good, by its custody.
    static let examinedElsewhere = ContradictionRule("examined-elsewhere") { records in
        let events = Dictionary(grouping: records.of(.custodyEvent)) { $0.target("exhibit") }
        func agency(_ event: DocumentNode, person: String, place: String) -> RecordID? {
            records[event.target(place)]?.target("agency") ?? records[event.target(person)]?.target("agency")
        }
        func source(_ event: DocumentNode) -> Contradiction.Source? {
            guard let id = event.id, let at = event.moment("at") else { return nil }
            return .init(id, "custodyEvent/at", at)
        }
        return records.of(.examination).flatMap { examination -> [Contradiction] in
            guard let id = examination.id, let laboratory = examination.target("agency"),
                let start = examination.moment("startedAt")
            else { return [] }
            let end = examination.moment("endedAt")
            return examination.targets("exhibit").compactMap { exhibit in
                let own = (events[exhibit] ?? []).filter { $0.moment("at") != nil }
                let arrivals = own.filter {
                    ["transfer-in", "receive", "seize"].contains($0.content("event"))
                        && agency($0, person: "receivedBy", place: "placeTo") == laboratory
                }
                guard let first = arrivals.min(by: { $0.moment("at")!.earliest < $1.moment("at")!.earliest }),
                    let arrived = first.moment("at"),
                    let last = arrivals.compactMap({ $0.moment("at") }).max(by: { $0.earliest < $1.earliest })
                else { return nil }
                let examined = Contradiction.Source(id, "examination/startedAt", start, until: end)
                if start.isBefore(arrived), let source = source(first) {
                    return Contradiction(about: exhibit, [examined, source])
                }
                let departures = own.filter {
                    ["transfer-out", "return", "withdraw"].contains($0.content("event"))
                        && agency($0, person: "releasedBy", place: "placeFrom") == laboratory
                        && $0.moment("at")!.earliest > last.earliest
                }
                guard
                    let left = departures.min(by: { $0.moment("at")!.earliest < $1.moment("at")!.earliest }),
                    let at = left.moment("at"), at.isBefore(end ?? start), let source = source(left)
                else { return nil }
                return Contradiction(about: exhibit, [examined, source])
            }
        }
    }
}
