public import CaseFile
internal import Foundation
internal import Ledger
internal import XML

/// One case of an office, open for work.
public struct OpenCase: Sendable {
    public let office: Office
    public let id: RecordID
}

// MARK: Opening

extension Office {
    /// Opens a case that is new to this office: its log begins with the case record.
    public func open(new body: Case) throws -> OpenCase {
        var random = surroundings.random()
        let id = newID(using: &random)
        if let label = body.label, try caseNames().contains(where: { $0.number == label }) {
            throw CaseworkError.labelTaken(label, kind: .case)
        }
        let case_ = OpenCase(office: self, id: id)
        // The log is named only after the record is known to be sound.
        let record = try case_.new(body, id: id, using: &random)
        var batch = try Batch(case_)
        try batch.add(record)
        try ledger.open(
            id,
            key: try logKey(),
            at: Date(timeIntervalSince1970: Double(surroundings.now()) / 1_000_000)
        )
        _ = try batch.commit()
        return case_
    }

    /// Opens a case from a draft of its record.
    public func open(newFrom bytes: [UInt8]) throws -> OpenCase {
        let drafts = try Draft.read(bytes)
        guard drafts.count == 1 else { throw CaseworkError.oneDraft(found: drafts.count) }
        guard drafts[0].kind == .case else {
            throw CaseworkError.draftOfOtherKind(found: drafts[0].kind, expected: .case)
        }
        // A case that is not there yet has nothing that a label could name.
        let body = try drafts[0].body { _, _ in [] }
        return try open(new: body as! Case)
    }

    /// The case that a person means: by its id, its number or title, or the beginning of its id.
    public func open(_ name: String) throws -> OpenCase {
        let all = try caseNames()
        let matches = all.filter { $0.id.description == name || $0.number == name }
        let found =
            matches.isEmpty && name.count >= 4 ? all.filter { $0.id.description.hasPrefix(name) } : matches
        guard let first = found.first else { throw CaseworkError.noCase(name) }
        guard found.count == 1 else { throw CaseworkError.manyCases(name, count: found.count) }
        return OpenCase(office: self, id: first.id)
    }

    /// The cases by their numbers, without counting what is in them.
    private func caseNames() throws -> [(id: RecordID, number: String)] {
        try ledger.logs().compactMap { log in
            // A log whose first commit never came is no case.
            guard log.size > 0 else { return nil }
            return (log.log, try OpenCase(office: self, id: log.log).caseRecord().number.text)
        }
    }

    package func newID(using random: inout some RandomNumberGenerator) -> RecordID {
        RecordID(milliseconds: UInt64(max(0, surroundings.now() / 1000)), using: &random)
    }
}
