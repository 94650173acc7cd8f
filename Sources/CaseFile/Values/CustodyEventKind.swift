/// What happened to an exhibit: the words of the custody state machine.
public enum CustodyEventKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Taken by an officer: the usual start of a chain.
    case seize
    /// Handed over by somebody outside the chain: the other start.
    case receive
    /// Sealed for the first time.
    case seal
    /// A seal opened.
    case unseal
    /// Sealed again after an unsealing.
    case reseal
    /// Given to somebody who is to carry or keep it.
    case transferOut = "transfer-out"
    /// Received by the one to whom it was given.
    case transferIn = "transfer-in"
    /// Put into a store: a malkhana, a strong room, a laboratory's vault.
    case deposit
    /// Taken out of the store.
    case withdraw
    /// Examined where it is, by its custodian's leave.
    case examine
    /// Copied: the parts are the copies.
    case copy
    /// Divided: the parts carry on as exhibits of their own.
    case split
    /// Produced in court.
    case produce
    /// Given back for good to the one entitled to it.
    case `return`
    /// Destroyed, sold or forfeited by order of a court.
    case dispose
}
