internal import CMagic
internal import Glibc

/// A file that the walk found under one of the sources.
struct FoundFile: Sendable {
    /// Index into the sources.
    let source: Int
    /// The way below that source; empty for the source itself.
    let relative: [UInt8]
    /// Bytes, as of the walk.
    let size: UInt64
}

/// What the caller asked to take in, and the one way in which it is opened.
///
/// A path is opened component by component, each relative to the folder before it and none of them a link, so
/// that nobody can turn the walk aside by swapping a folder for a link while it runs. Only the folders that
/// lead to a source are taken as the caller typed them. O_NONBLOCK, because between the walk and the opening
/// a file may have become a pipe.
struct SourceTree: Sendable {
    private let sources: [RawPath]

    init(_ sources: [RawPath]) {
        // `link/` would follow the link: a trailing slash is no part of what was meant.
        self.sources = sources.map { source in
            var bytes = source.bytes[...]
            while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
            return RawPath(bytes: Array(bytes))
        }
    }

    var indices: Range<Int> { sources.indices }

    func path(source: Int, relative: [UInt8]) -> RawPath {
        let root = sources[source].bytes
        if relative.isEmpty { return RawPath(bytes: root) }
        let slash: [UInt8] = root == [UInt8(ascii: "/")] ? [] : [UInt8(ascii: "/")]
        return RawPath(bytes: root + slash + relative)
    }

    struct Opened: ~Copyable {
        let file: Descriptor
        /// Whether reading leaves the access time alone.
        let keepsAccessTime: Bool
    }

    /// Opens a file for reading; the caller looks whether it is one.
    func openFile(source: Int, relative: [UInt8]) throws(SystemError) -> Opened {
        try open(source: source, relative: relative, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    }

    func openFolder(source: Int, relative: [UInt8]) throws(SystemError) -> Descriptor {
        let opened = try open(source: source, relative: relative, O_RDONLY | O_NOFOLLOW | O_DIRECTORY)
        return opened.file
    }

    func status(ofSource source: Int) throws(SystemError) -> FileStatus {
        try FileStatus(of: sources[source])
    }

    /// Where a link points; not followed.
    func target(source: Int, relative: [UInt8]) throws(SystemError) -> RawPath {
        guard let slash = relative.lastIndex(of: UInt8(ascii: "/")) else {
            if relative.isEmpty { return try Descriptor.target(of: sources[source].bytes) }
            return try openFolder(source: source, relative: []).target(of: relative)
        }
        let folder = try openFolder(source: source, relative: Array(relative[..<slash]))
        return try folder.target(of: Array(relative[(slash + 1)...]))
    }

    private func open(source: Int, relative: [UInt8], _ flags: CInt) throws(SystemError) -> Opened {
        let root = sources[source].bytes
        let components = relative.split(separator: UInt8(ascii: "/")).map(Array.init)
        guard let last = components.last else {
            return try keepingAccessTime(flags) { flags throws(SystemError) in try .open(root, flags) }
        }
        let folderFlags = O_RDONLY | O_NOFOLLOW | O_DIRECTORY
        var folder = try Descriptor.open(root, folderFlags)
        for component in components.dropLast() {
            folder = try folder.open(component, folderFlags)
        }
        return try keepingAccessTime(flags) { flags throws(SystemError) in try folder.open(last, flags) }
    }

    /// Only a file's owner and root may read without leaving a trace in its access time.
    private func keepingAccessTime(
        _ flags: CInt,
        _ open: (CInt) throws(SystemError) -> Descriptor
    ) throws(SystemError) -> Opened {
        do {
            return Opened(file: try open(flags | VAULT_O_NOATIME), keepsAccessTime: true)
        } catch {
            guard error.errno == EPERM else { throw error }
            return Opened(file: try open(flags), keepsAccessTime: false)
        }
    }
}
