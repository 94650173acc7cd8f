public import CaseFile

/// A span of time in which something lies; the same twice for what is known exactly. Microseconds of Unix time.
public struct ClockSpan: Hashable, Sendable {
    public var earliest: Int64
    public var latest: Int64

    public init(earliest: Int64, latest: Int64) {
        self.earliest = earliest
        self.latest = latest
    }

    public var isExact: Bool { earliest == latest }

    func contains(_ other: ClockSpan) -> Bool { earliest <= other.earliest && other.latest <= latest }
}

/// A time of a clock, and the record that says it.
public struct ClockTime: Hashable, Sendable {
    public var span: ClockSpan
    /// The source says "about".
    public var isApproximate: Bool
    public var record: RecordID?

    init(_ moment: Moment, record: RecordID?) {
        span = ClockSpan(earliest: moment.earliest, latest: moment.latest)
        isApproximate = moment.isApproximate
        self.record = record
    }

    /// The earliest of several candidates, as exactly as they are known together.
    ///
    /// One that is known only roughly says nothing more where a more exact one lies in its span: a seizure on 13 March,
    /// and its event at 19:34.
    static func earliest(of times: [ClockTime]) -> ClockTime? {
        let telling = times.filter { time in
            !times.contains { $0.span != time.span && time.span.contains($0.span) }
        }
        guard var first = telling.min(by: { $0.order < $1.order }) else { return nil }
        first.span.latest = telling.map(\.span.latest).min() ?? first.span.latest
        return first
    }

    private var order: (Int64, Int64) { (span.earliest, span.latest) }
}
