internal import CaseFile
internal import XML

extension ContradictionRule {
    /// What was found in a search, or brought out of it, before it began or after it ended. What was made in it, such
    /// as its recording, and handed over later is not meant.
    static let outsideSearch = ContradictionRule("outside-search") { records in
        func isOutside(_ time: Moment, _ search: DocumentNode) -> Bool {
            if let start = search.moment("startedAt"), time.isBefore(start) { return true }
            if let end = search.moment("endedAt"), end.isBefore(time) { return true }
            return false
        }
        func contradiction(
            _ about: RecordID?,
            _ source: Contradiction.Source,
            _ search: DocumentNode
        ) -> Contradiction? {
            guard let id = search.id, let start = search.moment("startedAt") else { return nil }
            return Contradiction(
                about: about,
                [source, .init(id, "search/startedAt", start, until: search.moment("endedAt"))]
            )
        }
        let received = Set(
            records.of(.custodyEvent).filter { $0.content("event") == "receive" }.compactMap {
                $0.target("exhibit")
            }
        )
        let seized = records.of(.exhibit).compactMap { exhibit -> Contradiction? in
            guard let id = exhibit.id, !received.contains(id), let at = exhibit.moment("seizedAt"),
                let search = records[exhibit.target("search")], isOutside(at, search)
            else { return nil }
            return contradiction(id, .init(id, "exhibit/seizedAt", at), search)
        }
        let removed = records.of(.search).flatMap { search in
            search.children("removed").compactMap { removed -> Contradiction? in
                guard let id = search.id, let at = removed.moment("removedAt"), isOutside(at, search) else {
                    return nil
                }
                return contradiction(
                    removed.target("person"),
                    .init(id, "search/removed/removedAt", at),
                    search
                )
            }
        }
        return seized + removed
    }
}
