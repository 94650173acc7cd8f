internal import Glibc
internal import Synchronization

/// What became of one file before its batch is made durable.
enum FileOutcome: Sendable {
    /// Its bytes are in the session's folder, and no other file of the batch has them.
    case copied(FileFacts)
    /// The vault has them already, or another file of the batch brings them.
    case held(FileFacts)
    case refused(NotTakenIn.Reason)
    /// The take-in ended first.
    case stopped
}

/// What is known of a file that was read.
struct FileFacts: Sendable {
    let digest: FileDigest
    let size: UInt64
    let mediaType: String
    let times: FileTimes
    var notices: [TakenIn.Notice]
}

/// Takes one file as far as the session's folder; a value that every thread of a batch shares.
struct FileTakeIn: Sendable {
    let vault: Vault
    let tree: SourceTree
    let session: IncomingSession
    let options: TakeInOptions
    let heldSizes: HeldSizes
    let control: RunControl
    let claims: Claims

    /// Which digests the files of one batch bring; the first to come keeps its copy.
    final class Claims: Sendable {
        private let digests = Mutex<Set<FileDigest>>([])

        func claim(_ digest: FileDigest) -> Bool {
            digests.withLock { $0.insert(digest).inserted }
        }
    }

    func take(_ file: FoundFile, slot: Int, with reader: FileReader) -> FileOutcome {
        var changed: NotTakenIn.Reason?
        for attempt in 1...2 {
            do {
                var facts = try read(file, slot, reader)
                if attempt == 2 { facts.notices.append(.readTwice) }
                if tree.path(source: file.source, relative: file.relative).name.isEscaped {
                    facts.notices.insert(.nameEscaped, at: 0)
                }
                return try settle(facts, slot, reader)
            } catch {
                unlink(session.file(slot))
                switch error {
                case .refused(let reason):
                    guard case .changedWhileRead = reason else { return .refused(reason) }
                    changed = reason
                case .vault(let error):
                    control.stop(error)
                    return .stopped
                case .stopped: return .stopped
                }
            }
        }
        return changed.map(FileOutcome.refused) ?? .stopped
    }

    private enum Obstacle: Error {
        case refused(NotTakenIn.Reason)
        case vault(VaultError)
        case stopped
    }

    /// One reading of the file. Leaves a copy in the session's folder unless the vault turns out to have it.
    private func read(_ file: FoundFile, _ slot: Int, _ reader: FileReader) throws(Obstacle) -> FileFacts {
        let opened = try open(file)
        let before = try status(of: opened.file)
        guard before.isRegular else { throw .refused(.special(NotTakenIn.SpecialFile(kind: before.kind))) }
        if try isLikelyHeld(before.size) {
            let facts = try read(opened, before, slot, reader) { _ in }
            if try isHeld(facts) { return facts }
            do {
                try opened.file.rewind()
            } catch {
                throw .refused(.unreadable(errno: error.errno))
            }
        }
        let copy = try createCopy(slot, size: before.size)
        var written: UInt64 = 0
        var started: UInt64 = 0
        return try read(opened, before, slot, reader) { bytes throws(SystemError) in
            try copy.write(bytes)
            written += UInt64(bytes.count)
            guard written - started >= Self.writingStep else { return }
            copy.withNumber { vault.durability.startWriting($0, started, written - started) }
            started = written
        }
    }

    /// How many bytes of a copy gather in memory before their way to the disk begins. A shorter copy's begins
    /// when it is known not to be a duplicate.
    private static let writingStep: UInt64 = 8 << 20

    private func read(
        _ opened: borrowing SourceTree.Opened,
        _ before: FileStatus,
        _ slot: Int,
        _ reader: FileReader,
        each: (UnsafeRawBufferPointer) throws(SystemError) -> Void
    ) throws(Obstacle) -> FileFacts {
        let reading: FileReader.Reading
        do {
            reading = try reader.read(opened.file, limit: before.size, control: control, each: each)
        } catch {
            switch error {
            case .source(let error): throw .refused(.unreadable(errno: error.errno))
            case .vault(let error): throw .vault(onVault(error, slot, before.size))
            case .stopped: throw .stopped
            }
        }
        let after = try status(of: opened.file)
        guard before.state == after.state, reading.size == after.size else {
            throw .refused(.changedWhileRead(before: before.state, after: after.state))
        }
        return FileFacts(
            digest: reading.digest,
            size: reading.size,
            mediaType: reading.mediaType,
            times: before.times,
            notices: opened.keepsAccessTime ? [] : [.accessTimeNotKept]
        )
    }

