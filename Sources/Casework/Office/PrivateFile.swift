internal import Foundation

/// Writes a small file that is whole or not there: beside, synced, renamed.
enum PrivateFile {
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
        let beside = path + ".new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw CaseworkError.file(path: path, errno: errno) }
        defer { close(descriptor) }
        do {
            try bytes.withUnsafeBytes { buffer in
                var rest = buffer
                while !rest.isEmpty {
                    let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                    guard count > 0 else { throw CaseworkError.file(path: path, errno: errno) }
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                }
            }
            guard fsync(descriptor) == 0, rename(beside, path) == 0 else {
                throw CaseworkError.file(path: path, errno: errno)
            }
        } catch {
            unlink(beside)
            throw error
        }
        let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }
}

extension PrivateFile {
    /// Removes a file for good, as far as a file system does: what was written stays on some disks until it is
    /// written over.
    static func remove(_ path: String) throws {
        guard unlink(path) == 0 else { throw CaseworkError.file(path: path, errno: errno) }
    }
}
