/// One custody event, reduced to what the rules of the chain look at.
///
/// It has no text of its own and nothing on the heap: a case of half a million events is one array of these.
/// Parties, places, seals and digests are terms of the register that it is added to.
public struct CustodyStep: Hashable, Sendable {
    /// The custody event's record.
    public var id: RecordID
    public var exhibit: RecordID
    /// When it took place.
    public var at: CustodyTime
    /// When it was recorded: microseconds, Unix time, UTC.
    public var recordedAt: Int64
    /// How much there is after the event; after a split, how much stays.
    public var quantity = CustodyQuantity.none

    public var releasedBy = CustodyTerm.none
    public var receivedBy = CustodyTerm.none
    public var carrier = CustodyTerm.none
    public var placeFrom = CustodyTerm.none
    public var placeTo = CustodyTerm.none
    /// The seal found on it, and the seal that it leaves with.
    public var sealBefore = CustodyTerm.none
    public var sealAfter = CustodyTerm.none
    public var sealHolder = CustodyTerm.none
    public var digestBefore = CustodyTerm.none
    /// The digest afterwards; of a copy, the copy's.
    public var digestAfter = CustodyTerm.none

    /// Where its record stands in the log: the order in which things were entered.
    public var logIndex: UInt32
    /// Its number in the paper register, 0 where it has none.
    public var sequence: UInt32 = 0
    /// What else it states.
    public var marks = Marks()
    /// The version of its record; only the highest version of an event counts.
    public var version: UInt16
    public var event: CustodyEventKind

    /// Where its parts stand in the register's list of parts.
    var firstPart: UInt32 = 0
    var partCount: UInt32 = 0

    /// - Parameters:
    ///   - recordedAt: microseconds, Unix time, UTC.
    ///   - logIndex: the record's place in the log.
    public init(
        id: RecordID,
        exhibit: RecordID,
        event: CustodyEventKind,
        at: CustodyTime,
        recordedAt: Int64,
        logIndex: UInt32,
        version: UInt16 = 1
    ) {
        self.id = id
        self.exhibit = exhibit
        self.event = event
        self.at = at
        self.recordedAt = recordedAt
        self.logIndex = logIndex
        self.version = version
    }
}

extension CustodyStep {
    /// What a step states, apart from who, where, when and which.
    public struct Marks: OptionSet, Hashable, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        public static let purpose = Marks(rawValue: 1 << 0)
        /// An order, a general diary or register entry, a section: whatever allowed it.
        public static let authority = Marks(rawValue: 1 << 1)
        /// A document that shows it: a memo, a receipt, a register entry.
        public static let document = Marks(rawValue: 1 << 2)
        public static let releasedAttestation = Marks(rawValue: 1 << 3)
        public static let receivedAttestation = Marks(rawValue: 1 << 4)
        public static let witness = Marks(rawValue: 1 << 5)
        /// Every witness named is also the one who released or received it.
        public static let onlyPartiesWitness = Marks(rawValue: 1 << 6)
        public static let latenessReason = Marks(rawValue: 1 << 7)
        /// It is told by another agency, not recorded by the one whose custody it was.
        public static let reported = Marks(rawValue: 1 << 8)
        public static let specimenImpression = Marks(rawValue: 1 << 9)
        /// The seal is said to be intact.
        public static let sealIntact = Marks(rawValue: 1 << 10)
        /// The seal is said not to be intact.
        public static let sealBroken = Marks(rawValue: 1 << 11)
        /// The time is "about".
        public static let approximateTime = Marks(rawValue: 1 << 12)
        /// It corrects an event whose first version is not at hand, so when it was first recorded is not known.
        static let firstVersionUnknown = Marks(rawValue: 1 << 13)
    }

    func states(_ mark: Marks) -> Bool { marks.contains(mark) }
}
