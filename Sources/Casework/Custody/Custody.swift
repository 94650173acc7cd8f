public import CaseFile

// Custody at the recording office: what an event would do to its chain before it is recorded, and the chain to look at.

extension OpenCase {
    /// The register of an exhibit's family: the whole it came from, all its parts, and the events of all of them.
    ///
    /// Rules of one chain look at its relatives only, so a case of 100,000 exhibits costs no more than one of ten.
    func register(ofFamilyOf exhibit: RecordID) throws -> CustodyRegister {
        var register = CustodyRegister()
        var waiting = [try root(of: exhibit)]
        var seen: Set<RecordID> = []
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted, let stored = try current(id) else { continue }
            register.add(stored.record, logIndex: UInt32(clamping: stored.seq))
            for member in try belonging(to: id) {
                switch member.kind {
                case .exhibit: waiting.append(member.id)
                case .custodyEvent:
                    for version in try versions(of: member.id) {
                        register.add(version.record, logIndex: UInt32(clamping: version.seq))
                    }
                case .file: register.add(member.record, logIndex: UInt32(clamping: member.seq))
                default: break
                }
            }
        }
        return register
    }

    /// The exhibit that this one was once a part of, or itself. Stops where the parents go round in a circle.
    private func root(of exhibit: RecordID) throws -> RecordID {
        var root = exhibit
        var seen: Set<RecordID> = []
        while seen.insert(root).inserted, let body = try current(root)?.record.body as? Exhibit,
            let parent = body.parentExhibit?.to
        {
            root = parent
        }
        return root
    }

    /// The chain of an exhibit and what its rules find, as of now.
    public func chain(of exhibit: RecordID) throws -> ExhibitChain {
        let register = try register(ofFamilyOf: exhibit)
        let events = try belonging(to: exhibit).filter { $0.kind == .custodyEvent }
        let now = office.surroundings.moment()
        return ExhibitChain(
            exhibit: try current(exhibit),
            events: events.sorted { a, b in
                guard let first = a.record.body as? CustodyEvent, let second = b.record.body as? CustodyEvent else { return false }
                return (first.at.earliest, a.seq) < (second.at.earliest, b.seq)
            },
            findings: register.findings(at: now).filter { $0.exhibit == exhibit })
    }
}

/// One exhibit's chain of custody, to be looked at.
public struct ExhibitChain: Sendable {
    public let exhibit: StoredRecord?
    /// Current versions, by the time of the fact.
    public let events: [StoredRecord]
    public let findings: [CustodyFinding]
}
