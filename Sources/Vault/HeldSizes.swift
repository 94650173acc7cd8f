internal import Synchronization

/// The sizes of the large objects in the vault, read when the first large file comes.
///
/// A large file whose size is known may be one that the vault has: above all after an interrupted take-in. It
/// is hashed before it is copied, so that a duplicate costs no disk. A small one is copied and thrown away,
/// which costs memory bandwidth only, since its copy never gets as far as the disk.
final class HeldSizes: Sendable {
    /// Bytes from which a file is large.
    static let large: UInt64 = 16 << 20

    private let vault: Vault
    private let sizes = Mutex<Set<UInt64>?>(nil)

    init(of vault: Vault) {
        self.vault = vault
    }

    /// Whether `size` is large and that of an object.
    func contains(_ size: UInt64) throws(VaultError) -> Bool {
        guard size >= Self.large else { return false }
        let known = try sizes.withLock { sizes throws(VaultError) in
            if let sizes { return sizes }
            let read = try readSizes()
            sizes = read
            return read
        }
        return known.contains(size)
    }

    /// Notes an object that was just stored.
    func insert(_ size: UInt64) {
        guard size >= Self.large else { return }
        sizes.withLock { _ = $0?.insert(size) }
    }

    private func readSizes() throws(VaultError) -> Set<UInt64> {
        var sizes: Set<UInt64> = []
        for prefix in UInt8.min...UInt8.max {
            for object in try ObjectFolder(prefix, in: vault.layout).objects where object.size >= Self.large {
                sizes.insert(object.size)
            }
        }
        return sizes
    }
}
