/// When a step of custody took place: the span that a moment's text can mean, in sixteen bytes.
///
/// It is a `Moment` without its text, because half a million of them are held at once.
public struct CustodyTime: Hashable, Sendable {
    /// The first microsecond that it can mean, in Unix time, UTC.
    public let earliest: Int64
    /// The length of the span in seconds, 0 for an instant: a year has 31,622,400 at most.
    private let span: UInt32
    /// Minutes east of UTC in which it was written down.
    public let zone: Int16

    /// An instant.
    public init(microseconds: Int64, zone: Int16 = 0) {
        (self.earliest, self.span, self.zone) = (microseconds, 0, zone)
    }

    /// Reads a moment's text from raw UTF-8. A time to the second, as most are, is read without making a string.
    public init?(utf8 text: UnsafeBufferPointer<UInt8>) {
        if let instant = CustodyInstant(text) {
            self.init(microseconds: instant.microseconds, zone: instant.zone)
        } else if let moment = Moment(String(decoding: text, as: UTF8.self)) {
            self.init(moment)
        } else {
            return nil
        }
    }

    public init(_ moment: Moment) {
        self.earliest = moment.earliest
        self.span =
            moment.precision == .instant ? 0 : UInt32((moment.latest + 1 - moment.earliest) / 1_000_000)
        self.zone = Int16(moment.zone)
    }

    /// The last microsecond that it can mean.
    public var latest: Int64 { isInstant ? earliest : earliest + Int64(span) * 1_000_000 - 1 }

    /// Whether it is known to the second, not only to the day, the month or the year.
    public var isInstant: Bool { span == 0 }

    /// Every reading of this one lies before every reading of the other.
    public func isSurelyBefore(_ other: CustodyTime) -> Bool { latest < other.earliest }
}

extension CustodyTime: CustomStringConvertible {
    /// The text that a `Moment` of the same span and zone has.
    public var description: String {
        let text = Moment(microseconds: earliest, zone: Int(zone)).text
        let day: UInt32 = 86_400
        let date =
            switch span {
            case 0: 0
            case ...day: 10
            case ...(31 * day): 7
            default: 4
            }
        return date == 0 ? text : String(text.prefix(date) + text.dropFirst("2026-03-14T22:40:00".count))
    }
}
