public import CaseFile
internal import Foundation
public import Redaction
internal import Vault

// From an original to a copy of it that shows less. The original stays in the vault, and its record and digest in the
// log: that something was taken out is never a change of what was seized. The copy is a file of the same exhibit, which
// names what it was made from.

extension OpenCase {
    /// Makes a redacted copy of a file, takes it into the vault and records it.
    /// - Parameters:
    ///   - program: what made it, and its version, such as `Dossier 0.1.0`.
    ///   - progress: pages done, and all of them.
    /// - Throws: `CaseworkError.redaction` where no sound copy could be made; then nothing is recorded.
    public func redact(
        _ file: RecordID,
        _ order: RedactionOrder,
        program: String,
        tools: RedactionTools,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> RedactedFile {
        let original = try original(file)
        let mark = try original.body.exhibit.flatMap { try label(of: $0.to) }
        let name = try copyName(mark: mark)
        return try withCopy(of: original, order.request, tools, progress) { copy, _ in
            try keep(copy, of: file, original.body, as: name, mark: mark, order, program: program)
        }
    }

    /// Makes a redacted copy and writes its pages as pictures, to be looked at. Nothing is recorded.
    /// - Parameter folder: made if it is not there; pictures of the same names in it are replaced.
    public func previewRedaction(
        of file: RecordID,
        _ request: RedactionRequest,
        to folder: String,
        tools: RedactionTools,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> RedactionPreview {
        let original = try original(file)
        return try withCopy(of: original, request, tools, progress) { copy, _ in
            do {
                try FileManager.default.createDirectory(
                    atPath: folder,
                    withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700]
                )
            } catch { throw CaseworkError.file(path: folder, errno: errno) }
            var pictures: [String] = []
            for (index, picture) in copy.pictures.enumerated() {
                let target = "\(folder)/page-\(index + 1).\(picture.hasSuffix(".png") ? "png" : "jpg")"
                try? FileManager.default.removeItem(atPath: target)
                do { try FileManager.default.copyItem(atPath: picture, toPath: target) } catch {
                    throw CaseworkError.file(path: target, errno: errno)
                }
                pictures.append(target)
            }
            return RedactionPreview(pictures: pictures, painted: copy.painted)
        }
    }
}

extension OpenCase {
    /// The file that a person means: by its name, by `MARK/NAME` where several are called so, or by its id.
    public func file(named text: String) throws -> RecordID {
        if RecordID(text) == nil, try find(text, kinds: [.file]).isEmpty, let slash = text.lastIndex(of: "/")
        {
            // A mark may have slashes of its own; a file's name has none.
            let exhibits = try find(String(text[..<slash]), kinds: [.exhibit])
            let name = String(text[text.index(after: slash)...])
            var found: [RecordID] = []
            for exhibit in exhibits {
                found += try belonging(to: exhibit).filter { $0.kind == .file && $0.label == name }.map(\.id)
            }
            guard found.count < 2 else { throw CaseworkError.manyRecords(text, ids: found) }
            if let file = found.first { return file }
        }
        return try record(named: text, kinds: [.file])
    }

    private struct Original {
        let body: EvidenceFile
        /// Where the vault has its bytes.
        let path: String
    }

    /// The file, its bytes known to be those that were taken in.
    private func original(_ file: RecordID) throws -> Original {
        guard let body = try current(file)?.record.body as? EvidenceFile else {
            throw CaseworkError.noRecord(file.description)
        }
        let sha256 = body.digests.first { $0.algorithm == .sha256 }?.value ?? ""
        guard let digest = FileDigest(hex: sha256), try office.vault.contains(digest) else {
            let mark = try body.exhibit.flatMap { try label(of: $0.to) }
            throw CaseworkError.originalsMissing([.init(file: file, mark: mark, sha256: sha256)])
        }
        let path = office.vault.layout.object(digest)
        guard try FileHash.sha256(ofFile: path) == sha256 else { throw CaseworkError.originalAltered(file) }
        return Original(body: body, path: path)
    }

