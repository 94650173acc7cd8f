internal import Glibc

/// The originals of a store: every file once, under the SHA-256 of its bytes, read-only.
///
/// ```swift
/// let vault = try Vault.create(home: home)
/// for result in try vault.takeIn(["/media/phone"]) { … }
/// try vault.open(digest).forEachChunk { bytes in … }
/// let findings = try vault.verify()
/// ```
///
/// The value holds a path and nothing else: any number of threads and processes may use the same vault.
public struct Vault: Sendable {
    public let layout: VaultLayout
    var durability = Durability.real

    /// The vault that is in the folder `home`.
    public init(home: String) throws(VaultError) {
        layout = VaultLayout(home: home)
        for folder in [layout.objects, layout.incoming] {
            do {
                _ = try Descriptor.open(folder, O_RDONLY | O_DIRECTORY)
            } catch {
                throw .onVault(error, folder, layout)
            }
        }
    }

    /// Makes the vault in the folder `home` where there is none yet, durably, and opens it.
    public static func create(home: String) throws(VaultError) -> Vault {
        let layout = VaultLayout(home: home)
        for (folder, parent) in [
            (layout.folder, home), (layout.objects, layout.folder), (layout.incoming, layout.folder),
        ] {
            guard mkdir(folder, VaultLayout.folderMode) == 0 || errno == EEXIST else {
                throw .onVault("mkdir", folder, errno, layout)
            }
            do {
                try Durability.real.syncFolder(at: parent)
            } catch {
                throw .onVault(error, parent, layout)
            }
        }
        return try Vault(home: home)
    }

    /// Whether the vault has an object of this digest. Says nothing of its bytes: that is `verify`.
    public func contains(_ digest: FileDigest) throws(VaultError) -> Bool {
        try status(of: digest) != nil
    }

    /// Bytes of the object.
    public func size(of digest: FileDigest) throws(VaultError) -> UInt64 {
        guard let status = try status(of: digest) else { throw .notHeld(digest) }
        return status.size
    }

    /// Opens an object for reading.
    public func open(_ digest: FileDigest) throws(VaultError) -> StoredObject {
        let path = layout.object(digest)
        do throws(SystemError) {
            let file = try Descriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            let status = try file.status()
            guard status.isRegular else { throw SystemError(call: "open", errno: EINVAL) }
            return StoredObject(digest: digest, size: status.size, path: path, file: file)
        } catch {
            if error.errno == ENOENT { throw .notHeld(digest) }
            throw .system(call: error.call, path: path, errno: error.errno)
        }
    }

    /// Calls `body` with every object, in the order of the digests, without reading their bytes.
    public func forEachObject<Failure: Error>(
        _ body: (_ digest: FileDigest, _ size: UInt64) throws(Failure) -> Void
    ) throws {
        for prefix in UInt8.min...UInt8.max {
            for object in try ObjectFolder(prefix, in: layout).objects {
                try body(object.digest, object.size)
            }
        }
    }

    /// The status of an object, `nil` if there is none.
    func status(of digest: FileDigest) throws(VaultError) -> FileStatus? {
        let path = layout.object(digest)
        do {
            return try FileStatus(of: path)
        } catch {
            if error.errno == ENOENT { return nil }
            throw .onVault(error, path, layout)
        }
    }
}
