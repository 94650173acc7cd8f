public import CaseFile

// What the office says to the findings of its readiness report. An answer is a record like any other: it is sealed
// into the log and leaves with the bundle.

/// A record that answers a finding, and whether it still does.
public struct StoredAnswer: Sendable {
    public let record: StoredRecord
    public let answer: Answer
    /// What the file calls the record that the finding is about.
    public let label: String?
    /// The kind of that record.
    public let kind: Kind?
    /// The version that it has now.
    public let currentVersion: Int
    public let standing: Standing

    /// Whether a finding is still answered.
    public enum Standing: String, Sendable {
        case stands
        /// Its time is over.
        case over
        /// The record has a newer version, which nobody has judged.
        case outdated
        /// A later answer to the same finding takes its place.
        case replaced
    }
}

extension OpenCase {
    /// Answers a finding about a record as it is now.
    /// - Parameters:
    ///   - rule: any: the rule may be of a newer pack than this program's, or of another program.
    ///   - texts: the reason, and what the finding said, in the language of the case.
    @discardableResult
    public func answer(
        _ rule: Token,
        about id: RecordID,
        _ decision: Answer.Decision,
        reason: FreeText,
        finding: FreeText? = nil,
        by person: RecordID? = nil,
        until: Moment? = nil
    ) throws -> Recorded {
        guard let current = try current(id), let version = Count(current.version) else {
            throw CaseworkError.noRecord(id.description)
        }
        var answer = Answer(
            rule: rule,
            ref: AnyReference(to: id),
            recordVersion: version,
            decision: decision,
            reason: reason,
            at: office.surroundings.moment()
        )
        answer.finding = finding
        answer.answeredBy = person.map { Reference(to: $0) }
        answer.until = until
        return try record([answer])[0]
    }

    /// All answers of the case, in the order of the log.
    /// - Parameter now: the time against which they are judged; nil is the present.
    public func answers(at now: Moment? = nil) throws -> [StoredAnswer] {
        let now = now ?? office.surroundings.moment()
        let stored = try list(.answer).compactMap { record in
            (record.record.body as? Answer).map { (record: record, answer: $0) }
        }.sorted { $0.record.seq < $1.record.seq }
        var last: [Finding: RecordID] = [:]
        for item in stored { last[Finding(item.answer)] = item.record.id }
        return try stored.map { item in
            let about = try current(item.answer.ref.to)
            let version = about?.version ?? item.answer.recordVersion.value
            let standing: StoredAnswer.Standing =
                if last[Finding(item.answer)] != item.record.id {
                    .replaced
                } else if item.answer.recordVersion.value != version {
                    .outdated
                } else {
                    item.answer.stands(forVersion: version, at: now) ? .stands : .over
                }
            return StoredAnswer(
                record: item.record,
                answer: item.answer,
                label: about?.label,
                kind: about?.kind,
                currentVersion: version,
                standing: standing
            )
        }
    }

    /// What an answer is to.
    private struct Finding: Hashable {
        let rule: Token
        let record: RecordID

        init(_ answer: Answer) {
            rule = answer.rule
            record = answer.ref.to
        }
    }
}
