public import CaseFile
internal import Foundation
public import Ledger
internal import XML

/// One case of an office, open for work.
public struct OpenCase: Sendable {
    public let office: Office
    public let id: RecordID

    /// The log's name, which is also the name of the key that signs its checkpoints (C2SP tlog-checkpoint).
    public static func origin(agency code: String, case id: RecordID) -> String {
        "\(Office.logName(code: code))/case/\(id)"
    }
}

// MARK: Opening

extension Office {
    /// Opens a case that is new to this office: its log begins with the case record.
    public func open(new body: Case) throws -> OpenCase {
        var random = surroundings.random()
        let id = newID(using: &random)
        if let label = body.label, try !cases().filter({ $0.label == label }).isEmpty {
            throw CaseworkError.labelTaken(label, kind: .case)
        }
        let case_ = OpenCase(office: self, id: id)
        // The log is named only after the record is known to be sound.
        let record = try case_.new(body, id: id, using: &random)
        try ledger.open(
            log: id.description, origin: OpenCase.origin(agency: code, case: id), at: surroundings.moment().text)
        try case_.append([record])
        return case_
    }

    /// The case that a person means: by its id, its number or title, or the beginning of its id.
    public func open(_ name: String) throws -> OpenCase {
        let all = try cases()
        let matches = all.filter { $0.id.description == name || $0.label == name }
        let found = matches.isEmpty && name.count >= 4 ? all.filter { $0.id.description.hasPrefix(name) } : matches
        guard let first = found.first else { throw CaseworkError.noCase(name) }
        guard found.count == 1 else { throw CaseworkError.manyCases(name, count: found.count) }
        return OpenCase(office: self, id: first.id)
    }

    func newID(using random: inout some RandomNumberGenerator) -> RecordID {
        RecordID(milliseconds: UInt64(max(0, surroundings.now() / 1000)), using: &random)
    }
}
