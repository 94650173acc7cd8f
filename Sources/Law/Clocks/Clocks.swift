public import CaseFile
public import XML

/// All clocks of a case at a time, by when they are due.
public struct Clocks: Sendable {
    public let clocks: [Clock]
    /// The time at which they were counted.
    public let asOf: Moment
    /// The case's zone.
    public let zone: String
    /// Clocks of the pack that could not be counted.
    public let problems: [PackProblem]

    /// - Parameters:
    ///   - caseFile: the case file as one document.
    ///   - classes: the codes of the offences of each class.
    /// - Throws: where the case file cannot be looked at.
    public init(
        of caseFile: Document,
        by rules: DeadlineRules,
        classes: [String: [String]],
        asOf: Moment
    ) throws(XMLError) {
        zone = try caseFile.string(
            "/c:caseFile/c:records/c:case/c:timeZone",
            namespaces: ["c": CaseFileGrammar.namespace]
        )
        self.asOf = asOf
        let judgement = ClockJudgement(calendar: ClockCalendar(zone: zone), now: asOf.latest)
        let (readings, problems) = try rules.readings(of: caseFile, classes: classes)
        self.problems = problems
        let (joined, own) = Self.join(readings, RecordedDeadline.all(in: caseFile))
        clocks =
            (joined.compactMap { judgement.clock($0.reading, recorded: $0.recorded) }
            + own.compactMap { judgement.clock($0) }).sorted { $0.order < $1.order }
    }

    /// Each reading with the case's own record of it, and the records that belong to none.
    ///
    /// A record belongs to the clock of its rule that its trigger set running; else to that of the same accused; else
    /// to the only one of its rule.
    private static func join(
        _ readings: [ClockReading],
        _ recorded: [RecordedDeadline]
    ) -> (joined: [(reading: ClockReading, recorded: RecordedDeadline?)], own: [RecordedDeadline]) {
        var joined: [(reading: ClockReading, recorded: RecordedDeadline?)] = readings.map { ($0, nil) }
        var own: [RecordedDeadline] = []
        for record in recorded {
            let free = joined.indices.filter {
                joined[$0].reading.rule.code == record.rule && joined[$0].recorded == nil
            }
            let place =
                free.first { index in
                    let reading = joined[index].reading
                    guard let trigger = record.trigger else { return false }
                    return reading.record == trigger || reading.runs.contains { $0.record == trigger }
                } ?? free.first { record.accused != nil && joined[$0].reading.concerns == record.accused }
                ?? (free.count == 1 ? free.first : nil)
            if let place { joined[place].recorded = record } else { own.append(record) }
        }
        return (joined, own)
    }

    /// Minutes east of UTC in the case's zone.
    public func offset(at instant: Int64) -> Int { ClockCalendar(zone: zone).offset(at: instant) }
}

extension Clock {
    fileprivate var order: (Int64, Int64, String, String, String) {
        (due.earliest, due.latest, code, record?.description ?? "", part)
    }
}
