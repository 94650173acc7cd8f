public import CaseFile

/// Something that the file still lacks, or that the defence will attack: of which record, by which law, and how it is
/// mended. A value; it is answered by an `answer` record that names its rule and its record.
public struct Finding: Hashable, Sendable {
    /// The rule's name: produced-within-24-hours, custody.seal-mismatch, proof.element-unproved.
    public var rule: String
    public var source: Source
    public var severity: Severity
    /// The record that it is about; nil where it is about the case as a whole and that record is not known.
    public var record: RecordID?
    /// The place in the record, as an XPath from the case file's root, where it is known.
    public var location: String?
    /// Other records that it speaks of.
    public var related: [RecordID] = []
    /// What the rule asks for.
    public var title: String
    /// What is the matter. References in it are by what the file calls things.
    public var text: String
    public var law: [Citation] = []
    public var confidence: Confidence = .read
    /// What would mend it.
    public var remedy: String = ""
    /// Who can mend it: a word of the pack's vocabulary `mender`.
    public var mender: String?

    public init(
        rule: String,
        source: Source,
        severity: Severity,
        record: RecordID?,
        title: String,
        text: String
    ) {
        self.rule = rule
        self.source = source
        self.severity = severity
        self.record = record
        self.title = title
        self.text = text
    }
}

extension Finding {
    /// Where a finding comes from.
    public enum Source: String, CaseIterable, Codable, Hashable, Sendable {
        /// A readiness rule of the pack (rules.sch).
        case rules
        /// The state machine of custody.
        case custody
        /// The tree of elements of a charge.
        case proof
        /// A statutory clock (deadlines.xml).
        case deadlines
        /// Who must not be made known (protection.xml).
        case protection
        /// The pack's words and numbering.
        case words
    }
}
