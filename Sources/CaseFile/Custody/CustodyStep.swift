/// One custody event, reduced to what the rules of the chain look at.
///
/// It has no text of its own and nothing on the heap: a case of half a million events is one array of these.
/// People, places, seals and digests are terms of the register that it is added to.
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
    /// Who keeps the stamp or the pliers.
    public var sealHolder = CustodyTerm.none
    public var digestBefore = CustodyTerm.none
    /// The digest afterwards; of a copy, the copy's.
    public var digestAfter = CustodyTerm.none

    /// Where its record stands in the log: the order in which things were entered.
    public var logIndex: UInt32
    /// Its number in a paper register, 0 where it has none.
    public var sequence: UInt32 = 0
    /// Whose register that is.
    public var reporter = CustodyTerm.none
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
    /// An exhibit that came of a split or a copy.
    public struct Part: Hashable, Sendable {
        public var exhibit: RecordID
        /// How much of the whole the split says it is.
        public var quantity: CustodyQuantity

        public init(exhibit: RecordID, quantity: CustodyQuantity = .none) {
            self.exhibit = exhibit
            self.quantity = quantity
        }
    }

    func states(_ mark: Marks) -> Bool { marks.contains(mark) }
}
