/// A finding of the readiness report that somebody answered: the office knows of it, and says why it goes on.
///
/// An answer speaks of one version of a record. It stands until its time is over or the record has a newer version;
/// of several answers to one finding the last one recorded counts.
public struct Answer: RecordBody {
    public static let kind = Kind.answer

    /// The rule whose finding it is, such as produced-within-24-hours.
    public var rule: Token
    /// The record that the finding is about.
    public var ref: AnyReference
    /// The version of that record that was judged.
    public var recordVersion: Count
    /// What the finding said, by references and figures only.
    public var finding: FreeText?
    /// What becomes of the finding.
    public var decision: Decision
    /// Why.
    public var reason: FreeText
    /// Who decided it.
    public var answeredBy: Reference<Person>?
    /// When it was decided.
    public var at: Moment
    /// Until when the answer holds: after it the finding is open again.
    public var until: Moment?
    /// Anything else about it.
    public var note: FreeText?

    public init(
        rule: Token,
        ref: AnyReference,
        recordVersion: Count,
        decision: Decision,
        reason: FreeText,
        at: Moment
    ) {
        self.rule = rule
        self.ref = ref
        self.recordVersion = recordVersion
        self.decision = decision
        self.reason = reason
        self.at = at
    }
}

extension Answer {
    public var subject: RecordID? { ref.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                recordVersion.value > 0,
                "answer.version",
                "recordVersion",
                "the versions of a record are counted from 1"
            )
            rules.inOrder(
                at,
                until,
                "answer.ends-before-it-begins",
                "until",
                "an answer holds from when it is given"
            )
        }
    }

    /// Whether the finding is still answered.
    /// - Parameters:
    ///   - version: that the record has now.
    ///   - now: the time against which it is judged.
    public func stands(forVersion version: Int, at now: Moment) -> Bool {
        recordVersion.value == version && until?.isSurelyBefore(now) != true
    }
}

extension Answer {
    /// What becomes of a finding.
    public enum Decision: String, CaseIterable, Codable, Hashable, Sendable {
        /// The office knows of it and goes on.
        case accepted
        /// The reason answers it.
        case explained
        /// The finding is mistaken.
        case unfounded
    }
}
