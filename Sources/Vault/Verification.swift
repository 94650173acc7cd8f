internal import Glibc
internal import Synchronization

/// One run of `verify`, shared by its threads.
final class Verification: Sendable {
    /// Bytes from which an object is hashed before the small ones.
    static let large: UInt64 = 8 << 20

    private let vault: Vault
    private let control: RunControl
    /// Sorted by digest: half the memory of a dictionary.
    private let expected: [ExpectedObject]
    private let found = Mutex<[VaultFinding]>([])

    init(vault: Vault, expected: [ExpectedObject], control: RunControl) {
        self.vault = vault
        self.control = control
        self.expected = expected.sorted { $0.digest < $1.digest }
    }

    func findings() -> [VaultFinding] {
        found.withLock { $0.sorted(by: VaultFinding.inOrder) }
    }

    private func add(_ path: String, _ digest: FileDigest? = nil, _ problem: VaultFinding.Problem) {
        found.withLock { $0.append(VaultFinding(path: path, digest: digest, problem: problem)) }
    }

    // MARK: Folders

    /// The vault's own folders, and what lies in them beside objects.
    func checkFolders() throws(VaultError) {
        let layout = vault.layout
        try checkNames(in: layout.folder, "") { $0 == "objects" || $0 == "incoming" }
        try checkNames(in: layout.objects, "objects/") { name in
            UInt8(name, radix: 16).map { hexadecimal($0) == name } ?? false
        }
    }

    /// Checks the permissions of `folder`, and that it holds nothing but folders whose name `isKnown`.
    private func checkNames(
        in folder: String,
        _ prefix: String,
        _ isKnown: (String) -> Bool
    ) throws(VaultError) {
        do throws(SystemError) {
            let open = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            let listing = try FolderListing(of: open)
            checkFolderMode(try open.status(), prefix.isEmpty ? "." : String(prefix.dropLast()))
            for entry in listing.entries {
                let name = RawPath(bytes: Array(listing.name(entry)))
                if entry.kind == S_IFDIR, isKnown(name.text) {
                    let status = try open.status(of: name.bytes)
                    if prefix + name.text != "objects" { checkFolderMode(status, prefix + name.text) }
                } else {
                    addOther(name, in: prefix)
                }
            }
        } catch {
            throw .onVault(error, folder, vault.layout)
        }
    }

    private func checkFolderMode(_ status: FileStatus, _ path: String) {
        guard status.permissions != VaultLayout.folderMode else { return }
        add(path, nil, .permissions(expected: VaultLayout.folderMode, found: status.permissions))
    }

    /// A name that is not an object of the folder it is in.
    private func addOther(_ name: RawPath, in prefix: String) {
        let path = prefix + name.text
        guard let digest = FileDigest(hexBytes: name.bytes) else { return add(path, nil, .foreign) }
        let expectedPath = vault.layout.relativeObject(digest)
        // In its own folder and yet not an object: a folder, a link, a pipe with an object's name.
        add(path, digest, path == expectedPath ? .foreign : .misplaced(expectedPath: expectedPath))
    }

    // MARK: Objects

    /// The large objects, the largest first.
    func largeObjects() throws(VaultError) -> [ObjectFolder.Object] {
        var large: [ObjectFolder.Object] = []
        for prefix in UInt8.min...UInt8.max {
            let objects = try ObjectFolder(prefix, in: vault.layout).objects
            large += objects.filter { $0.size >= Self.large }
            control.advance {
                $0.filesFound += objects.count
                $0.bytesFound += objects.reduce(0) { $0 + $1.size }
            }
        }
        return large.sorted { ($1.size, $0.digest) < ($0.size, $1.digest) }
    }

    /// Everything in one folder, hashing what is not among `large`.
    func check(_ prefix: UInt8, except large: [ObjectFolder.Object], _ reader: FileReader) {
        do throws(VaultError) {
            let folder = try ObjectFolder(prefix, in: vault.layout)
            for name in folder.others { addOther(name, in: "objects/\(hexadecimal(prefix))/") }
            for object in folder.objects where object.size < Self.large {
                if control.shouldStop { return }
                hash(object, reader)
            }
            addMissing(prefix, folder)
        } catch {
            control.stop(error)
        }
    }

    private func addMissing(_ prefix: UInt8, _ folder: ObjectFolder) {
        let held = folder.objects.map(\.digest)  // sorted, as the listing is
        for object in expected[firstExpected { $0.firstByte >= prefix }...] {
            guard object.digest.firstByte == prefix else { return }
            let position = held.partitioningIndex { $0 >= object.digest }
            guard position == held.endIndex || held[position] != object.digest else { continue }
            add(
                vault.layout.relativeObject(object.digest),
                object.digest,
                .missing(expectedSize: object.size)
            )
        }
    }

    func hash(_ object: ObjectFolder.Object, _ reader: FileReader) {
        let path = vault.layout.relativeObject(object.digest)
        defer { control.advance { $0.files += 1 } }
        do throws(VaultError) {
            let opened = try vault.open(object.digest)
            let reading: FileReader.Reading
            do {
                reading = try reader.read(opened.file, control: control)
                try checkStatus(of: opened, path)
            } catch {
                switch error {
                case .source(let error), .vault(let error):
                    return add(path, object.digest, .unreadable(errno: error.errno))
                case .stopped: return
                }
            }
            compare(reading, with: object.digest, path)
        } catch {
            switch error {
            case .system(_, _, let errno): add(path, object.digest, .unreadable(errno: errno))
            default: add(path, object.digest, .unreadable(errno: ENOENT))
            }
        }
    }

    private func compare(_ reading: FileReader.Reading, with digest: FileDigest, _ path: String) {
        let expectedSize = expectedSize(of: digest)
        if reading.digest == digest {
            guard let expectedSize, expectedSize != reading.size else { return }
            add(path, digest, .sizeDisagrees(expectedSize: expectedSize, foundSize: reading.size))
        } else if let expectedSize, reading.size < expectedSize {
            add(
                path,
                digest,
                .truncated(
                    expectedSize: expectedSize,
                    foundSize: reading.size,
                    foundDigest: reading.digest
                )
            )
        } else {
            add(path, digest, .altered(foundDigest: reading.digest, foundSize: reading.size))
        }
    }

    private func checkStatus(
        of object: borrowing StoredObject,
        _ path: String
    ) throws(FileReader.Failure) {
        let status: FileStatus
        do {
            status = try object.file.status()
        } catch {
            throw .source(error)
        }
        if status.permissions != VaultLayout.objectMode {
            add(
                path,
                object.digest,
                .permissions(expected: VaultLayout.objectMode, found: status.permissions)
            )
        }
        if status.links != 1 { add(path, object.digest, .linkedElsewhere(links: status.links)) }
    }

    private func expectedSize(of digest: FileDigest) -> UInt64? {
        let index = firstExpected { $0 >= digest }
        guard index < expected.endIndex, expected[index].digest == digest else { return nil }
        return expected[index].size
    }

    private func firstExpected(_ isAtOrAfter: (FileDigest) -> Bool) -> Int {
        expected.partitioningIndex { isAtOrAfter($0.digest) }
    }
}

extension Array {
    /// The first index whose element satisfies `belongsAfter`, in an array where all that do come last.
    fileprivate func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
