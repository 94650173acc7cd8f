public import CaseFile

// Custody at the recording office: what an event would do to its chain before it is recorded, and the chain to look at.

extension OpenCase {
    /// The register of an exhibit's family: the whole it came from, all its parts, and the events of all of them.
    ///
    /// Rules of one chain look at its relatives only, so a case of 100,000 exhibits costs no more than one of ten.
    /// - Parameter waiting: records that are about to be recorded, by the exhibit that they are or belong to.
    func register(
        ofFamilyOf exhibit: RecordID,
        waiting: [RecordID: [(record: Record, logIndex: UInt32)]] = [:]
    ) throws -> CustodyRegister {
        var register = CustodyRegister()
        var open = [try root(of: exhibit, waiting: waiting)]
        var seen: Set<RecordID> = []
        while let id = open.popLast() {
            guard seen.insert(id).inserted else { continue }
            if let stored = try current(id) {
                register.add(stored.record, logIndex: UInt32(clamping: stored.seq))
            }
            for member in try belonging(to: id) {
                switch member.kind {
                case .exhibit: open.append(member.id)
                case .custodyEvent:
                    for version in try versions(of: member.id) {
                        register.add(version.record, logIndex: UInt32(clamping: version.seq))
                    }
                case .file: register.add(member.record, logIndex: UInt32(clamping: member.seq))
                default: break
                }
            }
            for (record, logIndex) in waiting[id] ?? [] {
                if record.kind == .exhibit, record.head.id != id {
                    open.append(record.head.id)
                } else {
                    register.add(record, logIndex: logIndex)
                }
            }
        }
        return register
    }

    /// The exhibit that this one was once a part of, or itself. Stops where the parents go round in a circle.
    private func root(
        of exhibit: RecordID,
        waiting: [RecordID: [(record: Record, logIndex: UInt32)]]
    ) throws -> RecordID {
        var root = exhibit
        var seen: Set<RecordID> = []
        while seen.insert(root).inserted {
            let coming = waiting[root]?.first { $0.record.head.id == root }?.record
            guard let body = try (coming ?? current(root)?.record)?.body as? Exhibit,
                let parent = body.parentExhibit?.to
            else { break }
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
                guard let first = a.record.body as? CustodyEvent, let second = b.record.body as? CustodyEvent
                else { return false }
                return (first.at.earliest, a.seq) < (second.at.earliest, b.seq)
            },
            findings: register.findings(at: now).filter { $0.exhibit == exhibit }
        )
    }
}

/// One exhibit's chain of custody, to be looked at.
public struct ExhibitChain: Sendable {
    public let exhibit: StoredRecord?
    /// Current versions, by the time of the fact.
    public let events: [StoredRecord]
    public let findings: [CustodyFinding]
}
