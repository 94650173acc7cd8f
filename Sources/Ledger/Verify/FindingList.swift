/// Findings up to a number, and how many there were beyond it: a log that is garbled throughout would
/// otherwise fill the memory.
struct FindingList: Sendable {
    let limit: Int
    private(set) var findings: [LogFinding] = []
    private(set) var left = 0

    init(limit: Int) { self.limit = limit }

    mutating func add(_ finding: LogFinding) {
        if findings.count < limit { findings.append(finding) } else { left += 1 }
    }

    mutating func add(_ code: LogFinding.Code, _ place: LogFinding.Place, expected: String, found: String) {
        add(LogFinding(code, place, expected: expected, found: found))
    }

    mutating func add(_ other: FindingList) {
        for finding in other.findings { add(finding) }
        left += other.left
    }

    /// By kind of place, then by position, as a reader would go through the log.
    var sorted: [LogFinding] {
        func rank(_ place: LogFinding.Place) -> Int {
            switch place {
            case .log: 0
            case .table: 1
            case .entry, .entries: 2
            case .leaves: 3
            case .checkpoint: 4
            case .held: 5
            case .latest: 6
            }
        }
        var sorted = findings.enumerated().sorted { a, b in
            (rank(a.element.place), a.element.place.position, a.offset)
                < (rank(b.element.place), b.element.place.position, b.offset)
        }.map(\.element)
        if left > 0 {
            sorted.append(
                LogFinding(.more, .log, expected: "\(limit) findings or fewer", found: "\(left) more")
            )
        }
        return sorted
    }
}
