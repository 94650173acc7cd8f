/// What was decided about a finding of the leak scan: a place where a protected term was found, or that could not be
/// searched.
///
/// A decision holds for the version that it was made about: a changed file or record is found again. Of several
/// decisions about one finding the last one recorded counts. Nothing in it may say the term.
public struct Decision: RecordBody {
    public static let kind = Kind.decision

    /// The finding: 32 hexadecimal digits, by which the scan finds it again.
    public var finding: Code
    /// The record or file that it is in.
    public var ref: AnyReference
    /// Of the version that was judged: a file's SHA-256, or a record's leaf hash.
    public var digest: HashText
    /// Where in it, by numbers only: page 3, byte 120.
    public var place: Code
    /// What is done about it.
    public var action: Action
    /// The copy that goes out instead.
    public var replacement: Reference<EvidenceFile>?
    /// For which editions; none: for all.
    public var editions: [Token] = []
    /// Why.
    public var reason: FreeText
    /// Who decided it.
    public var decidedBy: Reference<Person>?
    /// When it was decided.
    public var at: Moment

    public init(
        finding: Code,
        ref: AnyReference,
        digest: HashText,
        place: Code,
        action: Action,
        reason: FreeText,
        at: Moment
    ) {
        self.finding = finding
        self.ref = ref
        self.digest = digest
        self.place = place
        self.action = action
        self.reason = reason
        self.at = at
    }

    private enum CodingKeys: String, CodingKey {
        case finding, ref, digest, place, action, replacement
        case editions = "edition"
        case reason, decidedBy, at
    }
}

extension Decision {
    public var subject: RecordID? { ref.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                finding.text.utf8.count == 32 && finding.text.utf8.allSatisfy { Hex.value(of: $0) != nil },
                "decision.finding",
                "finding",
                "a finding is named by 32 hexadecimal digits, in lower case"
            )
            rules.require(
                action.hasReplacement == (replacement != nil),
                "decision.replacement",
                "replacement",
                "what is redacted or replaced names the copy that goes out instead, and nothing else does"
            )
            rules.unique(editions, "decision.edition-twice", "edition", "list each edition once")
        }
    }
}

extension Decision {
    /// What is done about a finding of the leak scan.
    public enum Action: String, CaseIterable, Codable, Hashable, Sendable {
        /// It goes out as it is.
        case accepted
        /// The record, or the bytes of the file, stay behind.
        case withheld
        /// A copy goes out from which it was removed.
        case redacted
        /// Another file goes out instead.
        case replaced

        /// Whether something goes out in its place.
        public var hasReplacement: Bool {
            switch self {
            case .accepted, .withheld: false
            case .redacted, .replaced: true
            }
        }
    }
}
