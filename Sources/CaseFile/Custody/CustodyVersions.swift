/// Which of an event's versions counts.
enum CustodyVersions {
    /// The steps of the current versions.
    ///
    /// A corrected event keeps the place in the log and the recording time of its first version: putting a
    /// word right does not make an entry late. Where two records claim the same version, the one that was
    /// logged first counts, and the other is a finding.
    static func current(of steps: [CustodyStep], _ findings: inout CustodyFindings) -> [CustodyStep] {
        guard needsLook(steps) else { return steps }
        var firstIndex: [RecordID: Int] = [:]
        firstIndex.reserveCapacity(steps.count)
        var repeated: [RecordID: [Int]] = [:]
        for (index, step) in steps.enumerated() {
            if let first = firstIndex[step.id] {
                repeated[step.id, default: [first]].append(index)
            } else {
                firstIndex[step.id] = index
            }
        }
        var current: [CustodyStep] = []
        current.reserveCapacity(firstIndex.count)
        for (index, step) in steps.enumerated() where firstIndex[step.id] == index {
            if let indices = repeated[step.id] {
                current.append(newest(of: indices.map { steps[$0] }, &findings))
            } else {
                current.append(step)
                if step.version > 1 { current[current.count - 1].marks.insert(.firstVersionUnknown) }
            }
        }
        return current
    }

    /// Most cases have no corrected event; records of one office come in the order of their ids.
    private static func needsLook(_ steps: [CustodyStep]) -> Bool {
        var last: RecordID?
        for step in steps {
            if step.version != 1 { return true }
            if let last, !(last < step.id) { return true }
            last = step.id
        }
        return false
    }

    private static func newest(of steps: [CustodyStep], _ findings: inout CustodyFindings) -> CustodyStep {
        let byAge = steps.sorted { a, b in
            (a.version, a.logIndex, a.exhibit, a.at.earliest) < (
                b.version, b.logIndex, b.exhibit, b.at.earliest
            )
        }
        let oldest = byAge[0]
        let rivals = byAge.filter { $0.version == byAge[byAge.count - 1].version }
        var newest = rivals[0]
        if let other = rivals.first(where: { $0.logIndex != newest.logIndex }) {
            VersionsAgree.report(newest, other, &findings)
        }
        if oldest.version == 1 {
            (newest.logIndex, newest.recordedAt) = (oldest.logIndex, oldest.recordedAt)
        } else {
            newest.marks.insert(.firstVersionUnknown)
        }
        return newest
    }
}
