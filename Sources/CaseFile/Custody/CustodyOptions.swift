/// How long things may take before a rule says so. What a law fixes (48 hours to the laboratory) is the
/// jurisdiction pack's; these are measures of ordinary care, and an office may set its own.
public struct CustodyOptions: Hashable, Sendable {
    /// An entry is late when it is recorded longer after the event than this.
    public var recordWithin: Duration = .seconds(24 * 3600)
    /// How far two clocks may be apart before a time counts as in the future.
    public var clockTolerance: Duration = .seconds(300)
    /// How long an exhibit may be on its way.
    public var deliverWithin: Duration = .seconds(24 * 3600)
    /// How long an officer may keep an exhibit before it goes into a store or to somebody else.
    public var depositWithin: Duration = .seconds(24 * 3600)
    /// How long an exhibit may be out of the store before it is back or handed on.
    public var bringBackWithin: Duration = .seconds(7 * 24 * 3600)
    /// How long after it was taken an exhibit may stay without a seal.
    public var sealWithin: Duration = .seconds(6 * 3600)
    /// How long an opened exhibit may stay open.
    public var closeWithin: Duration = .seconds(7 * 24 * 3600)

    public init() {}
}

extension Duration {
    var microseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}
