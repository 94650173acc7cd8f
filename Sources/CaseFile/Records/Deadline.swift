/// A time that the law sets: when it began to run, when it ends, how it was met.
public struct Deadline: RecordBody {
    public static let kind = Kind.deadline

    /// The rule that sets it, by the pack's code.
    public var rule: Token
    /// What must be done.
    public var title: FreeText?
    /// The law.
    public var provision: Provision?
    /// The accused whom it concerns, where it concerns one.
    public var accused: Reference<Party>?
    /// Who must do it.
    public var responsible: Reference<Person>?
    /// When it began to run.
    public var runsFrom: Moment
    /// The record that set it running.
    public var trigger: Link?
    /// Time that does not count, in minutes, such as a journey.
    public var excludedMinutes: Count?
    /// When it ends.
    public var due: Moment
    /// When it was met.
    public var metAt: Moment?
    /// The record that met it.
    public var met: Link?
    /// Until when it was extended.
    public var extendedTo: Moment?
    /// The order that extended it.
    public var authority: Authority?
    /// Anything else about it.
    public var note: FreeText?

    public init(rule: Token, runsFrom: Moment, due: Moment) {
        self.rule = rule
        self.runsFrom = runsFrom
        self.due = due
    }
}

extension Deadline {
    public var subject: RecordID? { accused?.to ?? trigger?.ref.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.inOrder(
                runsFrom,
                due,
                "deadline.ends-before-it-begins",
                "due",
                "a deadline ends after it begins"
            )
            rules.inOrder(
                due,
                extendedTo,
                "deadline.shortened",
                "extendedTo",
                "an extension moves the deadline to a later time"
            )
            rules.ask(authority, in: "authority")
        }
    }
}

extension Deadline {
    /// A link to the record that began or met a deadline.
    public struct Link: Codable, Hashable, Sendable {
        /// The record.
        public var ref: AnyReference

        public init(ref: AnyReference) {
            self.ref = ref
        }
    }
}
