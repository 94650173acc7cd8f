public import Bundles
public import CaseFile
internal import Foundation
public import Ledger
internal import Signatures
public import Vault
internal import XML

/// Verifies bundles. It needs no office: whoever received one can do it.
public enum BundleVerification {
    /// - Parameters:
    ///   - trustPEM: certificates to trust; nil leaves open who signed.
    ///   - work: a folder below which a private one is made and removed.
    public static func verify(
        _ path: String, trustPEM: String?, templates: Templates, now: Moment, work: String,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> VerificationReport {
        let trust = try trustPEM.map { try TrustAnchors.load(pem: $0) }
        let folder = try WorkFolder(in: work)
        defer { folder.remove() }
        return try await BundleVerifier(
            schema: try Office.recordSchema(templates), trust: trust, now: now, work: folder.path
        ).verify(path, progress: progress)
    }
}

/// What `dossier log --verify` found.
public struct LogVerification: Sendable {
    public let records: Int
    public let log: [LogFinding]
    public let vault: [VaultFinding]
    public let custody: [CustodyFinding]

    /// Whether the store is what it was: findings of custody weigh on the case, not on the store.
    public var isSound: Bool { log.isEmpty && vault.isEmpty }
}

extension OpenCase {
    /// Verifies the log, and the originals that its file records name.
    public func verifyLog(
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> LogVerification {
        let log = try logFindings(progress: progress)
        var custody = CustodyRegister()
        var expected: [ExpectedObject] = []
        var current: [RecordID: Int] = [:]
        try forEachEntry { current[$0.record] = $0.seq }
        try forEachEntry { entry in
            guard let kind = Kind(rawValue: entry.kind), kind == .exhibit || kind == .custodyEvent || kind == .file,
                kind == .custodyEvent || current[entry.record] == entry.seq,
                // What cannot be read any more is a finding of the log's already.
                let record = try? Record(parsing: entry.bytes)
            else { return }
            custody.add(record, logIndex: UInt32(clamping: entry.seq))
            if let file = record.body as? EvidenceFile, let object = ExpectedObject(file) {
                expected.append(object)
            }
        }
        return LogVerification(
            records: try size(), log: log, vault: try office.vault.verify(expected: expected),
            custody: custody.findings(at: office.surroundings.moment()))
    }
}

extension ExpectedObject {
    /// What the vault must hold for a file record.
    init?(_ file: EvidenceFile) {
        guard let sha256 = file.digests.first(where: { $0.algorithm == .sha256 }),
            let digest = FileDigest(hex: sha256.value)
        else { return nil }
        self.init(digest: digest, size: UInt64(file.size.value))
    }
}
