internal import Glibc

/// A private folder for one file's extraction, gone afterwards; every name in it is a number of ours.
final class WorkFolder {
    let path: String
    private var last = 0

    /// - Throws: `ExtractionError.workFolder`.
    init(in parent: String) throws {
        guard let whole = realpath(parent, nil) else { throw ExtractionError.workFolder(errno: errno) }
        defer { free(whole) }
        var template = Array((String(cString: whole) + "/extract-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw ExtractionError.workFolder(errno: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in list() { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// A path where nothing is yet.
    func newPath() -> String {
        last += 1
        return "\(path)/\(last)"
    }

    /// The files whose names begin with that of `path`, in order.
    func files(startingWith start: String) -> [String] {
        let prefix = start.split(separator: "/").last.map(String.init) ?? ""
        return list().filter { $0.hasPrefix(prefix) }.sorted().map { path + "/" + $0 }
    }

    static func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemFailure(number: errno) }
        defer { close(file) }
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(file, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw SystemFailure(number: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
    }

    private func list() -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
