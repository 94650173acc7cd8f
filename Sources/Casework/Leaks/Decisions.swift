public import CaseFile
public import Leaks
internal import Ledger

// What the office decided about findings of the leak scan. A decision is a record like any other.

extension OpenCase {
    /// The decisions that hold for an edition: of several about one finding the last one recorded.
    /// - Parameter edition: nil: all of them.
    func decisions(in edition: String?) throws -> [Decision] {
        var last: [String: (seq: Int, decision: Decision)] = [:]
        for stored in try list(.decision) {
            guard let decision = stored.record.body as? Decision,
                edition == nil || decision.editions.isEmpty
                    || decision.editions.contains(where: { $0.text == edition })
            else { continue }
            if let earlier = last[decision.finding.text], earlier.seq > stored.seq { continue }
            last[decision.finding.text] = (stored.seq, decision)
        }
        return last.values.sorted { $0.seq < $1.seq }.map(\.decision)
    }

    /// The records, and the bytes of files, that stay behind since somebody decided so.
    ///
    /// A decision speaks of one version. A file's bytes never change; a record that was amended since is judged anew.
    func withholdingDecisions(in edition: String) throws -> (records: Set<RecordID>, contents: Set<RecordID>)
    {
        var records: Set<RecordID> = []
        var contents: Set<RecordID> = []
        for decision in try decisions(in: edition) where decision.action != .accepted {
            let id = decision.ref.to
            guard let current = try current(id) else { continue }
            if current.leaf == decision.digest.text {
                records.insert(id)
            } else if let file = current.record.body as? EvidenceFile,
                file.digests.contains(where: { $0.algorithm == .sha256 && $0.value == decision.digest.text })
            {
                contents.insert(id)
            }
        }
        return (records, contents)
    }

    /// Records what is decided about a finding.
    /// - Parameters:
    ///   - terms: what the scan looked for. The reason stands in the log in clear, and must have none of it.
    ///   - editions: for which it holds; none: for all.
    ///   - replacement: the redacted copy that goes out instead.
    @discardableResult
    public func decide(
        _ finding: LeakFinding,
        _ action: Decision.Action,
        reason: FreeText,
        knowing terms: [ProtectedTerm],
        editions: [Token] = [],
        replacement: RecordID? = nil,
        by person: RecordID? = nil
    ) throws -> Recorded {
        try keepOut(of: reason, terms)
        guard let code = Code(finding.id), let digest = HashText(finding.object.digest),
            let place = Code(finding.place)
        else { throw CaseworkError.noRecord(finding.id) }
        var decision = Decision(
            finding: code,
            ref: AnyReference(to: finding.object.record),
            digest: digest,
            place: place,
            action: action,
            reason: reason,
            at: office.surroundings.moment()
        )
        decision.editions = editions
        decision.replacement = replacement.map { Reference(to: $0) }
        decision.decidedBy = person.map { Reference(to: $0) }
        return try record([decision])[0]
    }
}
