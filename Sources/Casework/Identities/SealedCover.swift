public import CaseFile
internal import Foundation
public import Sealing
internal import XML

/// What a sealed cover holds: identities of protected persons in clear, and records that a court has sealed.
///
///     <sealedCover xmlns="urn:dossier:casefile:1" case="…" number="AHTU/2026/014" madeAt="…" madeBy="…">
///       <identity …>…</identity>        in clear, with the head of the record in the log
///       <statement …>…</statement>      a record as the log has it
///     </sealedCover>
public struct SealedCover: Sendable {
    /// The bytes that are sealed: canonical XML.
    public let bytes: [UInt8]
    public let caseID: RecordID
    public let caseNumber: String
    public let madeAt: String
    public let madeBy: String
    /// Identities are in clear; their leaf in the log is that of the encrypted form.
    public let records: [Record]

    /// What a sealed part is sealed for, so that no other message of ours is taken for one.
    public static let purpose = Array("dossier/sealed-cover/1".utf8)

    private static let name = CaseFileGrammar.name("sealedCover")

    init(caseID: RecordID, caseNumber: String, madeAt: String, madeBy: String, records: [Record]) throws {
        var root = Element(Self.name)
        root.attributes = [
            Attribute(local: "case", value: caseID.description),
            Attribute(local: "madeAt", value: madeAt),
            Attribute(local: "madeBy", value: madeBy),
            Attribute(local: "number", value: caseNumber),
        ]
        root.children = try records.map { .element(try $0.element()) }
        bytes = try root.canonicalBytes()
        (self.caseID, self.caseNumber, self.madeAt, self.madeBy) = (caseID, caseNumber, madeAt, madeBy)
        self.records = records
    }

    /// Opens a part of a bundle.
    /// - Throws: `SealingError.cannotOpen` for a wrong key and for a part that was changed;
    ///   `CaseworkError.sealedCoverUnreadable` where the key opens it and no cover is inside.
    public init(opening part: [UInt8], with secret: SecretKey) throws {
        let bytes = try SealedPart.open(part, with: secret, info: Self.purpose)
        guard let root = try? Element(parsing: bytes, limits: Self.limits), root.name == Self.name,
            let caseID = root[attribute: "case"].flatMap({ RecordID($0) }),
            let records = try? root.elements.map({ try Record($0) })
        else { throw CaseworkError.sealedCoverUnreadable }
        self.bytes = bytes
        self.caseID = caseID
        caseNumber = root[attribute: "number"] ?? ""
        madeAt = root[attribute: "madeAt"] ?? ""
        madeBy = root[attribute: "madeBy"] ?? ""
        self.records = records
    }

    /// Of records, but many of them.
    private static var limits: XMLLimits {
        var limits = XMLLimits.record
        limits.maxTotalBytes = SealedPart.limit
        limits.maxNames = XMLLimits.document.maxNames
        return limits
    }

    /// The pictures in it, each with a name to write it under: the pseudonym is not in the cover, so the person's id.
    public var pictures: [(name: String, bytes: [UInt8])] {
        records.flatMap { record -> [(name: String, bytes: [UInt8])] in
            guard let identity = record.body as? Identity else { return [] }
            return identity.pictures.enumerated().map { index, picture in
                let ending = Self.endings[picture.mediaType.text] ?? "bin"
                return ("\(identity.person.to)-\(index + 1).\(ending)", picture.content.bytes)
            }
        }
    }

    private static let endings = [
        "image/jpeg": "jpg", "image/png": "png", "image/tiff": "tif", "image/gif": "gif",
        "image/webp": "webp",
        "image/heic": "heic", "application/pdf": "pdf",
    ]
}

extension OpenCase {
    /// Seals the identities of the case, and records that a court has sealed, for each of these recipients. Their
    /// parts are equally large, and a power of two from 64 KiB on.
    ///
    /// For each recipient an `access` record says that the identities were sealed for that key; it is in the log
    /// before this returns.
    /// - Parameters:
    ///   - secret: of somebody who may open the identities of the case.
    ///   - identities: the records of the identities; nil: all of the case.
    ///   - sealedRecords: any records of the case; their current versions go in.
    public func sealedCovers(
        for recipients: [RecipientKey],
        unlockedBy secret: SecretKey,
        identities: [RecordID]? = nil,
        sealedRecords: [RecordID] = [],
        purpose: FreeText
    ) throws -> [[UInt8]] {
        guard !recipients.isEmpty else { return [] }
        let others = try sealedRecords.map { id -> StoredRecord in
            guard let stored = try current(id) else { throw CaseworkError.noRecord(id.description) }
            guard stored.kind != .identity else { throw CaseworkError.identityInClear }
            return stored
        }
        let opened = try openedIdentities(only: identities, by: secret)
        let cover = try SealedCover(
            caseID: id,
            caseNumber: try caseRecord().number.text,
            madeAt: office.surroundings.moment().text,
            madeBy: try office.recorder.rawValue,
            records: opened.map { stored, identity in
                var record = stored.record
                record.body = identity
                return record
            } + others.map(\.record)
        )
        let parts = try recipients.map { recipient in
            try SealedPart.seal(cover.bytes, to: recipient, info: SealedCover.purpose)
        }
        try record(
            recipients.map { recipient in
                var access = Access(action: .sealed, purpose: purpose)
                access.identities = opened.map { Reference(to: $0.stored.id) }
                access.recipient = Code(recipient.fingerprint)
                return access
            }
        )
        return parts
    }

    /// The same for one recipient.
    public func sealedCover(
        for recipient: RecipientKey,
        identities secret: SecretKey,
        sealedRecords: [RecordID] = [],
        purpose: FreeText
    ) throws -> [UInt8] {
        try sealedCovers(
            for: [recipient],
            unlockedBy: secret,
            sealedRecords: sealedRecords,
            purpose: purpose
        )[0]
    }

    /// Opened and not yet recorded: who calls this records what becomes of them before anything leaves.
    private func openedIdentities(
        only ids: [RecordID]?,
        by secret: SecretKey
    ) throws -> [(stored: StoredRecord, identity: Identity)] {
        let stored = try list(.identity).filter { ids?.contains($0.id) ?? true }
        if let missing = ids?.first(where: { id in !stored.contains { $0.id == id } }) {
            throw CaseworkError.noRecord(missing.description)
        }
        guard !stored.isEmpty else { return [] }
        let keyring = try identityKeyring(by: secret)
        return try stored.map { ($0, try openIdentity($0, with: keyring).identity) }
    }
}
