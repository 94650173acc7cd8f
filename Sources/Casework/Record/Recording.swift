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
        var batch = try Batch(self)
        for body in bodies {
            try batch.add(try new(body, id: office.newID(using: &random), using: &random))
        }
        return try batch.commit()
    }

    /// Records drafts: one record, or the several of a `<drafts>`.
    /// - Parameters:
    ///   - kind: the only kind that is expected, nil for any.
    ///   - name: the record that a draft with an amendment is a new version of, where its own label does not say it.
    ///   - keepingNames: whether parties are refused by which a person would be protected whom the file calls by name.
    ///   - handles: what drafts may call records beside their labels; those of these drafts are added.
    @discardableResult
    public func record(
        drafts bytes: [UInt8],
        kind: Kind? = nil,
        amending name: String? = nil,
        keepingNames: Bool = false,
        handles: inout [String: RecordID]
    ) throws -> [Recorded] {
        var random = office.surroundings.random()
        var batch = try Batch(self, handles: handles)
        for draft in try Draft.read(bytes) {
            if let kind, draft.kind != kind {
                throw CaseworkError.draftOfOtherKind(found: draft.kind, expected: kind)
            }
            let body = try draft.body { label, kinds in try batch.find(label, kinds: kinds) }
            let record: Record
            if let amendment = draft.amendment {
                record = try amended(draft, body, named: name, why: amendment, in: batch, using: &random)
            } else {
                record = try new(body, id: office.newID(using: &random), using: &random)
            }
            try batch.add(record)
            if let handle = draft.handle { batch.call(record.head.id, handle) }
        }
        if keepingNames { try refuseNames(in: batch) }
        let recorded = try batch.commit()
        handles = batch.handlesForLater
        return recorded
    }

    @discardableResult
    public func record(
        drafts bytes: [UInt8],
        kind: Kind? = nil,
        keepingNames: Bool = false
    ) throws -> [Recorded] {
        var handles: [String: RecordID] = [:]
        return try record(drafts: bytes, kind: kind, keepingNames: keepingNames, handles: &handles)
    }

    /// A draft that says why it replaces the record of its kind and label.
    private func amended(
        _ draft: Draft,
        _ body: any RecordBody,
        named name: String?,
        why: FreeText,
        in batch: Batch,
        using random: inout some RandomNumberGenerator
    ) throws -> Record {
        if draft.kind == .case { return try newVersion(of: id, body, why: why, using: &random) }
        guard let label = name ?? draft.handle ?? body.label else {
            throw CaseworkError.noRecord(draft.kind.rawValue)
        }
        let found = try batch.find(label, kinds: [draft.kind])
        guard found.count == 1 else { throw CaseworkError.manyRecords(label, ids: found) }
        return try newVersion(of: found[0], body, why: why, using: &random)
    }

    /// A record of version 1, recorded now.
    package func new(
        _ body: any RecordBody,
        id: RecordID,
        using random: inout some RandomNumberGenerator
    ) throws -> Record {
        Record(
            head: RecordHead(
                id: id,
                recordedAt: office.surroundings.moment(),
                recordedBy: try office.recorder,
                nonce: Nonce(using: &random)
            ),
            body: body
        )
    }
}
