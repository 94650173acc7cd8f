public import CaseFile

/// A statutory clock of a case, counted: when it is due, whether it was met, how much is left or lost.
public struct Clock: Hashable, Sendable {
    /// The pack's rule; nil for a clock that the case set for itself.
    public let rule: DeadlineRule?
    /// The rule's code, or what the case's own record calls it.
    public let code: String
    public let title: LocalizedText
    public let law: [Citation]
    /// The record that has it; nil where the case's own says none.
    public let record: RecordID?
    /// Which part of the record, where it is not the record itself: removed[2].
    public let part: String
    /// The party or person whom it concerns.
    public let concerns: RecordID?
    /// When it began to run; for a negative period, what it ends before.
    public let start: ClockTime?
    public let excludedMinutes: Int
    /// When it is due, an extension counted.
    public let due: ClockSpan
    /// Until when it was extended.
    public let extendedTo: ClockTime?
    /// When it was met, or done too late.
    public let met: ClockTime?
    /// When it ceased to matter, such as by a release.
    public let ended: ClockTime?
    public let state: State
    /// Counted in whole days: what counts of its times is the day.
    public let isOfWholeDays: Bool
    /// The case's own `deadline` record of it.
    public let recorded: RecordID?
    /// What that record says is due, where it is not what the law's period comes to.
    public let recordedDue: ClockSpan?

    public enum State: String, CaseIterable, Codable, Hashable, Sendable {
        /// There is time left.
        case running
        /// Done in time.
        case met
        /// Done too late, or not done and overdue.
        case missed
        /// The times are known too roughly to say.
        case unknown
        /// It no longer matters.
        case ended
    }

    /// It is due at some time of a span; the earliest is what can be relied on.
    public var isDueAtTheEarliest: Bool {
        isOfWholeDays ? due.latest - due.earliest > 0 : !due.isExact
    }

    /// A source of its times says "about".
    public var isApproximate: Bool {
        [start, met, extendedTo].contains { $0?.isApproximate == true }
    }

    /// How much time is or was left, or by how much it was missed, in microseconds; nil where that cannot be told.
    public func margin(asOf now: Int64) -> Int64? {
        switch state {
        case .running: due.earliest - now
        case .met: met.map { due.earliest - $0.span.latest }
        case .missed: (met?.span.earliest ?? now) - due.latest
        case .unknown, .ended: nil
        }
    }

    /// Whether it runs out soon: less than a tenth of the period is left, or three days where days are counted.
    public func endsSoon(asOf now: Int64) -> Bool {
        guard state == .running, let start else { return false }
        let left = due.earliest - now
        let period = abs(due.earliest - start.span.earliest)
        let threeDays: Int64 = 3 * 86_400_000_000
        return left < (isOfWholeDays ? max(period / 10, min(threeDays, period / 2)) : period / 24)
    }
}
