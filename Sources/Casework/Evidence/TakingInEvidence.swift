internal import CaseFile
internal import Foundation
public import Vault

// From files on a disk to exhibits in the log. The bytes are durable in the vault before the first record says that
// they are there; the records are one commit. An interrupted take-in leaves bytes without records, and is resumed by
// doing it again: the vault knows them.

extension OpenCase {
    /// Takes in files and folders, and records them.
    /// - Parameter progress: called from the working threads.
    public func addEvidence(
        _ request: EvidenceRequest,
        progress: @escaping @Sendable (VaultProgress) -> Void = { _ in }
    ) throws -> EvidenceResult {
        // What can be refused is refused before a byte is read.
        var intake = try EvidenceIntake(self, request)
        var result = EvidenceResult()
        try office.vault.takeIn(request.paths.map { RawPath($0) }, progress: progress) { outcome in
            switch outcome {
            case .takenIn(let file): intake.files.append(file)
            case .notTakenIn(let refusal):
                result.refusals.append(.init(path: refusal.path.text, reason: refusal.reason.words))
            }
        }
        guard !intake.files.isEmpty else { return result }
        try intake.record(into: &result)
        return result
    }
}

/// Files of one take-in on their way to their exhibits.
private struct EvidenceIntake {
    let openCase: OpenCase
    let request: EvidenceRequest
    var files: [TakenIn] = []

    private let search: RecordID?
    private let seizureMemo: RecordID?
    private let seizedFrom: RecordID?
    private let place: RecordID?
    private let seizedBy: RecordID?
    private let producedBy: RecordID?
    private let existing: RecordID?

    init(_ openCase: OpenCase, _ request: EvidenceRequest) throws {
        func one(_ label: String?, _ kind: Kind) throws -> RecordID? {
            try label.map { try openCase.record(named: $0, kinds: [kind]) }
        }
        self.openCase = openCase
        self.request = request
        search = try one(request.search, .search)
        seizureMemo = try one(request.seizureMemo, .document)
        seizedFrom = try one(request.seizedFrom, .person)
        place = try one(request.place, .place)
        seizedBy = try one(request.seizedBy, .person)
        producedBy = try one(request.producedBy, .person)
        switch request.marking {
        case .into(let exhibit): existing = try one(exhibit, .exhibit)
        case .one(let mark):
            existing = nil
            guard Code(mark) != nil else { throw CaseworkError.mark(mark) }
            guard try openCase.find(mark, kinds: [.exhibit]).isEmpty else {
                throw CaseworkError.labelTaken(mark, kind: .exhibit)
            }
        case .papers: existing = nil
        case .each(let prefix):
            existing = nil
            guard Code(prefix + "/1") != nil else { throw CaseworkError.mark(prefix) }
        }
    }

    func record(into result: inout EvidenceResult) throws {
        var random = openCase.office.surroundings.random()
        func newRecord(_ body: any RecordBody) throws -> Record {
            try openCase.new(body, id: openCase.office.newID(using: &random), using: &random)
        }
        var batch = try Batch(openCase)
        var shared: (id: RecordID, mark: String)?
        switch request.marking {
        case .into(let name):
            shared = (existing!, try openCase.label(of: existing!) ?? name)
        case .one(let mark):
            let record = try newRecord(
                exhibit(mark: mark, description: request.description ?? named(files[0]))
            )
            try batch.add(record)
            try seize(record.head.id, files.count == 1 ? files[0] : nil, in: &batch, newRecord)
            shared = (record.head.id, mark)
        case .each, .papers: break
        }
        var number = try nextNumber()
        for file in files {
            let home: (id: RecordID, mark: String)?
            if case .each(let prefix) = request.marking {
                let mark = "\(prefix)/\(number)"
                number += 1
                let record = try newRecord(
                    exhibit(mark: mark, description: request.description ?? named(file))
                )
                try batch.add(record)
                try seize(record.head.id, file, in: &batch, newRecord)
                home = (record.head.id, mark)
            } else {
                home = shared
            }
            let record = try newRecord(try evidenceFile(file, of: home?.id))
            try batch.add(record)
            result.items.append(
                .init(
                    path: file.path.text,
                    exhibit: home?.mark,
                    file: record.head.id,
                    sha256: file.digest.hex,
                    size: Int(file.size),
                    mediaType: file.mediaType,
                    isDuplicate: file.isDuplicate
                )
            )
        }
        result.recorded = try batch.commit()
    }

