internal import Glibc

/// Walks the sources in the order given, and everything below a folder in byte order of the names.
///
/// No descriptor stays open between two steps, so neither depth nor breadth runs out of them.
struct SourceWalk {
    enum Step {
        case file(FoundFile)
        case finding(NotTakenIn)
    }

    /// What Linux itself takes as a path, without the NUL.
    static let longestPath = Int(PATH_MAX) - 1

    private let tree: SourceTree
    private let vault: FileStatus
    private var nextSource = 0
    private var stack: [Level] = []

    private struct Level {
        let relative: [UInt8]
        let listing: FolderListing
        var position = 0
    }

    /// - Parameter vault: the vault's own folder, which is never taken in.
    init(_ tree: SourceTree, vault: FileStatus) {
        self.tree = tree
        self.vault = vault
    }

    mutating func next() -> Step? {
        while true {
            guard let top = stack.indices.last else {
                guard nextSource < tree.indices.endIndex else { return nil }
                nextSource += 1
                if let step = visitSource(nextSource - 1) { return step }
                continue
            }
            let level = stack[top]
            guard level.position < level.listing.entries.count else {
                stack.removeLast()
                continue
            }
            stack[top].position += 1
            let entry = level.listing.entries[level.position]
            let slash: [UInt8] = level.relative.isEmpty ? [] : [UInt8(ascii: "/")]
            let relative = level.relative + slash + level.listing.name(entry)
            if let step = visit(nextSource - 1, relative, kind: entry.kind, size: entry.size) { return step }
        }
    }

    private mutating func visitSource(_ source: Int) -> Step? {
        do {
            let status = try tree.status(ofSource: source)
            return visit(source, [], kind: status.kind, size: status.size)
        } catch {
            return finding(source, [], .unreadable(errno: error.errno))
        }
    }

    /// One path's step; `nil` for a folder, whose contents come next.
    private mutating func visit(_ source: Int, _ relative: [UInt8], kind: UInt32, size: UInt64) -> Step? {
        let length = tree.path(source: source, relative: relative).bytes.count
        if length > Self.longestPath { return finding(source, relative, .pathTooLong(bytes: length)) }
        switch kind {
        case S_IFREG: return .file(FoundFile(source: source, relative: relative, size: size))
        case S_IFDIR: return enter(source, relative)
        case S_IFLNK:
            do {
                return finding(
                    source,
                    relative,
                    .link(target: try tree.target(source: source, relative: relative))
                )
            } catch {
                return finding(source, relative, .unreadable(errno: error.errno))
            }
        default: return finding(source, relative, .special(NotTakenIn.SpecialFile(kind: kind)))
        }
    }

    private mutating func enter(_ source: Int, _ relative: [UInt8]) -> Step? {
        do {
            let folder = try tree.openFolder(source: source, relative: relative)
            let status = try folder.status()
            if status.isSameFile(as: vault) {
                return finding(source, relative, .vaultItself)
            }
            stack.append(Level(relative: relative, listing: try FolderListing(of: folder)))
            return nil
        } catch {
            return finding(source, relative, .folderUnreadable(errno: error.errno))
        }
    }

    private func finding(_ source: Int, _ relative: [UInt8], _ reason: NotTakenIn.Reason) -> Step {
        let path = tree.path(source: source, relative: relative)
        return .finding(NotTakenIn(source: source, path: path, reason: reason))
    }
}

extension NotTakenIn.SpecialFile {
    init(kind: UInt32) {
        switch kind {
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        case S_IFBLK: self = .blockDevice
        case S_IFCHR: self = .characterDevice
        default: self = .unknown
        }
    }
}
