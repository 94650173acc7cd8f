internal import Glibc

/// What is in one of the 256 folders of objects.
struct ObjectFolder {
    struct Object {
        let digest: FileDigest
        /// Bytes.
        let size: UInt64
    }

    /// Regular files whose name is a digest that belongs in this folder, in the order of the digests.
    let objects: [Object]
    /// The names of everything else.
    let others: [RawPath]

    /// A folder that is not there is empty: it is made when its first object comes.
    init(_ prefix: UInt8, in layout: VaultLayout) throws(VaultError) {
        let path = layout.objectFolder(prefix)
        var objects: [Object] = []
        var others: [RawPath] = []
        do {
            let folder = try Descriptor.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            let listing = try FolderListing(of: folder)
            for entry in listing.entries {
                let name = listing.name(entry)
                if entry.kind == S_IFREG, let digest = FileDigest(hexBytes: name), digest.firstByte == prefix
                {
                    objects.append(Object(digest: digest, size: entry.size))
                } else {
                    others.append(RawPath(bytes: Array(name)))
                }
            }
        } catch {
            guard error.errno == ENOENT || error.errno == ENOTDIR || error.errno == ELOOP else {
                throw .onVault(error, path, layout)
            }
        }
        self.objects = objects
        self.others = others
    }
}
