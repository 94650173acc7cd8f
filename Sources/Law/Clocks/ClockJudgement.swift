internal import CaseFile

/// Counts one clock: from what its expressions found and what the case recorded of it, at a time.
struct ClockJudgement {
    let calendar: ClockCalendar
    /// What came later than this is not known yet.
    let now: Int64

    /// nil where nothing has set it running.
    func clock(_ reading: ClockReading, recorded: RecordedDeadline?) -> Clock? {
        let period = reading.rule.period
        // A time before which something is due may lie ahead.
        let runs = period.isNegative ? reading.runs : known(reading.runs)
        guard let start = ClockTime.earliest(of: runs) else { return nil }
        var computed = calendar.due(from: start.span, period, firstDayCounts: reading.rule.firstDayCounts)
        let excluded = Int64(reading.excludedMinutes) * 60_000_000
        computed.earliest += excluded
        computed.latest += excluded

        let extensions = reading.extended + [recorded?.extendedTo].compactMap { $0 }
        let extendedTo = extensions.max { $0.span.latest < $1.span.latest }
        let due = extended(computed, to: extendedTo)
        let met = ClockTime.earliest(of: known(reading.met + [recorded?.metAt].compactMap { $0 }))
        let ended = ClockTime.earliest(of: known(reading.ends))
        return Clock(
            rule: reading.rule,
            code: reading.rule.code,
            title: reading.rule.title,
            law: reading.rule.law,
            record: reading.record,
            part: reading.part,
            concerns: reading.concerns,
            start: start,
            excludedMinutes: reading.excludedMinutes,
            due: due,
            extendedTo: extendedTo,
            met: met,
            ended: ended,
            state: state(due: due, met: met?.span, ended: ended?.span),
            isOfWholeDays: period.isOfWholeDays,
            recorded: recorded?.id,
            recordedDue: recorded?.due.flatMap { disagrees($0.span, with: computed, period) ? $0.span : nil }
        )
    }

    /// A clock that the case set for itself, by no rule of the pack.
    func clock(_ own: RecordedDeadline) -> Clock? {
        guard let recordedDue = own.due, let start = own.runsFrom, start.span.earliest <= now else {
            return nil
        }
        let due = extended(recordedDue.span, to: own.extendedTo)
        let met = own.metAt.flatMap { known([$0]).first }
        return Clock(
            rule: nil,
            code: own.rule,
            title: own.title,
            law: own.law,
            record: own.trigger ?? own.id,
            part: "",
            concerns: own.accused ?? own.responsible,
            start: start,
            excludedMinutes: own.excludedMinutes,
            due: due,
            extendedTo: own.extendedTo,
            met: met,
            ended: nil,
            state: state(due: due, met: met?.span, ended: nil),
            isOfWholeDays: !recordedDue.span.isExact,
            recorded: own.id,
            recordedDue: nil
        )
    }

    private func known(_ times: [ClockTime]) -> [ClockTime] { times.filter { $0.span.earliest <= now } }

    /// An extension to a day reaches to its end.
    private func extended(_ due: ClockSpan, to extension: ClockTime?) -> ClockSpan {
        guard let until = `extension`?.span.latest else { return due }
        return ClockSpan(earliest: max(due.earliest, until), latest: max(due.latest, until))
    }

    private func state(due: ClockSpan, met: ClockSpan?, ended: ClockSpan?) -> Clock.State {
        if let met, met.latest <= due.earliest { return .met }
        // What ended before it was due was never missed.
        if let ended, ended.latest <= due.earliest, met.map({ $0.earliest > ended.earliest }) ?? true {
            return .ended
        }
        if let met { return met.earliest > due.latest ? .missed : .unknown }
        if now <= due.earliest { return .running }
        if let ended, ended.earliest <= due.latest { return .unknown }
        return now > due.latest ? .missed : .unknown
    }

    /// Days agree where they are the same days; times, where they differ by no more than a minute.
    private func disagrees(_ recorded: ClockSpan, with computed: ClockSpan, _ period: ClockPeriod) -> Bool {
        if period.isOfWholeDays {
            return !calendar.isSameDay(recorded.latest, computed.latest)
                && (recorded.latest < computed.earliest || recorded.earliest > computed.latest)
        }
        let minute: Int64 = 60_000_000
        return recorded.latest < computed.earliest - minute || recorded.earliest > computed.latest + minute
    }
}
