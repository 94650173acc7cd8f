internal import Bundles
internal import CaseFile
internal import Foundation
public import Law
internal import Ledger
internal import Vault

// From the log to a bundle: the newest checkpoint and all that it covers.

/// A bundle that was written.
public struct ExportResult: Sendable {
    public let path: String
    /// In bytes.
    public let size: Int
    public let entries: Int
    public let records: Int
    public let originals: Int
    /// The checkpoint that the bundle proves.
    public let logSize: Int
    public let root: String
    /// Files of the jurisdiction's rules that went along; 0 where it has no pack.
    public let rules: Int
    /// What is wrong with its pack, where rules could not go along.
    public let packProblems: [PackProblem]
}

extension OpenCase {
    /// Writes the case as a signed bundle and records that it left the office.
    /// - Parameters:
    ///   - edition: `court`.
    ///   - folder: where the bundle goes; made if it is not there.
    ///   - generator: the program and its version.
    public func export(
        edition name: String,
        to folder: String,
        generator: String,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> ExportResult {
        guard name == "court" else { throw CaseworkError.edition(name) }
        let edition = try self.edition(name)
        let number = try nextNumber(of: edition)
        let checkpoint = try checkpoint()
        let work = try WorkFolder(in: office.home.work)
        defer { work.remove() }

        let body = try caseRecord()
        let now = office.surroundings.moment()
        let date = Date(timeIntervalSince1970: Double(now.earliest) / 1_000_000)
        let contents = try ExportContents(self, upTo: checkpoint.head.size)
        let key = try office.logKey().office
        let pack = try PackFolder(of: body.jurisdiction.text, in: office.templates)
        let about = CaseFileAbout(
            caseRecord: id,
            caseNumber: body.number.text,
            titles: body.titles,
            jurisdiction: body.jurisdiction.text,
            agencyCode: office.code,
            agencyNames: [office.name],
            edition: name,
            number: number,
            createdAt: now,
            generator: generator
        )
        let order = BundleOrder(
            about: about,
            records: contents.records,
            originals: contents.originals,
            log: LogProof(
                origin: checkpoint.head.origin,
                size: checkpoint.head.size,
                root: checkpoint.head.root.description,
                keys: try [
                    NoteKey(name: checkpoint.head.origin, algorithm: .ed25519, publicKey: key.publicKey),
                    key.cosigner,
                ].map(\.description),
                checkpoint: checkpoint.note.description
            ),
            schema: try office.templates.bytes(Templates.schema),
            stylesheet: try office.templates.bytes(Templates.stylesheet),
            rules: pack.files
        )
        try makeFolder(folder)
        let path = folder + "/" + BundleLayout.fileName(case: body.number.text, edition: name, number: number)
        let written = try BundleWriter(work: work.path).write(
            order,
            to: path,
            signing: try office.signingIdentity(at: date),
            progress: progress
        )
        do {
            try recordSent(path, written, edition: edition, number: number, checkpoint: checkpoint, at: now)
        } catch {
            // No bundle leaves that the log does not tell of.
            unlink(path)
            throw error
        }
        return ExportResult(
            path: path,
            size: written.size,
            entries: written.entries,
            records: written.records,
            originals: order.originals.count,
            logSize: checkpoint.head.size,
            root: checkpoint.head.root.description,
            rules: pack.files.count,
            packProblems: pack.problems
        )
    }

    private func makeFolder(_ path: String) throws {
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch
        {
            throw CaseworkError.file(path: path, errno: EACCES)
        }
    }

    /// The edition's record, made when it is first exported.
    private func edition(_ name: String) throws -> RecordID {
        if let id = try find(name, kinds: [.edition]).first { return id }
        guard let code = Token(name) else { throw CaseworkError.edition(name) }
        let purpose = FreeText("All that the prosecution relies on, for the court.", .english)!
        return try record([Edition(name: code, purpose: purpose)])[0].id
    }

    private func nextNumber(of edition: RecordID) throws -> Int {
        var highest = 0
        for stored in try belonging(to: edition) {
            guard let bundle = stored.record.body as? BundleRecord else { continue }
            highest = max(highest, bundle.number.value)
        }
        return highest + 1
    }

    /// That a bundle left is part of the case: its next bundle says so.
    private func recordSent(
        _ path: String,
        _ written: BundleWriter.Written,
        edition: RecordID,
        number: Int,
        checkpoint: SignedCheckpoint,
        at now: Moment
    ) throws {
        let digest = try FileHash.sha256(ofFile: path)
        guard let size = Count(written.size), let count = Count(number),
            let logSize = Count(checkpoint.head.size),
            let name = FileName((path as NSString).lastPathComponent), let sha256 = Digest(.sha256, digest),
            let origin = Code(checkpoint.head.origin), let root = HashText(checkpoint.head.root.description)
        else { throw CaseworkError.file(path: path, errno: EINVAL) }
        var body = BundleRecord(
            direction: .sent,
            number: count,
            fileName: name,
            size: size,
            digest: sha256,
            checkpoint: Checkpoint(origin: origin, size: logSize, root: root),
            createdAt: now
        )
        body.edition = Reference(to: edition)
        try record([body])
    }
}

/// What of a log goes into a bundle: its leaves, and the originals of its file records with their places.
private struct ExportContents {
    let originals: [Original]
    let records: (_ each: (EditionLeaf) throws -> Void) throws -> Void

    init(_ openCase: OpenCase, upTo size: Int) throws {
        // First pass: the last version of each record, the exhibits' marks, the files.
        var last: [RecordID: Int] = [:]
        var marks: [RecordID: String] = [:]
        var files: [(id: RecordID, seq: Int, body: EvidenceFile)] = []
        try openCase.forEachEntry { entry in
            guard entry.seq < size else { return }
            last[entry.record] = entry.seq
            switch Kind(rawValue: entry.kind) {
            case .exhibit: marks[entry.record] = try Record(parsing: entry.bytes).body.label
            case .file:
                guard let body = try Record(parsing: entry.bytes).body as? EvidenceFile else { return }
                files.append((entry.record, entry.seq, body))
            default: break
            }
        }
        var paths = EvidencePaths()
        let vault = openCase.office.vault
        var originals: [Original] = []
        var missing: [MissingOriginal] = []
        for file in files where last[file.id] == file.seq {
            let exhibit = file.body.exhibit?.to
            let mark = exhibit.flatMap { marks[$0] }
            guard let object = ExpectedObject(file.body), try vault.contains(object.digest) else {
                let sha256 = file.body.digests.first { $0.algorithm == .sha256 }?.value ?? "unknown"
                missing.append(MissingOriginal(file: file.id, mark: mark, sha256: sha256))
                continue
            }
            let path = paths.path(
                mark: mark ?? "documents",
                exhibit: exhibit?.description ?? "documents",
                name: file.body.name.text
            )
            originals.append(
                Original(
                    file: file.id,
                    sha256: object.digest.hex,
                    size: file.body.size.value,
                    mediaType: file.body.mediaType.text,
                    place: .inside(path: path, source: vault.layout.object(object.digest))
                )
            )
        }
        // What is lost must not look like what travels apart.
        guard missing.isEmpty else { throw CaseworkError.originalsMissing(missing) }
        self.originals = originals
        records = { each in
            try openCase.forEachEntry { entry in
                guard entry.seq < size else { return }
                try entry.bytes.withUnsafeBytes {
                    try each(.shown($0, isSuperseded: last[entry.record] != entry.seq))
                }
            }
        }
    }
}
