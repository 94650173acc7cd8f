internal import CaseFile
internal import XML

/// A clock of a case file as the compiled expressions give it: nothing is counted yet.
struct ClockReading {
    let rule: DeadlineRule
    let record: RecordID?
    /// Which part of the record it is, where it is not the record itself: removed[2].
    let part: String
    let concerns: RecordID?
    let runs: [ClockTime]
    let met: [ClockTime]
    let extended: [ClockTime]
    let ends: [ClockTime]
    let excludedMinutes: Int

    init(_ node: DocumentNode, rule: DeadlineRule) {
        self.rule = rule
        record = node.attribute("record").flatMap { RecordID($0) }
        part = node.attribute("part") ?? ""
        concerns = node.attribute("concerns").flatMap { RecordID($0) }
        excludedMinutes = Int(
            max(0, min(5_000_000, Double(node.attribute("excluding") ?? "") ?? 0)).rounded()
        )
        var times: [String: [ClockTime]] = [:]
        for child in node.elements {
            // What is no time with a zone says nothing.
            guard let moment = Moment(child.text, approximate: child.attribute("approximate") == "true")
            else { continue }
            let time = ClockTime(moment, record: child.attribute("record").flatMap { RecordID($0) })
            times[child.local, default: []].append(time)
        }
        runs = times["runs"] ?? []
        met = times["met"] ?? []
        extended = times["extended"] ?? []
        ends = times["ends"] ?? []
    }
}
