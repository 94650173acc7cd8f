/// How heavily a finding weighs.
public enum CustodySeverity: String, CaseIterable, Hashable, Sendable, Codable {
    /// The chain is broken, or cannot be relied on: an own entry is refused, a file is not ready for court.
    case blocker
    /// The defence will ask about it.
    case warning
}

/// A rule of the chain of custody: one type, one file, one code.
public protocol CustodyRule: Sendable {
    /// Stable: lists of accepted findings, translations and other programs refer to it.
    static var code: String { get }
    /// What is wrong, in English, to stand before "expected …, found …".
    static var title: String { get }
    /// The law and the standards that it rests on.
    static var basis: [CustodyBasis] { get }
    static var severity: CustodySeverity { get }
}

/// A rule that looks at one step and the state before it.
protocol CustodyStepRule: CustodyRule {
    /// The events that it looks at.
    static var kinds: CustodyKinds { get }
    /// Whether it also looks at what follows return or disposal, where nothing should be.
    static var looksPastTheEnd: Bool { get }
    static func check(_ point: CustodyPoint, _ findings: inout CustodyFindings)
}

extension CustodyStepRule {
    static var kinds: CustodyKinds { .all }
    static var looksPastTheEnd: Bool { false }
}

/// A rule that needs the whole chain: its beginning, its end, its numbers.
protocol CustodyChainRule: CustodyRule {
    static func check(_ chain: CustodyChain, _ limits: CustodyLimits, _ findings: inout CustodyFindings)
}

/// One step of a chain, with all that a rule may look at.
struct CustodyPoint {
    var exhibit: CustodyExhibit
    /// What the chain says up to this step.
    var before: CustodyState
    var step: CustodyStep
    var previous: CustodyStep?
    /// The step's place in the chain, from 0.
    var position: Int
    /// The exhibits that a split or a copy names.
    var parts: [Part]
    /// The chain has a seizure, a receipt, or a split or copy that it came of, be it before this step or after.
    var hasBeginning: Bool
    /// The split or copy that the exhibit came of.
    var birth: CustodyState.Since?
    var limits: CustodyLimits

    struct Part {
        let id: RecordID
        /// How much of the whole the split says it is.
        let stated: CustodyQuantity
        /// Nil where the case has no such exhibit.
        let exhibit: CustodyExhibit?

        /// As the split says, else as its own record says.
        var quantity: CustodyQuantity { stated.or(exhibit?.quantity ?? .none) }
    }
}

/// The clock and the office's measures, in microseconds.
struct CustodyLimits: Sendable {
    let now: Int64
    let recordWithin: Int64
    let clockTolerance: Int64
    let deliverWithin: Int64
    let depositWithin: Int64
    let bringBackWithin: Int64
    let sealWithin: Int64
    let closeWithin: Int64

    init(_ options: CustodyOptions, now: Moment) {
        self.now = now.latest
        recordWithin = options.recordWithin.microseconds
        clockTolerance = options.clockTolerance.microseconds
        deliverWithin = options.deliverWithin.microseconds
        depositWithin = options.depositWithin.microseconds
        bringBackWithin = options.bringBackWithin.microseconds
        sealWithin = options.sealWithin.microseconds
        closeWithin = options.closeWithin.microseconds
    }

    /// How long ago that was, at least.
    func age(of since: CustodyState.Since) -> Int64 { now - since.at.latest }
}
