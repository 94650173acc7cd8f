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
        _ path: String,
        trustPEM: String?,
        templates: Templates,
        now: Moment,
        work: String,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> VerificationReport {
        let trust = try trustPEM.map { try TrustAnchors.load(pem: $0) }
        let folder = try WorkFolder(in: work)
        defer { folder.remove() }
        return try await BundleVerifier(
            schema: try Office.recordSchema(templates),
            trust: trust,
            now: now,
            work: folder.path
        ).verify(path, progress: progress)
    }

    /// Compares two bundles that were verified.
    public static func compare(_ first: String, _ second: String, work: String) throws -> BundleComparison {
        let folder = try WorkFolder(in: work)
        defer { folder.remove() }
        return try BundleComparison(first, second, work: folder.path)
    }
}

/// What `dossier log --verify` found.
public struct LogVerification: Sendable {
    public let records: Int
    /// Originals that the records name.
    public let originals: Int
    public let log: [LogFinding]
    public let vault: [VaultFinding]

    public var isSound: Bool { log.isEmpty && vault.isEmpty }
}

extension OpenCase {
    /// Verifies the log, and the originals that its file records name.
    /// - Parameters:
    ///   - readingOriginals: false leaves the vault alone.
    ///   - records: how many records have been read, of how many.
    public func verifyLog(
        readingOriginals: Bool = true,
        records: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        originals: @escaping @Sendable (VaultProgress) -> Void = { _ in }
    ) throws -> LogVerification {
        let log = try office.ledger.verify(id, keys: [try office.logKey().office], progress: records)
        var expected: [ExpectedObject] = []
        try office.ledger.forEachCurrent(Kind.file.rawValue, in: id) { entry in
            // What cannot be read any more is a finding of the log's already.
            guard let file = try? Record(parsing: entry.bytes).body as? EvidenceFile,
                let object = ExpectedObject(file)
            else { return }
            expected.append(object)
        }
        return LogVerification(
            records: try size(),
            originals: expected.count,
            log: log,
            vault: readingOriginals ? try office.vault.verify(expected: expected, progress: originals) : []
        )
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
