internal import CaseFile
internal import XML

extension ContradictionRule {
    /// When an exhibit was seized, by its own record and by the event that its chain begins with. What somebody handed over
    /// may have been taken in charge a while later, but not before.
    static let seizureTimes = ContradictionRule("seizure-times") { records in
        var beginnings: [RecordID: DocumentNode] = [:]
        for event in records.of(.custodyEvent) {
            guard let exhibit = event.target("exhibit"),
                ["seize", "receive"].contains(event.content("event")),
                let at = event.moment("at")
            else { continue }
            if let known = beginnings[exhibit]?.moment("at"), known.earliest <= at.earliest { continue }
            beginnings[exhibit] = event
        }
        return records.of(.exhibit).compactMap { exhibit in
            guard let id = exhibit.id, let seizedAt = exhibit.moment("seizedAt"), let event = beginnings[id],
                let eventID = event.id, let at = event.moment("at"),
                event.content("event") == "seize"
                    ? at.isApart(from: seizedAt) : at.isBefore(seizedAt, byMoreThan: Moment.minute)
            else { return nil }
            return Contradiction(
                about: id,
                [.init(id, "exhibit/seizedAt", seizedAt), .init(eventID, "custodyEvent/at", at)]
            )
        }
    }
}
