public import CaseFile

/// Two sources of the case that cannot both be right.
public struct Contradiction: Hashable, Sendable {
    /// What kind: two-places, seizure-times.
    public internal(set) var code = ""
    /// Whom or what it is about.
    public let about: RecordID?
    public let sources: [Source]

    /// What one of them says.
    public struct Source: Hashable, Sendable {
        public let record: RecordID
        /// The time's path from the record on.
        public let path: String
        public let from: Moment
        public let until: Moment?
        /// Where, if that is the matter.
        public let place: RecordID?

        init(_ record: RecordID, _ path: String, _ from: Moment, until: Moment? = nil, place: RecordID? = nil)
        {
            self.record = record
            self.path = path
            self.from = from
            self.until = until
            self.place = place
        }
    }

    init(about: RecordID?, _ sources: [Source]) {
        self.about = about
        self.sources = sources
    }

    public var records: [RecordID] { sources.map(\.record) }
}

/// One kind of contradiction: each in a file of its own.
struct ContradictionRule: Sendable {
    let code: String
    let find: @Sendable (CaseRecords) -> [Contradiction]

    init(_ code: String, _ find: @escaping @Sendable (CaseRecords) -> [Contradiction]) {
        self.code = code
        self.find = find
    }

    static let all = [
        seizureTimes, outsideSearch, arrestTimes, informationOrder, examinedElsewhere, documentDate,
        authorityDate,
        certifiedBeforeSeizure, chargeOutsideIncident, ages, twoPlaces,
    ]
}

extension Moment {
    /// Whether two times cannot be one, by more than a minute.
    func isApart(from other: Moment) -> Bool {
        isBefore(other, byMoreThan: Self.minute) || other.isBefore(self, byMoreThan: Self.minute)
    }

    /// Surely before, by more than so many microseconds. What a source gives as "about" is surely nothing.
    func isBefore(_ other: Moment, byMoreThan slack: Int64 = 0) -> Bool {
        !isApproximate && !other.isApproximate && latest < other.earliest - slack
    }

    /// Whether two times lie on different days for certain, each day as its source wrote it.
    func isOnAnotherDay(than other: Moment) -> Bool {
        guard !isApproximate, !other.isApproximate else { return false }
        let shared = min(dateText.count, other.dateText.count)
        return dateText.prefix(shared) != other.dateText.prefix(shared)
    }

    private var dateText: Substring {
        switch precision {
        case .instant, .day: text.prefix(10)
        case .month: text.prefix(7)
        case .year: text.prefix(4)
        }
    }

    static let minute: Int64 = 60_000_000
}