    /// Makes the copy in a private folder that is gone when the work ends.
    private func withCopy<Result>(
        of original: Original,
        _ request: RedactionRequest,
        _ tools: RedactionTools,
        _ progress: (Int, Int) -> Void,
        _ body: (_ copy: RedactedCopy, _ folder: String) throws -> Result
    ) throws -> Result {
        let work = try WorkFolder(in: office.home.work)
        defer { work.remove() }
        let copy: RedactedCopy
        do {
            copy = try Redactor(folder: work.path, tools: tools).copy(
                of: original.path,
                request,
                progress: progress
            )
        } catch { throw CaseworkError.redaction(error) }
        return try body(copy, work.path)
    }

    private func keep(
        _ copy: RedactedCopy,
        of file: RecordID,
        _ original: EvidenceFile,
        as name: String,
        mark: String?,
        _ order: RedactionOrder,
        program: String
    ) throws -> RedactedFile {
        // Bytes first, then the record that says that they are there.
        var taken: TakenIn?
        try office.vault.takeIn([RawPath(copy.path)]) { outcome in
            if case .takenIn(let file) = outcome { taken = file }
        }
        guard let taken, let size = Count(Int(taken.size)), let digest = Digest(.sha256, taken.digest.hex)
        else {
            throw CaseworkError.file(path: copy.path, errno: EIO)
        }
        let full = "\(name).\(copy.format.suffix)"
        var body = EvidenceFile(
            name: FileName(safe: full),
            size: size,
            digests: [digest],
            mediaType: MediaType(copy.format.mediaType) ?? "application/octet-stream",
            role: .derivative
        )
        body.exhibit = original.exhibit
        body.createdAt = office.surroundings.moment()
        body.sources = [Reference(to: file)]
        body.tool =
            Code("\(program) (\(copy.tools.map(\.description).joined(separator: ", ")))") ?? Code(program)
        body.pages = copy.format == .pdf ? Count(copy.pages) : nil
        body.note = order.reason
        let recorded = try record(body, deciding: order, of: file, original)
        return RedactedFile(
            file: recorded[0].id,
            name: body.name.text,
            mark: mark,
            sha256: taken.digest.hex,
            size: Int(taken.size),
            mediaType: copy.format.mediaType,
            pages: copy.pages,
            painted: copy.painted,
            isSearchable: copy.isSearchable,
            recorded: recorded
        )
    }

    /// The copy, and a decision for each finding that it answers.
    private func record(
        _ copy: EvidenceFile,
        deciding order: RedactionOrder,
        of file: RecordID,
        _ original: EvidenceFile
    ) throws -> [Recorded] {
        var random = office.surroundings.random()
        var batch = try Batch(self)
        let id = office.newID(using: &random)
        try batch.add(try new(copy, id: id, using: &random))
        let sha256 = original.digests.first { $0.algorithm == .sha256 }?.value ?? ""
        for finding in order.findings {
            guard let digest = HashText(sha256) else { continue }
            var decision = Decision(
                finding: finding,
                ref: AnyReference(to: file),
                digest: digest,
                // The copy stands for all of it, wherever in it the finding was.
                place: "whole file",
                action: .redacted,
                reason: order.reason,
                at: office.surroundings.moment()
            )
            decision.replacement = Reference(to: id)
            decision.editions = order.editions
            decision.decidedBy = order.decidedBy.map { Reference(to: $0) }
            try batch.add(try new(decision, id: office.newID(using: &random), using: &random))
        }
        return try batch.commit()
    }

    /// The mark and a number, never the original's name: that may be what is to be hidden.
    private func copyName(mark: String?) throws -> String {
        let stem = "\(FileName(safe: mark ?? "paper").text)-redacted"
        var number = 1
        while try CopyFormat.allCases.contains(where: {
            try !find("\(stem)-\(number).\($0.suffix)", kinds: [.file]).isEmpty
        }) { number += 1 }
        return "\(stem)-\(number)"
    }
}
