internal import CaseFile
internal import XML

extension ContradictionRule {
    /// What several sources say of one person's age: birth dates, ages on a day, ages that statements and examinations
    /// give. Each comes to a span of birth dates, and no two may lie apart.
    static let ages = ContradictionRule("ages") { records in
        var claims: [RecordID: [Claim]] = [:]
        for person in records.of(.person) {
            guard let id = person.id else { continue }
            for fact in person.children("age") {
                claims[id, default: []] += claim(fact, of: id, path: "person/age/asOf").map { [$0] } ?? []
            }
        }
        for examination in records.of(.examination) {
            guard let id = examination.id, let person = examination.target("examinee"),
                let fact = examination.child("age")
            else { continue }
            claims[person, default: []] +=
                claim(fact, of: id, path: "examination/age/asOf").map { [$0] } ?? []
        }
        for statement in records.of(.statement) {
            guard let id = statement.id, let person = statement.target("maker"),
                let age = statement.content("makerAge").flatMap({ Int($0) }),
                let at = statement.moment("startedAt"),
                let born = birthDays(atLeast: age, atMost: age, on: at)
            else { continue }
            claims[person, default: []].append(
                Claim(source: .init(id, "statement/startedAt", at), born: born)
            )
        }
        return claims.sorted { $0.key < $1.key }.flatMap { person, claims in
            claims.indices.flatMap { first in
                claims[(first + 1)...].compactMap { other in
                    let one = claims[first]
                    guard
                        one.born.upperBound < other.born.lowerBound
                            || other.born.upperBound < one.born.lowerBound
                    else { return nil }
                    return Contradiction(about: person, [one.source, other.source])
                }
            }
        }
    }

    private struct Claim {
        let source: Contradiction.Source
        /// Days as numbers: 20110314.
        let born: ClosedRange<Int>
    }

    private static func claim(_ fact: DocumentNode, of id: RecordID, path: String) -> Claim? {
        if let birth = fact.moment("birthDate"), let days = days(of: birth) {
            return Claim(source: .init(id, path.replacing("asOf", with: "birthDate"), birth), born: days)
        }
        guard let on = fact.moment("asOf"),
            let born = birthDays(
                atLeast: fact.content("atLeast").flatMap { Int($0) },
                atMost: fact.content("atMost").flatMap { Int($0) },
                on: on
            )
        else { return nil }
        return Claim(source: .init(id, path, on), born: born)
    }

    /// When somebody was born who had completed so many years on a day.
    private static func birthDays(atLeast: Int?, atMost: Int?, on moment: Moment) -> ClosedRange<Int>? {
        guard let days = days(of: moment) else { return nil }
        let latest = atLeast.map { days.upperBound - $0 * 10_000 } ?? days.upperBound
        let earliest = atMost.map { days.lowerBound - ($0 + 1) * 10_000 + 1 } ?? 0
        return earliest <= latest ? earliest...latest : nil
    }

    private static func days(of moment: Moment) -> ClosedRange<Int>? {
        guard !moment.isApproximate else { return nil }
        func number(_ text: some StringProtocol) -> Int? { Int(String(text.filter { $0 != "-" })) }
        switch moment.precision {
        case .instant, .day: return number(moment.text.prefix(10)).map { $0...$0 }
        case .month: return number(moment.text.prefix(7)).map { ($0 * 100 + 1)...($0 * 100 + 31) }
        case .year: return number(moment.text.prefix(4)).map { ($0 * 10_000 + 101)...($0 * 10_000 + 1231) }
        }
    }
}
