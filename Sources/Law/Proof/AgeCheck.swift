public import CaseFile

/// Whether the ages on record allow what a limit of age says, on the days of the offence.
public struct AgeCheck: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        /// Surely within the limit.
        case met
        /// Surely not.
        case contradicted
        /// It cannot be told.
        case straddles
        /// No age is on record.
        case unknown
    }

    public let limit: AgeLimit
    public let verdict: Verdict
    /// Each person whom it is about: the accused, or the victims of the charge.
    public let people: [PersonAge]

    /// One of the victims within the limit is enough.
    init(_ limit: AgeLimit, people: [PersonAge]) {
        self.limit = limit
        self.people = people
        let verdicts = Set(people.map(\.verdict))
        let order: [Verdict] = [.met, .straddles, .unknown]
        verdict = order.first(where: verdicts.contains) ?? (people.isEmpty ? .unknown : .contradicted)
    }
}

/// How old somebody was on the days of an offence, by the best of the sources.
public struct PersonAge: Hashable, Sendable {
    public let party: RecordID
    /// In completed years, from the least to the most that the sources leave open. Nil: no age is on record.
    public let years: ClosedRange<Int>?
    /// What it rests on, by the pack's word.
    public let basis: String?
    /// The sources that cannot be right when this one is, by the pack's word.
    public let disagreeing: [String]
    public let verdict: AgeCheck.Verdict
}

/// Which source of an age goes before which.
public struct AgeRanking: Hashable, Sendable {
    private let ranks: [String: Int]

    /// - Parameter order: the best first; sources of one rank stand together. What is in none comes last.
    public init(_ order: [[String]]) {
        ranks = Dictionary(
            order.enumerated().flatMap { rank, bases in bases.map { ($0, rank) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func rank(_ basis: String) -> Int { ranks[basis] ?? .max }

    /// Section 94 of India's Juvenile Justice Act, which holds for victims too: the certificate of the school or of
    /// matriculation; without it the birth certificate of the municipality; only without both a medical test. What a
    /// committee or court has found already goes before all of them.
    public static let juvenileJusticeAct = AgeRanking([
        ["committee-order", "court-order"],
        ["matriculation-certificate", "school-certificate"],
        ["birth-certificate"],
        ["ossification-test", "medical-opinion"],
    ])
}

extension PersonAge {
    /// - Parameters:
    ///   - days: of the offence, from the first to the last that its dates can mean.
    init(
        party: RecordID,
        facts: [AgeFact],
        limit: AgeLimit,
        days: ClosedRange<CivilDate>,
        ranking: AgeRanking
    ) {
        self.party = party
        let births = facts.map { (fact: $0, birth: $0.birth, rank: ranking.rank($0.basis.text)) }
        guard let rank = births.map(\.rank).min() else {
            (years, basis, disagreeing, verdict) = (nil, nil, [], .unknown)
            return
        }
        let best = births.filter { $0.rank == rank }
        basis = best[0].fact.basis.text
        // Sources of one rank that can all be right narrow each other; those that cannot leave all of it open.
        var birth = best[0].birth
        var contradictions: [String] = []
        for other in best.dropFirst() {
            if birth.overlaps(other.birth) {
                birth = birth.clamped(to: other.birth)
            } else {
                birth =
                    min(
                        birth.lowerBound,
                        other.birth.lowerBound
                    )...max(birth.upperBound, other.birth.upperBound)
                contradictions.append(other.fact.basis.text)
            }
        }
        for other in births where other.rank > rank && !birth.overlaps(other.birth) {
            contradictions.append(other.fact.basis.text)
        }
        disagreeing = contradictions
        // The oldest that can be meant on the last day, the youngest on the first.
        let least = max(0, birth.upperBound.completedYears(on: days.lowerBound))
        let most = max(least, birth.lowerBound.completedYears(on: days.upperBound))
        years = least...most
        let isSure = (limit.below.map { most < $0 } ?? true) && (limit.from.map { least >= $0 } ?? true)
        let isOut = (limit.below.map { least >= $0 } ?? false) || (limit.from.map { most < $0 } ?? false)
        verdict = isSure ? .met : isOut ? .contradicted : .straddles
    }
}

extension AgeFact {
    /// The days on which the person can have been born.
    fileprivate var birth: ClosedRange<CivilDate> {
        if let birthDate { return birthDate.days }
        guard let asOf = asOf?.days else { return Self.anyDay }
        let latest = asOf.upperBound.adding(years: -(atLeast?.value ?? 0))
        // Who is sixteen was born after the day on which the seventeenth year would have been completed.
        let earliest =
            atMost.map { asOf.lowerBound.adding(years: -($0.value + 1)).next } ?? Self.anyDay.lowerBound
        return min(earliest, latest)...latest
    }

    private static let anyDay = CivilDate(1, 1, 1)...CivilDate(9999, 12, 31)
}

extension Charge {
    /// The days of the offence, from the first to the last that its dates can mean.
    var days: ClosedRange<CivilDate> {
        let first = from.days
        guard let last = until?.days.upperBound else { return first }
        return first.lowerBound...max(first.lowerBound, last)
    }
}
