public import CaseFile

/// A dated fact of a record.
public struct ChronologyFact: Hashable, Sendable {
    /// When it happened or began; nil where only its end is known.
    public let from: Moment?
    /// When it ended, where it lasted.
    public let until: Moment?
    /// The time's path from the record on: arrest/production/at.
    public let path: String
    /// What happened.
    public let what: String
    public let record: RecordID
    /// Other records that say the same, of the same order.
    public internal(set) var alsoIn: [RecordID] = []
    public let kind: Kind?
    /// The parties, persons, exhibits and agencies whom it concerns.
    public let whom: [RecordID]
    /// Where the record stands in the log's order.
    let place: Int

    /// The whole of the time that its sources may mean.
    public var span: ClockSpan {
        let times = [from, until].compactMap { $0 }
        return ClockSpan(
            earliest: times.map(\.earliest).min() ?? 0,
            latest: times.map(\.latest).max() ?? 0
        )
    }

    /// By when it can have been at the earliest; what is known only to the day stands before the instants of that day, and
    /// a month before its days.
    static func isBefore(_ a: ChronologyFact, _ b: ChronologyFact) -> Bool {
        a.order < b.order
    }

    private var order: (Int64, Int64, Int, String) {
        let start = from ?? until
        return (start?.earliest ?? 0, -(start?.latest ?? 0), place, path)
    }
}
