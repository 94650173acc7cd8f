extension CustodyStep {
    /// What a step states, apart from who, where, when and which.
    public struct Marks: OptionSet, Hashable, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        public static let purpose = Marks(rawValue: 1 << 0)
        /// Whatever allowed it: an order, a register or diary entry, the law itself.
        public static let authority = Marks(rawValue: 1 << 1)
        /// That authority is an order of a court.
        public static let courtOrder = Marks(rawValue: 1 << 2)
        /// A paper that shows it: a memo, a receipt, a register page.
        public static let document = Marks(rawValue: 1 << 3)
        public static let condition = Marks(rawValue: 1 << 4)
        public static let releasedAttestation = Marks(rawValue: 1 << 5)
        public static let receivedAttestation = Marks(rawValue: 1 << 6)
        /// An attestation names somebody else than the one whose side it is.
        public static let attestedByAnother = Marks(rawValue: 1 << 7)
        /// An attestation is dated before the event.
        public static let attestedInAdvance = Marks(rawValue: 1 << 8)
        public static let witness = Marks(rawValue: 1 << 9)
        /// Every witness named is also the one who released or received it.
        public static let onlySidesWitness = Marks(rawValue: 1 << 10)
        public static let latenessReason = Marks(rawValue: 1 << 11)
        /// Another agency reported it.
        public static let reported = Marks(rawValue: 1 << 12)
        public static let specimenSeal = Marks(rawValue: 1 << 13)
        /// The seal is said to be intact.
        public static let sealIntact = Marks(rawValue: 1 << 14)
        /// The seal is said not to be intact.
        public static let sealBroken = Marks(rawValue: 1 << 15)
        /// The time is "about".
        public static let approximateTime = Marks(rawValue: 1 << 16)
        /// It gives digests, and all of them are by algorithms for which forgeries are known (MD5, SHA-1).
        public static let onlyWeakDigests = Marks(rawValue: 1 << 17)
        /// It corrects an event whose first version is not at hand, so when it was first recorded is not known.
        static let firstVersionUnknown = Marks(rawValue: 1 << 31)
    }
}
