internal import Foundation
internal import XML

extension FileHandle {
    /// A new file that only its owner may read; what is there already is never written over or followed.
    convenience init(creatingPrivate path: String) throws(BundleError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .system("open", errno: errno) }
        self.init(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}

extension ByteSource {
    /// The bytes of a file, from its beginning.
    init(file path: String) throws(BundleError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("open", errno: errno) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        self.init { buffer in
            let count = Foundation.read(file.fileDescriptor, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw BundleError.system("read", errno: errno) }
            return count
        }
    }
}
