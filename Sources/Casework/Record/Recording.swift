public import CaseFile
internal import Foundation
internal import Ledger
internal import XML

// How a record comes into the log. Each is validated whole — form, schema, references, custody — before any is
// stored, and a batch is stored as one commit or not at all.

/// What was recorded.
public struct Recorded: Sendable {
    public let id: RecordID
    public let kind: Kind
    public let label: String?
    public let version: Int
    /// What the custody rules found in an event that another agency reported; it was recorded with it.
    public let custodyFindings: [CustodyFinding]
}

extension OpenCase {
    /// Records bodies, in order. Those that come later may refer to those before them.
    @discardableResult
    public func record(_ bodies: [any RecordBody]) throws -> [Recorded] {
        var random = office.surroundings.random()
        var batch = Batch(self)
        for body in bodies {
            try batch.add(try new(body, id: office.newID(using: &random), using: &random))
        }
        return try batch.commit()
    }

    /// Records drafts: one record, or the several of a `<drafts>`.
    /// - Parameter kind: the only kind that is expected, nil for any.
    @discardableResult
    public func record(drafts bytes: [UInt8], kind: Kind? = nil) throws -> [Recorded] {
        var random = office.surroundings.random()
        var batch = Batch(self)
        for draft in try Draft.read(bytes) {
            if let kind, draft.kind != kind {
                throw CaseworkError.draftOfOtherKind(found: draft.kind, expected: kind)
            }
            let body = try draft.body { label, kinds in try batch.find(label, kinds: kinds) }
            try batch.add(try new(body, id: office.newID(using: &random), using: &random))
        }
        return try batch.commit()
    }

    /// A record of version 1, recorded now.
    func new(_ body: any RecordBody, id: RecordID, using random: inout some RandomNumberGenerator) throws -> Record {
        Record(
            head: RecordHead(
                id: id, recordedAt: office.surroundings.moment(), recordedBy: try office.recorder,
                nonce: Nonce(using: &random)),
            body: body)
    }
}
