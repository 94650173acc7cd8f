internal import CaseFile
internal import XML

extension ContradictionRule {
    /// One person at two places at the same time: in a search, an arrest, a statement, an examination, with an exhibit in
    /// hand. The rooms of one building are one place. Times that are not exact, and "about", prove nothing.
    static let twoPlaces = ContradictionRule("two-places") { records in
        var stays: [RecordID: [Stay]] = [:]
        for stay in Stay.all(in: records) { stays[stay.person, default: []].append(stay) }
        return stays.sorted { $0.key < $1.key }.flatMap { person, stays in
            let ordered = stays.sorted { ($0.from.earliest, $0.source) < ($1.from.earliest, $1.source) }
            var open: [Stay] = []
            var told: Set<[RecordID]> = []
            var found: [Contradiction] = []
            for stay in ordered {
                open.removeAll { $0.end < stay.from.earliest }
                for other in open where other.place != stay.place && other.meets(stay) {
                    // Once for a pair of records, or of a record and a place where ten things were seized.
                    guard told.insert([other.record, stay.place]).inserted else { continue }
                    found.append(Contradiction(about: person, [other.asSource, stay.asSource]))
                }
                open.append(stay)
            }
            return found
        }
    }

    private struct Stay {
        let person: RecordID
        /// The outermost place that the stated one is a part of.
        let place: RecordID
        let stated: RecordID
        let record: RecordID
        let path: String
        let from: Moment
        let until: Moment?

        var end: Int64 { until?.earliest ?? from.earliest }
        var source: String { record.description }
        var asSource: Contradiction.Source { .init(record, path, from, until: until, place: stated) }

        /// Whether both last at one time: two spans for more than a moment, an instant within a span, two instants that are
        /// one.
        func meets(_ other: Stay) -> Bool {
            let start = max(from.earliest, other.from.earliest)
            let end = min(self.end, other.end)
            if start < end { return true }
            guard start == end else { return false }
            let isInstant = (until == nil, other.until == nil)
            switch isInstant {
            case (true, true): return true
            case (true, false): return other.from.earliest < start && start < other.end
            case (false, true): return from.earliest < start && start < self.end
            case (false, false): return false
            }
        }

        static func all(in records: CaseRecords) -> [Stay] {
            var stays: [Stay] = []
            func add(
                _ record: DocumentNode,
                _ persons: [RecordID],
                at place: RecordID?,
                _ path: String,
                from: Moment?,
                until: Moment? = nil
            ) {
                guard let id = record.id, let place, let from, from.precision == .instant, !from.isApproximate
                else { return }
                let until = until.flatMap {
                    $0.precision == .instant && $0.earliest > from.earliest ? $0 : nil
                }
                let root = outermost(place, in: records)
                for person in Set(persons) {
                    stays.append(
                        Stay(
                            person: person,
                            place: root,
                            stated: place,
                            record: id,
                            path: path,
                            from: from,
                            until: until
                        )
                    )
                }
            }
            for arrest in records.of(.arrest) {
                add(
                    arrest,
                    arrest.targets("arrestingOfficer") + arrest.targets("officer"),
                    at: arrest.target("place"),
                    "arrest/at",
                    from: arrest.moment("at")
                )
            }
            for search in records.of(.search) {
                // Officers come and go: only who led it was there from the beginning to the end.
                add(
                    search,
                    search.targets("leader"),
                    at: search.target("place"),
                    "search/startedAt",
                    from: search.moment("startedAt"),
                    until: search.moment("endedAt")
                )
            }
            for statement in records.of(.statement) {
                let interpreters = statement.children("interpreter").compactMap { $0.target("interpreter") }
                add(
                    statement,
                    statement.targets("maker") + statement.targets("recorder") + interpreters,
                    at: statement.target("place"),
                    "statement/startedAt",
                    from: statement.moment("startedAt"),
                    until: statement.moment("endedAt")
                )
            }
            for examination in records.of(.examination) where examination.target("examinee") != nil {
                add(
                    examination,
                    examination.targets("examinee") + examination.targets("examiner"),
                    at: examination.target("place"),
                    "examination/startedAt",
                    from: examination.moment("startedAt"),
                    until: examination.moment("endedAt")
                )
            }
            for event in records.of(.custodyEvent) {
                let (persons, place): ([RecordID], RecordID?) =
                    switch event.content("event") {
                    case "seize", "receive", "deposit":
                        (event.targets("receivedBy") + event.targets("releasedBy"), event.target("placeTo"))
                    case "transfer-out": (event.targets("releasedBy"), event.target("placeFrom"))
                    case "transfer-in": (event.targets("receivedBy"), event.target("placeTo"))
                    default: ([], nil)
                    }
                add(event, persons, at: place, "custodyEvent/at", from: event.moment("at"))
            }
            return stays
        }

        private static func outermost(_ place: RecordID, in records: CaseRecords) -> RecordID {
            var outermost = place
            var seen: Set<RecordID> = []
            while seen.insert(outermost).inserted, let parent = records[outermost]?.target("parentPlace") {
                outermost = parent
            }
            return outermost
        }
    }
}
