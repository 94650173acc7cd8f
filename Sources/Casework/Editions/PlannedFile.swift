internal import Bundles
internal import CaseFile
internal import Ledger
internal import Vault

/// A file of the case in an edition.
struct PlannedFile: Sendable {
    let record: RecordID
    /// What the file is called in the case.
    let name: String
    let mark: String?
    let original: Original

    /// Where its bytes are on this machine; nil where they stay behind.
    var source: String? {
        guard case .inside(_, let source) = original.place else { return nil }
        return source
    }
}

/// What becomes of a file's bytes in an edition.
enum FileFate {
    case sent
    case withheld(WithheldReason)
    /// Its record is not shown, and nothing is said of its bytes.
    case left
}

/// The current version of each record, the exhibits' marks and the files: one pass over the log.
struct FileIndex {
    private(set) var last: [RecordID: Int] = [:]
    private(set) var marks: [RecordID: String] = [:]
    private(set) var files: [(id: RecordID, seq: Int, body: EvidenceFile)] = []

    mutating func add(_ entry: LogEntry) throws {
        last[entry.record] = entry.seq
        switch Kind(rawValue: entry.kind) {
        case .exhibit: marks[entry.record] = try Record(parsing: entry.bytes).body.label
        case .file:
            guard let body = try Record(parsing: entry.bytes).body as? EvidenceFile else { return }
            files.append((entry.record, entry.seq, body))
        default: break
        }
    }
}

extension OpenCase {
    /// The files that an edition lists, with their places in the container.
    /// - Throws: `.originalsMissing`: what is lost must not look like what travels apart.
    func plannedFiles(_ index: FileIndex, fate: (RecordID) -> FileFate) throws -> [PlannedFile] {
        var paths = EvidencePaths()
        let vault = office.vault
        var planned: [PlannedFile] = []
        var missing: [MissingOriginal] = []
        for file in index.files where index.last[file.id] == file.seq {
            let fate = fate(file.id)
            if case .left = fate { continue }
            let exhibit = file.body.exhibit?.to
            let mark = exhibit.flatMap { index.marks[$0] }
            let sha256 = file.body.digests.first { $0.algorithm == .sha256 }?.value
            let place: Original.Place
            switch fate {
            case .withheld(let reason): place = .withheld(reason)
            case .sent, .left:
                guard let object = ExpectedObject(file.body), try vault.contains(object.digest) else {
                    missing.append(MissingOriginal(file: file.id, mark: mark, sha256: sha256 ?? "unknown"))
                    continue
                }
                let path = paths.path(
                    mark: mark ?? "documents",
                    exhibit: exhibit?.description ?? "documents",
                    name: file.body.name.text
                )
                place = .inside(path: path, source: vault.layout.object(object.digest))
            }
            planned.append(
                PlannedFile(
                    record: file.id,
                    name: file.body.name.text,
                    mark: mark,
                    original: Original(
                        file: file.id,
                        sha256: sha256 ?? "",
                        size: file.body.size.value,
                        mediaType: file.body.mediaType.text,
                        place: place
                    )
                )
            )
        }
        guard missing.isEmpty else { throw CaseworkError.originalsMissing(missing) }
        return planned
    }
}
