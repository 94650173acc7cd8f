internal import CaseFile
internal import Foundation

extension OpenCase {
    /// The zone in which the case's days begin; the machine's where the case names one that this machine does not know.
    public var timeZone: String? { try? caseRecord().timeZone.text }

    /// The instant against which what is open is judged: now, or the time asked for. A day is judged at its end: what was
    /// done on it was done.
    func judged(_ asOf: Moment?) -> Moment {
        asOf.map { Moment(microseconds: $0.latest, zone: $0.zone) } ?? office.surroundings.moment()
    }

    /// How many minutes the case's zone is ahead of UTC at a time.
    /// - Parameter microseconds: since 1970, UTC.
    public func zone(_ microseconds: Int64) -> Int {
        guard let zone = timeZone.flatMap({ TimeZone(identifier: $0) }) else {
            return office.surroundings.zone(microseconds)
        }
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)) / 60
    }
}
