internal import Bundles
internal import CaseFile
internal import Foundation
public import Law
internal import Ledger

// From the log to a bundle: the newest checkpoint and all that it covers.

/// A bundle that was written.
public struct ExportResult: Sendable {
    public let path: String
    /// In bytes.
    public let size: Int
    public let entries: Int
    public let records: Int
    /// Leaves that it does not show.
    public let withheld: Int
    /// Files whose bytes go along.
    public let originals: Int
    public let sealedParts: Int
    /// The checkpoint that the bundle proves.
    public let logSize: Int
    public let root: String
    /// Files of the jurisdiction's rules that went along; 0 where it has no pack.
    public let rules: Int
    /// What is wrong with its pack, where rules could not go along.
    public let packProblems: [PackProblem]
}

extension OpenCase {
    /// Writes an edition as a signed bundle and records that it left the office, where the case keeps no identities: with
    /// nothing to look for there is no scan. Otherwise plan, scan, and export what is cleared.
    /// - Parameters:
    ///   - name: court, accused, police, public.
    ///   - recipient: for whom, where the edition is made for one.
    ///   - folder: where the bundle goes; made if it is not there.
    ///   - generator: the program and its version.
    /// - Throws: `.scanNeeded` where identities are kept.
    @discardableResult
    public func export(
        edition name: String,
        for recipient: String? = nil,
        to folder: String,
        generator: String,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> ExportResult {
        let plan = try plan(edition: name, for: recipient)
        let scanned = try cleared(plan, try emptyReport(of: plan))
        return try export(scanned, to: folder, generator: generator, progress: progress)
    }

    /// Writes an edition that was scanned.
    /// - Parameter sealed: parts that are encrypted each to one recipient.
    public func export(
        _ scanned: ScannedEdition,
        sealed: [[UInt8]] = [],
        to folder: String,
        generator: String,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> ExportResult {
        let plan = scanned.plan
        let edition = try self.edition(plan)
        let number = try nextNumber(of: edition)
        let work = try WorkFolder(in: office.home.work)
        defer { work.remove() }

        let now = office.surroundings.moment()
        let date = Date(timeIntervalSince1970: Double(now.earliest) / 1_000_000)
        var about = try about(at: now, plan)
        about.number = number
        about.generator = generator
        let pack = try PackFolder(of: about.jurisdiction, in: office)
        let size = plan.checkpoint.head.size
        var order = BundleOrder(
            about: about,
            records: { each in
                try forEachEntry { entry in
                    guard entry.seq < size else { return }
                    try plan.leaf(entry, each)
                }
            },
            originals: plan.originals.map(\.original),
            log: try logProof(of: plan.checkpoint),
            schema: try office.templates.bytes(Templates.schema),
            stylesheet: try office.templates.bytes(Templates.stylesheet),
            rules: pack.files
        )
        order.sealedParts = sealed
        order.scanStatement = try ScanStatement(scanned.report, generator: generator).bytes()
        try makeFolder(folder)
        let path =
            folder + "/"
            + BundleLayout.fileName(
                case: about.caseNumber,
                edition: plan.name,
                recipient: plan.recipient?.code,
                number: number
            )
        let written = try BundleWriter(work: work.path).write(
            order,
            to: path,
            signing: try office.signingIdentity(at: date),
            progress: progress
        )
        do {
            try recordSent(
                path,
                written,
                edition: edition,
                number: number,
                checkpoint: plan.checkpoint,
                at: now
            )
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
            withheld: written.withheld,
            originals: plan.originals.count { $0.source != nil },
            sealedParts: sealed.count,
            logSize: size,
            root: plan.checkpoint.head.root.description,
            rules: pack.files.count,
            packProblems: pack.problems
        )
    }

    private func logProof(of checkpoint: SignedCheckpoint) throws -> LogProof {
        let key = try office.logKey().office
        return LogProof(
            origin: checkpoint.head.origin,
            size: checkpoint.head.size,
            root: checkpoint.head.root.description,
            keys: try [
                NoteKey(name: checkpoint.head.origin, algorithm: .ed25519, publicKey: key.publicKey),
                key.cosigner,
            ].map(\.description),
            checkpoint: checkpoint.note.description
        )
    }

    private func makeFolder(_ path: String) throws {
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch
        {
            throw CaseworkError.file(path: path, errno: EACCES)
        }
    }

    /// The edition's record, made when it is first exported; one for each party that it is made for.
    private func edition(_ plan: EditionPlan) throws -> RecordID {
        for stored in try list(.edition) {
            guard let edition = stored.record.body as? Edition, edition.name.text == plan.name,
                edition.recipients.map(\.to) == [plan.recipient?.party].compactMap({ $0 })
            else { continue }
            return stored.id
        }
        guard let code = Token(plan.name) else { throw CaseworkError.edition(plan.name, known: []) }
        var edition = Edition(name: code, purpose: plan.purpose)
        edition.recipients = [plan.recipient?.party].compactMap { $0 }.map { AnyReference(to: $0) }
        edition.ruleSet = plan.selection == nil ? nil : code
        return try record([edition])[0].id
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