    private func exhibit(mark: String, description: FreeText) throws -> Exhibit {
        var exhibit = Exhibit(
            mark: Code(mark)!,
            description: description,
            category: request.category,
            sealable: request.category != .digital,
            sensitive: request.sensitive
        )
        exhibit.search = search.map { Reference(to: $0) }
        exhibit.seizureMemo = seizureMemo.map { Reference(to: $0) }
        exhibit.seizedFrom = seizedFrom.map { Reference(to: $0) }
        exhibit.place = place.map { Reference(to: $0) }
        exhibit.foundAt = request.foundAt
        exhibit.seizedAt = request.seizedAt
        exhibit.producers = producedBy.map { [Reference(to: $0)] } ?? []
        return exhibit
    }

    /// The first event of its chain, where the request says who took it and when.
    private func seize(
        _ exhibit: RecordID,
        _ file: TakenIn?,
        in batch: inout Batch,
        _ newRecord: (any RecordBody) throws -> Record
    ) throws {
        guard let seizedBy, let at = request.seizedAt else { return }
        var event = CustodyEvent(exhibit: Reference(to: exhibit), event: .seize, at: at)
        event.releasedBy = seizedFrom.map { Reference(to: $0) }
        event.receivedBy = Reference(to: seizedBy)
        event.placeTo = place.map { Reference(to: $0) }
        // Of an exhibit of one file the digest is the exhibit's own.
        event.digestsAfter = file.flatMap { Digest(.sha256, $0.digest.hex) }.map { [$0] } ?? []
        try batch.add(try newRecord(event))
    }

    private func evidenceFile(_ file: TakenIn, of exhibit: RecordID?) throws -> EvidenceFile {
        let name = FileName(safe: file.name.text)
        guard let size = Count(Int(file.size)), let digest = Digest(.sha256, file.digest.hex) else {
            throw CaseworkError.file(path: file.path.text, errno: EFBIG)
        }
        var body = EvidenceFile(
            name: name,
            size: size,
            digests: [digest],
            mediaType: MediaType(file.mediaType) ?? "application/octet-stream",
            role: request.role
        )
        body.exhibit = exhibit.map { Reference(to: $0) }
        let above = request.seenFrom.map { Array($0.utf8) + [UInt8(ascii: "/")] } ?? []
        let path =
            file.path.bytes.starts(with: above)
            ? Array(file.path.bytes.dropFirst(above.count)) : file.path.bytes
        body.originalPath = OriginalPath(bytes: path)
        let zone = openCase.office.surroundings.zone
        func moment(_ time: FileTime) -> Moment {
            let microseconds = time.seconds * 1_000_000 + Int64(time.nanoseconds / 1000)
            return Moment(microseconds: microseconds, zone: zone(microseconds))
        }
        body.createdAt = file.times.born.map(moment)
        body.modifiedAt = moment(file.times.modified)
        return body
    }

    private func named(_ file: TakenIn) -> FreeText {
        FreeText(FileName(safe: file.name.text).text, openCase.language)!
    }

    /// The first number after those that marks of the prefix have already.
    private func nextNumber() throws -> Int {
        guard case .each(let prefix) = request.marking else { return 0 }
        var highest = 0
        for exhibit in try openCase.list(.exhibit) {
            guard let mark = exhibit.label, mark.hasPrefix(prefix + "/"),
                let number = Int(mark.dropFirst(prefix.count + 1))
            else { continue }
            highest = max(highest, number)
        }
        return highest + 1
    }
}

extension FileName {
    /// The nearest name that a record can carry: what is refused becomes `_`, what is too long is cut before its suffix.
    init(safe text: String) {
        if let name = FileName(text) {
            self = name
            return
        }
        var safe = ""
        for scalar in text.unicodeScalars.prefix(180) {
            safe.unicodeScalars.append(FileName("x\(scalar)x") == nil ? "_" : scalar)
        }
        self = FileName(safe) ?? "file"
    }
}

extension NotTakenIn.Reason {
    /// The reason in words; no path of what a link leads to, since that is evidence of another kind.
    var words: String {
        switch self {
        case .link: "a link, which is not followed"
        case .special(let kind): "not a file but a \(kind.rawValue)"
        case .unreadable(let errno): "cannot be read: \(String(cString: strerror(errno)))"
        case .folderUnreadable(let errno): "the folder cannot be read: \(String(cString: strerror(errno)))"
        case .changedWhileRead: "changed while it was read, twice"
        case .pathTooLong(let bytes): "its path is too long (\(bytes) bytes)"
        case .vaultItself: "the vault itself"
        case .storedCopyDamaged: "the vault's own copy of these bytes is damaged: run dossier log --verify"
        case .stopped: "the take-in ended before it was stored"
        }
    }
}
