public import CaseFile
internal import Foundation

/// What the use cases need of the world: the time, chance, and who is at the keyboard.
public struct Surroundings: Sendable {
    /// Now, in microseconds of Unix time.
    public var now: @Sendable () -> Int64
    /// Minutes east of UTC in which the office writes its times.
    public var zone: @Sendable (Int64) -> Int
    public var random: @Sendable () -> any RandomNumberGenerator
    /// The account that records, such as `r.sen`.
    public var account: String

    public init(
        now: @escaping @Sendable () -> Int64,
        zone: @escaping @Sendable (Int64) -> Int,
        random: @escaping @Sendable () -> any RandomNumberGenerator,
        account: String
    ) {
        self.now = now
        self.zone = zone
        self.random = random
        self.account = account
    }

    public static func system(account: String) -> Surroundings {
        Surroundings(
            now: { Int64((Date().timeIntervalSince1970 * 1_000_000).rounded()) },
            zone: {
                TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0) / 1_000_000)) / 60
            },
            random: { SystemRandomNumberGenerator() },
            account: account
        )
    }

    /// The present, to the second: records do not pretend to more.
    public func moment() -> Moment {
        let now = now()
        return Moment(microseconds: now - now % 1_000_000, zone: zone(now))
    }
}