    /// Decides between keeping the copy and calling the file a duplicate.
    private func settle(
        _ facts: FileFacts,
        _ slot: Int,
        _ reader: FileReader
    ) throws(Obstacle) -> FileOutcome {
        let path = session.file(slot)
        if try isHeld(facts) {
            try checkStoredCopy(of: facts, reader)
            unlink(path)
            return .held(facts)
        }
        guard claims.claim(facts.digest) else {
            unlink(path)
            return .held(facts)
        }
        do {
            let copy = try Descriptor.open(path, O_RDONLY | O_NOFOLLOW)
            copy.withNumber { vault.durability.startWriting($0, 0, 0) }
        } catch {
            throw .vault(onVault(error, slot, facts.size))
        }
        return .copied(facts)
    }

    /// An object is trusted to be what its name says if its size is right, and after reading it if asked to.
    private func checkStoredCopy(of facts: FileFacts, _ reader: FileReader) throws(Obstacle) {
        let object: StoredObject
        do {
            object = try vault.open(facts.digest)
        } catch {
            throw .vault(error)
        }
        var found: FileDigest?
        if options.rereadsDuplicates {
            do {
                found = try reader.read(object.file, control: control).digest
            } catch {
                switch error {
                case .source(let error), .vault(let error):
                    throw .vault(.system(call: error.call, path: object.path, errno: error.errno))
                case .stopped: throw .stopped
                }
            }
        }
        guard object.size == facts.size, (found ?? facts.digest) == facts.digest else {
            throw .refused(
                .storedCopyDamaged(
                    NotTakenIn.StoredCopy(
                        digest: facts.digest,
                        expectedSize: facts.size,
                        foundSize: object.size,
                        foundDigest: found
                    )
                )
            )
        }
    }

    private func open(_ file: FoundFile) throws(Obstacle) -> SourceTree.Opened {
        do {
            return try tree.openFile(source: file.source, relative: file.relative)
        } catch {
            throw .refused(refusal(of: file, error))
        }
    }

    /// Why a file that the walk saw does not open: it may have become something else meanwhile.
    private func refusal(of file: FoundFile, _ error: SystemError) -> NotTakenIn.Reason {
        switch error.errno {
        case ELOOP:
            if let target = try? tree.target(source: file.source, relative: file.relative) {
                return .link(target: target)
            }
        case ENXIO: return .special(.socket)  // what open(2) says of one
        default: break
        }
        return .unreadable(errno: error.errno)
    }

    private func status(of file: borrowing Descriptor) throws(Obstacle) -> FileStatus {
        do {
            return try file.status()
        } catch {
            throw .refused(.unreadable(errno: error.errno))
        }
    }

    private func createCopy(_ slot: Int, size: UInt64) throws(Obstacle) -> Descriptor {
        do throws(SystemError) {
            let copy = try Descriptor.open(
                session.file(slot),
                O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
                mode: VaultLayout.objectMode
            )
            // The caller's umask may have taken something away.
            try copy.setPermissions(VaultLayout.objectMode)
            return copy
        } catch {
            throw .vault(onVault(error, slot, size))
        }
    }

    private func isLikelyHeld(_ size: UInt64) throws(Obstacle) -> Bool {
        do {
            return try heldSizes.contains(size)
        } catch {
            throw .vault(error)
        }
    }

    private func isHeld(_ facts: FileFacts) throws(Obstacle) -> Bool {
        do {
            return try vault.contains(facts.digest)
        } catch {
            throw .vault(error)
        }
    }

    private func onVault(_ error: SystemError, _ slot: Int, _ size: UInt64) -> VaultError {
        .onVault(error, session.file(slot), vault.layout, fileSize: size)
    }
}

extension FileStatus {
    var state: NotTakenIn.FileState {
        NotTakenIn.FileState(size: size, modified: times.modified, changed: times.changed)
    }
}
