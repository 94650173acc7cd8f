public import CaseFile

/// An offence as the pack has it: where it stands, since when, how it is punished, and what must be proved.
public struct Offence: Hashable, Sendable {
    /// What a charge calls it: itpa-3-1.
    public let code: String
    public let title: LocalizedText
    public let act: String
    public let section: String
    /// In force from and until, its own dates or else its act's; the last day is in it. Nil: no such end is known.
    public internal(set) var from: CivilDate?
    public internal(set) var until: CivilDate?
    /// The provisions that govern acts done before it was in force.
    public let predecessors: [Citation]
    public let punishments: [Punishment]
    public let isCognizable: Bool?
    public let isBailable: Bool?
    /// A court of pack.xml.
    public let court: String?
    public let classes: Set<String>
    /// Never charged alone, such as common intention.
    public let isReadWithOthers: Bool
    public let confidence: Confidence
    public let notes: LocalizedText
    /// What must be proved.
    public let element: ElementTree

    public var citation: Citation { .section(act: act, section: section) }
}

extension Offence {
    /// What the law gives for it, in words, and in years where it can be counted.
    public struct Punishment: Hashable, Sendable {
        public let label: LocalizedText
        public let yearsFrom: Double?
        public let yearsTo: Double?
        /// Imprisonment for life may be given.
        public let life: Bool
        public let fine: Bool
    }

    /// How a time stands to the time in which an offence was law.
    public enum Standing: Hashable, Sendable {
        /// It was law in all of it.
        case inForce
        /// It was law in a part of it, or may have been.
        case partly
        /// All of it lies before.
        case notYet
        /// All of it lies after.
        case noLonger
    }

    /// Whether it was law in a time, from the earliest to the latest day that it can mean.
    func standing(in days: ClosedRange<CivilDate>) -> Standing {
        if let from, days.upperBound < from { return .notYet }
        if let until, days.lowerBound > until { return .noLonger }
        if let from, days.lowerBound < from { return .partly }
        if let until, days.upperBound > until { return .partly }
        return .inForce
    }

    public func standing(on moment: Moment) -> Standing { standing(in: moment.days) }
}
