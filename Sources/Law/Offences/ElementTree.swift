public import CaseFile

/// What must be proved, as the pack has it: a leaf that evidence proves, or parts and how they combine.
///
/// Definitions are in it already. Where a code stands twice in a tree it is the same fact.
public struct ElementTree: Hashable, Sendable {
    public typealias Join = OffenceElement.Join

    public let code: String
    public let text: LocalizedText
    /// What usually proves it.
    public let evidence: LocalizedText
    /// Nil for a leaf.
    public let join: Join?
    /// The law that presumes it once its parts, the foundational facts, are proved.
    public let presumption: Citation?
    /// A limit of age that is computed from the records, for a leaf.
    public let age: AgeLimit?
    public let confidence: Confidence?
    public let parts: [ElementTree]

    public init(
        code: String,
        text: LocalizedText,
        evidence: LocalizedText = LocalizedText([:]),
        join: Join? = nil,
        presumption: Citation? = nil,
        age: AgeLimit? = nil,
        confidence: Confidence? = nil,
        parts: [ElementTree] = []
    ) {
        self.code = code
        self.text = text
        self.evidence = evidence
        self.join = join
        self.presumption = presumption
        self.age = age
        self.confidence = confidence
        self.parts = parts
        count = parts.reduce(1) { $0 + $1.count }
    }

    /// How many nodes it has. A definition that stands in it twice counts twice.
    let count: Int

    /// The most that a tree may have: definitions that use each other twice over grow without bound.
    static let largest = 2000

    /// Every node, each before its parts.
    public func forEach(_ body: (ElementTree) -> Void) {
        body(self)
        for part in parts { part.forEach(body) }
    }
}

/// A limit of age on the day of the offence.
public struct AgeLimit: Hashable, Sendable {
    public enum Subject: String, Hashable, Sendable {
        case victim
        case accused
    }

    public let subject: Subject
    /// Had not completed so many years.
    public let below: Int?
    /// Had completed so many years.
    public let from: Int?

    public init(_ subject: Subject, below: Int? = nil, from: Int? = nil) {
        self.subject = subject
        self.below = below
        self.from = from
    }
}

extension AgeLimit: CustomStringConvertible {
    public var description: String {
        switch (from, below) {
        case (let from?, let below?): "\(from) to \(below - 1) years"
        case (let from?, nil): "at least \(from) years"
        case (nil, let below?): "below \(below) years"
        case (nil, nil): "of any age"
        }
    }
}
